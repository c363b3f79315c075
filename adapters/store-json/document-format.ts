import { setImmediate as turn } from 'node:timers/promises';
import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import type { StoredRecord } from '../../src/ports/store.ts';
import type { Place } from '../durable/edit.ts';
import { type Migration, migrate, newestVersion } from '../durable/migrations.ts';
import { isStored, storedRecord } from './commit-line.ts';
import { type Format, RecordWrong } from './durable-file.ts';

/** What a document's file holds: only what is durable. */
export interface Content {
  /** The version that the file was written at. */
  readonly version: number;
  /** The number of the last commit that is in it. */
  readonly seq: number;
  /** The JSON of each record by its id. */
  readonly records: Map<string, string>;
  /** The same records as they were read, where that was done on the way. */
  readonly parsed?: readonly StoredRecord[];
}

const header = {
  version: z.int().positive(),
  partition: z.string(),
  collection: z.string(),
  shard: z.string().optional(),
  seq: z.int().nonnegative(),
};
const plain = z.strictObject({ ...header, records: z.array(storedRecord) });
/** `packed`: so many lines of records each, deflated; `count`: how many records there are in all. */
const packed = z.strictObject({
  ...header,
  count: z.int().nonnegative(),
  packed: z.array(z.base64()),
});

/** @throws ZodError where it is no document. */
function documentOf(json: unknown): z.infer<typeof plain> | z.infer<typeof packed> {
  const isPacked = typeof json === 'object' && json !== null && 'packed' in json;
  return isPacked ? packed.parse(json) : plain.parse(json);
}

/** What is longer than so many characters is packed. */
const LONGEST_PLAIN = 128 * 1_024;
/** So many characters are made into text, or packed, before other work has its turn. */
const SLICE = 128 * 1_024;
/** So many times shorter a packed document is, at least. */
const PACKED_TIMES = 5;

/** How many bytes a document of so many characters takes, about. */
export function bytesOf(characters: number): number {
  return characters > LONGEST_PLAIN ? characters / PACKED_TIMES : characters;
}

/**
 * A document on disk: JSON with one record a line, so that people and their tools can read and
 * compare it. A long one, which nobody reads, is packed: each checkpoint writes it anew.
 */
export function formatOf(place: Place, steps: readonly Migration[]): Format<Content> {
  const version = newestVersion(steps);
  return {
    *encode({ seq, records }) {
      const texts = [...records.values()];
      const length = texts.reduce((sum, text) => sum + text.length, 0);
      const isPacked = length > LONGEST_PLAIN;
      const head = isPacked
        ? { version, ...place, seq, count: texts.length }
        : { version, ...place, seq };
      yield `${JSON.stringify(head).slice(0, -1)},"${isPacked ? 'packed' : 'records'}":[\n`;
      let written = 0;
      for (const some of slicesOf(texts)) {
        written += some.length;
        const end = written < texts.length ? ',\n' : '\n';
        yield isPacked ? `"${pack(some)}"${end}` : some.join(',\n') + end;
      }
      yield ']}\n';
    },
    decode(json) {
      const file = documentOf(json);
      const { version: from, seq } = file;
      if (from > version) throw new Error(`of version ${from}, newer than ${version}`);
      if (!isOf(place, file)) throw new Error('it belongs to another place');
      const records = new Map<string, string>();
      for (const [line, record] of 'packed' in file ? unpacked(file) : file.records.entries()) {
        const { id } = record;
        if (records.has(id))
          throw new RecordWrong(line, {
            zh: `：记录 ${id} 出现了两次`,
            en: `the record ${id} stands in it twice`,
          });
        records.set(id, JSON.stringify(migrate(record, from, place, steps)));
      }
      return { version: from, seq, records };
    },
    async decodeLines(bytes) {
      const lines: string[] = [];
      for (const line of linesOf(bytes)) {
        lines.push(line);
        if (lines.length % READ_SLICE === 0) await turn();
      }
      const [head = ''] = lines;
      const file = headOf(head);
      if (file?.version !== version || !isOf(place, file)) return undefined;
      const isPacked = 'packed' in file;
      const read = await recordsIn(lines, isPacked ? packedTexts : (line) => [line]);
      // A document that is not whole is read once more, by what finds the place.
      if (read === undefined || (isPacked && read.parsed.length !== file.count)) return undefined;
      return { version, seq: file.seq, ...read };
    },
  };
}

/** Texts in their order, so many at a time as a slice is long. */
function* slicesOf(texts: readonly string[]): Generator<readonly string[]> {
  let from = 0;
  let length = 0;
  for (const [at, text] of texts.entries()) {
    length += text.length;
    if (length < SLICE) continue;
    yield texts.slice(from, at + 1);
    from = at + 1;
    length = 0;
  }
  if (from < texts.length) yield texts.slice(from);
}

function pack(texts: readonly string[]): string {
  return deflateSync(texts.join('\n'), { level: 1 }).toString('base64');
}

/** @throws Error where it was damaged; zlib checks the sum of what it unpacks. */
function unpack(text: string): readonly string[] {
  return inflateSync(Buffer.from(text, 'base64')).toString().split('\n');
}

/** The records of a packed document, each with the place of its line. */
function unpacked(file: z.infer<typeof packed>): readonly (readonly [number, StoredRecord])[] {
  const records = file.packed.flatMap((text, line) => {
    try {
      return unpack(text).map((one) => [line, storedRecord.parse(JSON.parse(one))] as const);
    } catch {
      throw new RecordWrong(line, { zh: '：解不开', en: 'it cannot be unpacked' });
    }
  });
  if (records.length !== file.count) throw new Error('it holds another number of records');
  return records;
}

function isOf(
  { partition, collection, shard }: Place,
  header: { readonly partition: string; readonly collection: string; readonly shard?: unknown },
): boolean {
  return (
    partition === header.partition && collection === header.collection && shard === header.shard
  );
}

const LIST = /"(?:records|packed)":\[$/;

/** What the first line of a document says, without records; nothing where it is none. */
function headOf(line: string): ReturnType<typeof documentOf> | undefined {
  const json = LIST.test(line) ? parsed(`${line}]}`) : undefined;
  const known = (isPackedHead(line) ? packed : plain).safeParse(json);
  return known.data;
}

/** Whether the first line of a document says that it is packed. */
export function isPackedHead(line: string): boolean {
  return line.endsWith('"packed":[');
}

type Read = Required<Pick<Content, 'records' | 'parsed'>>;

/** The records between the first line and the last; nothing where these are not as written. */
async function recordsIn(
  lines: readonly string[],
  textsIn: (line: string) => readonly string[],
): Promise<Read | undefined> {
  const last = lines.length - 2;
  const records = new Map<string, string>();
  const all: StoredRecord[] = [];
  if (lines[last + 1] !== ']}') return undefined;
  for (let at = 1; at <= last; at++) {
    const line = lines[at] ?? '';
    // A comma stands behind each but the last.
    if (line.endsWith(',') === (at === last)) return undefined;
    const texts = textsIn(at === last ? line : line.slice(0, -1));
    if (!texts.every((text) => takeIn(text, records, all))) return undefined;
    if (at % READ_SLICE === 0 || texts.length > 1) await turn();
  }
  return { records, parsed: all };
}

/** @returns whether the text is that of a record, and of one that is not there yet. */
function takeIn(text: string, records: Map<string, string>, all: StoredRecord[]): boolean {
  const record = parsed(text);
  if (!isStored(record) || records.has(record.id)) return false;
  records.set(record.id, text);
  all.push(record);
  return true;
}

/** The records of a packed line; one that is none where it was damaged. */
function packedTexts(line: string): readonly string[] {
  try {
    return unpack(String(parsed(line)));
  } catch {
    return [''];
  }
}

/** How many records are read before other work has its turn. */
export const READ_SLICE = 1_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function* linesOf(bytes: Buffer): Generator<string> {
  for (let from = 0; from < bytes.length; ) {
    const at = bytes.indexOf(0x0a, from);
    const end = at < 0 ? bytes.length : at;
    yield utf8.decode(bytes.subarray(from, end));
    from = end + 1;
  }
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
