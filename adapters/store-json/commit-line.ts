import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Change, StoredRecord } from '../../src/ports/store.ts';
import type { Edit } from '../durable/edit.ts';
import { DICTIONARIES } from './dictionary.ts';

/** One commit as it stands in the journal. */
export interface Committed {
  /** The number of the commit. */
  readonly seq: number;
  /** The number of the first commit of the batch that it was written with. */
  readonly batch: number;
  readonly changes: readonly Change[];
}

/** A record as it was read; looked at, not copied, so that no field of it is lost. */
export const storedRecord = z.custom<StoredRecord>(isStored, 'not a record with an id');

export function isStored(value: unknown): value is StoredRecord {
  return (
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
  );
}

const place = { partition: z.string(), collection: z.string(), shard: z.string().optional() };
const change = z.union([
  z.strictObject({ ...place, put: storedRecord }),
  z.strictObject({ ...place, remove: z.string() }),
]) as z.ZodType<Change>;
const plain: z.ZodType<Committed> = z.strictObject({
  seq: z.int().positive(),
  batch: z.int().positive(),
  changes: z.array(change),
});
/** A whole batch; `deflate` is the changes of each commit on a line of its own, packed. */
const packed = z.strictObject({
  seq: z.int().positive(),
  batch: z.int().positive(),
  packed: z.int().positive(),
  dictionary: z.int().nonnegative(),
  deflate: z.base64(),
});
const changesOf = z.array(change);

// Eight hexadecimal digits and a space stand before the JSON.
const HEAD = 9;

/** Less than so many characters stand there as they are, */
const SMALLEST_PACKED = 1_024;
/** and so do more than so many: packing them would hold up everything else. */
const LARGEST_PACKED = 512 * 1_024;

/**
 * The lines of commits, the first of which has the number `first`; each text is the JSON list of the
 * changes of one. They are packed into one line where that is worth it. `batch` is the number of the
 * first commit that becomes durable with them.
 */
export function encodeBatch(first: number, batch: number, texts: readonly string[]): string {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return length < SMALLEST_PACKED || length > LARGEST_PACKED
    ? texts.map((text, at) => withSum(plainLine(first + at, batch, text))).join('')
    : withSum(packedLine(first, batch, texts));
}

function plainLine(seq: number, batch: number, changes: string): string {
  return `{"seq":${seq},"batch":${batch},"changes":${changes}}`;
}

function packedLine(first: number, batch: number, texts: readonly string[]): string {
  const at = DICTIONARIES.length - 1;
  const dictionary = DICTIONARIES[at];
  const bytes = deflateRawSync(texts.join('\n'), { level: 1, ...(dictionary && { dictionary }) });
  const head = `{"seq":${first},"batch":${batch},"packed":${texts.length},"dictionary":${at}`;
  return `${head},"deflate":"${bytes.toString('base64')}"}`;
}

function withSum(json: string): string {
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

/**
 * The commits of a line without its end; undefined when its checksum is wrong: it is torn or
 * damaged.
 * @throws Error when the checksum is right and yet this is no commit that we know: it was written
 * whole, by another program, and must not pass for a torn line.
 */
export function decodeLine(bytes: Buffer): readonly Committed[] | undefined {
  const json = bytes.subarray(HEAD);
  const sum = crc32(json).toString(16).padStart(8, '0');
  if (bytes.toString('latin1', 0, HEAD) !== `${sum} `) return undefined;
  const line: unknown = JSON.parse(json.toString());
  const isPacked = typeof line === 'object' && line !== null && 'packed' in line;
  return isPacked ? unpacked(packed.parse(line)) : [plain.parse(line)];
}

function unpacked(line: z.infer<typeof packed>): readonly Committed[] {
  const { seq, batch } = line;
  const dictionary = DICTIONARIES[line.dictionary];
  if (dictionary === undefined) throw new Error(`packed with dictionary ${line.dictionary}`);
  const texts = inflateRawSync(Buffer.from(line.deflate, 'base64'), { dictionary })
    .toString()
    .split('\n');
  if (texts.length !== line.packed) throw new Error('it holds another number of commits');
  return texts.map((text, at) => ({
    seq: seq + at,
    batch,
    changes: changesOf.parse(JSON.parse(text)),
  }));
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
  const found = /\{"seq":(\d{1,15}),"batch":(\d{1,15}),"(?:changes|packed)":/.exec(head);
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
