import { setImmediate as turn } from 'node:timers/promises';
import { z } from 'zod';
import type { StoredRecord } from '../../src/ports/store.ts';
import type { Place } from '../durable/edit.ts';
import { type Migration, migrate, newestVersion } from '../durable/migrations.ts';
import { isStored, storedRecord } from './commit-line.ts';
import { type Format, RecordWrong } from './durable-file.ts';

/** What a document holds in memory: only what is durable. */
export interface Content {
  /** The version that the file was written at. */
  version: number;
  /** The number of the last commit that is in it. */
  seq: number;
  /** The JSON of each record by its id. */
  readonly records: Map<string, string>;
  /** The records as they were read, until somebody has them or one of them changes. */
  parsed?: StoredRecord[] | undefined;
}

const schema = z.strictObject({
  version: z.int().positive(),
  partition: z.string(),
  collection: z.string(),
  shard: z.string().optional(),
  seq: z.int().nonnegative(),
  records: z.array(storedRecord),
});

// How many records are made into text before other work has its turn.
const SLICE = 2_000;

/**
 * A document on disk: JSON with one record a line, so that people and their tools can read and
 * compare it.
 */
export function formatOf(place: Place, steps: readonly Migration[]): Format<Content> {
  const version = newestVersion(steps);
  return {
    *encode({ seq, records }) {
      // One moment: the texts and the number in the header are taken before the first slice goes
      // out.
      const texts = [...records.values()];
      yield `${JSON.stringify({ version, ...place, seq }).slice(0, -1)},"records":[\n`;
      for (let at = 0; at < texts.length; at += SLICE) {
        const end = at + SLICE < texts.length ? ',\n' : '\n';
        yield texts.slice(at, at + SLICE).join(',\n') + end;
      }
      yield ']}\n';
    },
    decode(json) {
      const { version: from, seq, records: list, ...header } = schema.parse(json);
      if (from > version) throw new Error(`of version ${from}, newer than ${version}`);
      if (!isOf(place, header)) throw new Error('it belongs to another place');
      const records = new Map<string, string>();
      list.forEach((record, index) => {
        const { id } = record;
        if (records.has(id))
          throw new RecordWrong(index, {
            zh: `：记录 ${id} 出现了两次`,
            en: `the record ${id} stands in it twice`,
          });
        records.set(id, JSON.stringify(migrate(record, from, place, steps)));
      });
      return { version: from, seq, records };
    },
    async decodeLines(bytes) {
      const lines: string[] = [];
      for (const line of linesOf(bytes)) {
        lines.push(line);
        if (lines.length % READ_SLICE === 0) await turn();
      }
      const [head = ''] = lines;
      const header = head.endsWith(LIST) ? schema.safeParse(parsed(`${head}]}`)) : undefined;
      if (!header?.success || header.data.version !== version || !isOf(place, header.data))
        return undefined;
      const read = await recordsIn(lines);
      return read && { version, seq: header.data.seq, ...read };
    },
  };
}

function isOf(
  { partition, collection, shard }: Place,
  header: { readonly partition: string; readonly collection: string; readonly shard?: unknown },
): boolean {
  return (
    partition === header.partition && collection === header.collection && shard === header.shard
  );
}

const LIST = '"records":[';

/** The records between the first line and the last; nothing where these are not as written. */
async function recordsIn(
  lines: readonly string[],
): Promise<Pick<Content, 'records' | 'parsed'> | undefined> {
  const last = lines.length - 2;
  const records = new Map<string, string>();
  const all: StoredRecord[] = [];
  if (lines[last + 1] !== ']}') return undefined;
  for (let at = 1; at <= last; at++) {
    const line = lines[at] ?? '';
    // A comma stands behind each but the last.
    const text = at === last ? line : line.slice(0, -1);
    const record = line.endsWith(',') === (at === last) ? undefined : parsed(text);
    if (!isStored(record) || records.has(record.id)) return undefined;
    records.set(record.id, text);
    all.push(record);
    if (at % READ_SLICE === 0) await turn();
  }
  return { records, parsed: all };
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
