import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Change, StoredRecord } from '../../src/ports/store.ts';
import type { Edit } from '../durable/edit.ts';

/** One commit as it stands in the journal. */
export interface Line {
  /** The number of the commit. */
  readonly seq: number;
  /** The number of the first commit of the batch that it was written with. */
  readonly batch: number;
  readonly changes: readonly Change[];
}

/** A record as it was read; looked at, not copied, so that no field of it is lost. */
export const storedRecord = z.custom<StoredRecord>(
  (value) =>
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string',
  'not a record with an id',
);

const place = { partition: z.string(), collection: z.string(), shard: z.string().optional() };
const change = z.union([
  z.strictObject({ ...place, put: storedRecord }),
  z.strictObject({ ...place, remove: z.string() }),
]) as z.ZodType<Change>;
const line: z.ZodType<Line> = z.strictObject({
  seq: z.int().positive(),
  batch: z.int().positive(),
  changes: z.array(change),
});

// Eight hexadecimal digits and a space stand before the JSON.
const HEAD = 9;

/** The line of a commit, with its checksum and its end; `changes` is a JSON list. */
export function encodeLine(seq: number, batch: number, changes: string): string {
  const json = `{"seq":${seq},"batch":${batch},"changes":${changes}}`;
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

/**
 * A line without its end; undefined when its checksum is wrong: it is torn or damaged.
 * @throws Error when the checksum is right and yet this is no commit that we know: it was written
 * whole, by another program, and must not pass for a torn line.
 */
export function decodeLine(bytes: Buffer): Line | undefined {
  const json = bytes.subarray(HEAD);
  const sum = crc32(json).toString(16).padStart(8, '0');
  if (bytes.toString('latin1', 0, HEAD) !== `${sum} `) return undefined;
  return line.parse(JSON.parse(json.toString()));
}

/** What a line says of itself that may be torn, damaged, or changed by another program. */
export interface Claim {
  readonly seq: number;
  readonly batch: number;
}

/** The claim of a line that is not whole; undefined where that part of it is not there. */
export function claimOf(bytes: Buffer): Claim | undefined {
  // Behind the checksum, and a mark that some editors put before it.
  const head = bytes.toString('latin1', 0, 80);
  const found = /\{"seq":(\d{1,15}),"batch":(\d{1,15}),"changes":/.exec(head);
  return found === null ? undefined : { seq: Number(found[1]), batch: Number(found[2]) };
}

/** Whether a line was written whole, and only its end is another one since. */
export function hasOtherEnd(bytes: Buffer): boolean {
  return bytes.at(-1) === 0x0d && decodeLine(bytes.subarray(0, -1)) !== undefined;
}

/** The edits as the JSON list of the changes that they were made from. */
export function changesText(edits: readonly Edit[]): string {
  const changes = edits.map(({ place, id, text }) => {
    const opened = JSON.stringify(place).slice(0, -1);
    return text === undefined
      ? `${opened},"remove":${JSON.stringify(id)}}`
      : `${opened},"put":${text}}`;
  });
  return `[${changes.join(',')}]`;
}
