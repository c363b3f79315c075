import type { Speaker } from '../core/command.ts';
import { ignore } from '../core/ignored.ts';
import type { Catalog } from './catalog.ts';
import type { Reading, Utterance } from './reading.ts';
import { route } from './router.ts';

/** A message that the bot may be meant by: words as the exact reader reads them, or photos. */
export type Heard =
  | { readonly kind: 'words'; readonly utterance: Utterance; readonly exact: Reading }
  | { readonly kind: 'photos'; readonly utterance: Utterance };

/** All that understanding may know beside the words: who speaks, and what is open with them. */
export interface Situation {
  /** Undefined where the platform hides who speaks. */
  readonly speaker: Speaker | undefined;
  /** The number that they said last, alone: photos behind it belong to it. */
  readonly recentNumber?: string | undefined;
}

/** What a message means, for who speaks and as things stand. Pure. */
export function understand(heard: Heard, situation: Situation, catalog: Catalog): Reading {
  const { speaker, recentNumber } = situation;
  const read =
    heard.kind === 'photos' ? readPhotos(heard.utterance, recentNumber, catalog) : heard.exact;
  // Nobody can answer for a guess.
  const isGuess = read.kind === 'command' && read.trigger === 'guess';
  return isGuess && speaker === undefined ? ignore('hidden') : read;
}

/** As if the number of the request that the photos answer, or the last number, were a caption. */
function readPhotos(
  { references, ...utterance }: Utterance,
  recentNumber: string | undefined,
  catalog: Catalog,
): Reading {
  const text = references?.get('#')?.toString() ?? recentNumber;
  const read = text === undefined ? undefined : route({ ...utterance, text }, catalog);
  return read?.kind === 'command' ? read : ignore('photos-alone');
}
