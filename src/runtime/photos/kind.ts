import type { Photo } from '../../core/records.ts';

export type Kind = Extract<Photo, { state: 'kept' }>['kind'];

/** How files of a kind begin: bytes by their places, as Latin-1. */
const BEGINNINGS: readonly (readonly [Kind, RegExp])[] = [
  ['jpg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n[\s\S]\n/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['heic', /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/],
];

/** What kind of picture a file is, by how it begins; undefined when it is none that we know. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  const beginning = String.fromCharCode(...bytes.subarray(0, 16));
  return BEGINNINGS.find(([, pattern]) => pattern.test(beginning))?.[0];
}
