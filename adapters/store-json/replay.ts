import { appendFile, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Log } from '../../src/ports/log.ts';
import { StoreDamaged } from '../../src/ports/store.ts';
import { isMissing, syncFolder } from '../durable/files.ts';
import { type Claim, type Committed, claimOf, decodeLine, hasOtherEnd } from './commit-line.ts';
import { damaged, decode, otherEnds, type Place } from './damage.ts';

/** One file of the journal. */
export interface Segment {
  readonly path: string;
  /** The number of its first commit, which is also its name. */
  readonly first: number;
  /** How many of its bytes, from its start, are durable. */
  bytes: number;
}

/** What was found in the folder of a journal. */
export interface Replay {
  readonly segments: readonly Segment[];
  /** The number up to which the documents hold everything. */
  readonly after: number;
  /** The number of the last commit. */
  readonly last: number;
  /** Where lines begin that were never acknowledged, if there are such. */
  readonly torn: Place | undefined;
}

/** The name of the segment that begins with a commit. */
export function segmentName(first: number): string {
  return `${String(first).padStart(16, '0')}.ndjson`;
}

/**
 * Reads a journal, changing nothing.
 *
 * A batch is written only when the one before it is durable. So a line that is not the expected
 * one, with nothing of a later batch behind it, was part of the last write and nobody has been told
 * of it: it is torn. With a later batch behind it, it had been acknowledged, and the journal is
 * damaged. What is torn is one batch: lines that say themselves that they are of several were
 * acknowledged, too, even if none of them is whole.
 * @param after the number up to which the documents hold everything.
 * @throws StoreDamaged when commits after that number are missing or cannot be read.
 */
export async function readJournal(folder: string, after: number): Promise<Replay> {
  const segments = await listSegments(folder);
  const reader = new Reader(segments, after);
  for (const segment of segments) {
    reader.begin(segment);
    let number = 0;
    for (const { bytes, end } of linesOf(await readFile(segment.path))) {
      number += 1;
      const commits = decode(bytes, segment.path, number);
      const isWhole = commits !== undefined || hasOtherEnd(bytes);
      reader.take(segment, {
        number,
        end,
        commits,
        isWhole,
        claim: commits?.[0] ?? claimOf(bytes),
      });
    }
  }
  return reader.replay;
}

/** Other work has its turn after so many commits. */
const SLICE = 200;

/** The commits that the documents do not hold yet, read again from the files: they may be many. */
export async function* commitsOf({ segments, after }: Replay): AsyncGenerator<Committed> {
  let read = 0;
  for (const { path, bytes: durable } of segments) {
    const content = (await readFile(path)).subarray(0, durable);
    for (const { bytes } of linesOf(content))
      for (const commit of decodeLine(bytes) ?? []) {
        if (commit.seq <= after) continue;
        read += 1;
        if (read % SLICE === 0) await turn();
        yield commit;
      }
  }
}

/** A line as it was found; its number counts within the file, `end` is where it ends there. */
interface Found {
  readonly number: number;
  readonly end: number;
  readonly commits: readonly Committed[] | undefined;
  /** Nothing of it is missing. */
  readonly isWhole: boolean;
  readonly claim: Claim | undefined;
}

/** Follows the commits of a journal, and tells what is torn from what is damaged. */
class Reader {
  private readonly segments: readonly Segment[];
  private readonly after: number;
  /** The number that the next commit must have. */
  private expected: number;
  private torn: Place | undefined;
  /** The batch of the last line that is as expected. */
  private batch = 0;

  constructor(segments: readonly Segment[], after: number) {
    this.segments = segments;
    this.after = after;
    this.expected = Math.min(segments[0]?.first ?? after + 1, after + 1);
  }

  get replay(): Replay {
    const { segments, after, torn } = this;
    return { segments, after, last: this.expected - 1, torn };
  }

  /** A segment is begun when everything before its first commit is durable. */
  begin({ path: file, first }: Segment): void {
    const { torn, expected } = this;
    if (first > expected) throw damaged(torn ?? { file, line: 1, expected });
  }

  take(segment: Segment, { number, end, commits, isWhole, claim }: Found): void {
    const [first] = commits ?? [];
    if (this.torn === undefined && commits !== undefined && first?.seq === this.expected) {
      segment.bytes = end;
      this.expected += commits.length;
      this.batch = first.batch;
      return;
    }
    this.torn ??= { file: segment.path, line: number, expected: this.expected };
    if (commits === undefined && isWhole) throw otherEnds(this.torn);
    if (claim !== undefined) this.judge(claim, this.torn);
  }

  /**
   * A line behind the torn place has to be of the one batch that may be torn: of the last line's,
   * or of the one that begins here.
   */
  private judge({ seq, batch }: Claim, torn: Place): void {
    const mayBeTorn = batch === torn.expected || batch === this.batch;
    if (seq < torn.expected || !mayBeTorn) throw damaged(torn);
  }
}

/**
 * Cuts a segment back to what is durable of it. One of which nothing is durable stays empty where
 * the next commit, the one after `last`, belongs into it, and is removed elsewhere.
 */
export async function cutSegment(segment: Segment, last: number): Promise<void> {
  if (segment.bytes === 0 && segment.first !== last + 1) return rm(segment.path, { force: true });
  const file = await open(segment.path, 'r+');
  try {
    await file.truncate(segment.bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Makes durable what was read, without what is torn. A process that was killed may have left lines
 * that only the kernel has so far, and what follows builds on them; before the last segment,
 * everything was synced.
 */
export async function settleJournal(
  { segments, torn, last }: Replay,
  folder: string,
  log: Log,
): Promise<void> {
  const unsettled = torn
    ? segments.slice(segments.findIndex(({ path }) => path === torn.file))
    : segments.slice(-1);
  if (torn) {
    let bytes = 0;
    for (const segment of unsettled) bytes += await putAside(segment);
    log.warn('store.torn-write-put-aside', { file: torn.file, line: torn.line, bytes });
  }
  for (const segment of unsettled) await cutSegment(segment, last);
  if (unsettled.length > 0) await syncFolder(folder);
}

/**
 * Keeps what will be cut off a segment, beside it: nobody knows what it was. @returns how many
 * bytes.
 */
async function putAside({ path, bytes }: Segment): Promise<number> {
  const cut = (await readFile(path)).subarray(bytes);
  if (cut.length === 0) return 0;
  const aside = `${path}.torn`;
  await appendFile(aside, cut, { mode: 0o600, flush: true }).catch((error: unknown) => {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StoreDamaged({
      zh: `${aside} 写不进去（${code}）：${path} 末尾有 ${cut.length} 字节不完整，要先挪到那里。请腾出地方，再重新启动`,
      en: `${aside} cannot be written (${code}): ${cut.length} bytes at the end of ${path} are not whole, and have to be put aside there. Make room, and start again.`,
    });
  });
  return cut.length;
}

async function listSegments(folder: string): Promise<Segment[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names
    .filter((name) => /^\d{16}\.ndjson$/.test(name))
    .sort()
    .map((name) => ({ path: join(folder, name), first: Number.parseInt(name, 10), bytes: 0 }));
}

/**
 * The lines of a file without their ends; what stands behind the last end is a line too, which no
 * checksum saves.
 */
function* linesOf(content: Buffer): Iterable<{ bytes: Buffer; end: number }> {
  let start = 0;
  while (start < content.length) {
    const at = content.indexOf(0x0a, start);
    if (at < 0) return yield { bytes: Buffer.alloc(0), end: content.length };
    yield { bytes: content.subarray(start, at), end: at + 1 };
    start = at + 1;
  }
}
