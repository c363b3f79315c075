import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from '../durable/files.ts';
import { encodeBatch } from './commit-line.ts';
import { cutSegment, type Replay, type Segment, segmentName } from './replay.ts';

/** The two steps of an append at which a disk says no; tests stand in here. */
export interface JournalFiles {
  /** @returns how many of the bytes were written; fewer than given on a full disk. */
  write(file: FileHandle, bytes: Uint8Array): Promise<number>;
  sync(file: FileHandle): Promise<void>;
}

/** The segment that commits are written to. */
interface Current {
  readonly segment: Segment;
  readonly file: FileHandle;
}

/** The real disk. */
export const diskFiles: JournalFiles = {
  write: async (file, bytes) => (await file.write(bytes)).bytesWritten,
  sync: (file) => file.datasync(),
};

/**
 * The commits since the last checkpoint, one a line or a batch packed into one, in files named after their first commit.
 * `append`, `seal` and `recover` are not called while one of them runs, except that a seal may end
 * beside appends.
 */
export class Journal {
  private readonly folder: string;
  private readonly files: JournalFiles;
  private sealed: Segment[];
  private current: Current | undefined;
  private beginning: Promise<Current> | undefined;
  /** The number of the last commit that was written, and of the last that is durable. */
  private lastSeq: number;
  private syncedSeq: number;
  private byteCount: number;
  /** Bytes of the current segment that are written and not synced yet. */
  private unsyncedBytes = 0;
  /** An append has failed; nobody knows how the segment ends. */
  private failed = false;

  /**
   * Continues after a replay, in a folder that is there, and always in a new segment: how the old
   * one ended is not built upon. There is a segment at all times, if only an empty one: what a
   * checkpoint left does not pass for what an older one left.
   */
  static async open(folder: string, replay: Replay, files: JournalFiles): Promise<Journal> {
    const journal = new Journal(folder, replay, files);
    await journal.begin();
    return journal;
  }

  private constructor(folder: string, replay: Replay, files: JournalFiles) {
    this.folder = folder;
    this.files = files;
    this.sealed = replay.segments.filter(({ bytes }) => bytes > 0);
    this.lastSeq = replay.last;
    this.syncedSeq = replay.last;
    this.byteCount = this.sealed.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** The number of the last durable commit. */
  get last(): number {
    return this.syncedSeq;
  }

  /** How many bytes were made durable since the last seal. */
  get bytes(): number {
    return this.byteCount;
  }

  /** Whether no commit lies in the folder. */
  get empty(): boolean {
    return this.sealed.length === 0 && (this.current?.segment.bytes ?? 0) === 0;
  }

  /**
   * Makes a batch durable with one write and one sync; each text is the changes of one commit. With
   * `sync` false it is only written, and the next sync makes it durable: until then both are one
   * batch, so that a power cut can tear the one without the other seeming damaged.
   * @returns the number of the first commit.
   * @throws Error when it is not durable; `recover` then comes before anything else.
   */
  async append(batch: readonly string[], sync = true): Promise<number> {
    const first = this.lastSeq + 1;
    const since = this.syncedSeq + 1;
    const bytes = Buffer.from(encodeBatch(first, since, batch));
    try {
      await this.write(bytes);
      this.lastSeq += batch.length;
      if (sync) await this.sync();
    } catch (error) {
      this.failed = true;
      throw error;
    }
    return first;
  }

  /** Makes durable what is written. @throws Error when it is not; then comes `recover`. */
  async sync(): Promise<void> {
    if (this.failed) throw new Error('The journal has to be recovered first.');
    const { current } = this;
    if (current === undefined) return;
    await this.files.sync(current.file);
    current.segment.bytes += this.unsyncedBytes;
    this.byteCount += this.unsyncedBytes;
    this.unsyncedBytes = 0;
    this.syncedSeq = this.lastSeq;
  }

  private async write(bytes: Uint8Array): Promise<void> {
    const { file } = this.current ?? (await this.begin());
    const written = await this.files.write(file, bytes);
    if (written < bytes.length)
      throw Object.assign(new Error(`Only ${written} of ${bytes.length} bytes could be written.`), {
        code: 'ENOSPC',
      });
    this.unsyncedBytes += bytes.length;
  }

  /**
   * Goes back to what is durable, without what was only written, and leaves the file: after a failed sync the kernel may have
   * forgotten what it could not write, and would call the next sync a success.
   */
  async recover(): Promise<void> {
    const current = this.current;
    this.failed = false;
    this.lastSeq = this.syncedSeq;
    this.unsyncedBytes = 0;
    if (!current) return;
    this.current = undefined;
    // Closing may report the same failure once more.
    await current.file.close().catch(() => {});
    await cutSegment(current.segment, this.lastSeq);
    await syncFolder(this.folder);
    if (current.segment.bytes > 0) this.sealed.push(current.segment);
  }

  /** Lets go of the segment that is open. */
  async close(): Promise<void> {
    const current = this.current;
    this.current = undefined;
    // Everything in it is synced, so there is nothing left to fail.
    await current?.file.close().catch(() => {});
  }

  /**
   * Ends the current segment, all of which is durable, and begins another. @returns the segments that
   * are now complete.
   */
  async seal(): Promise<readonly Segment[]> {
    const current = this.current;
    this.current = undefined;
    this.byteCount = 0;
    if (current && current.segment.bytes > 0) this.sealed.push(current.segment);
    const complete = [...this.sealed];
    await current?.file.close();
    // An append may have begun one meanwhile.
    if (this.current === undefined) await this.begin();
    return complete;
  }

  /**
   * Removes complete segments, the oldest first, so that those that remain after a crash have no
   * gap.
   */
  async remove(segments: readonly Segment[]): Promise<void> {
    for (const segment of segments) {
      await rm(segment.path, { force: true });
      this.sealed = this.sealed.filter((other) => other !== segment);
    }
    if (segments.length > 0) await syncFolder(this.folder);
  }

  private begin(): Promise<Current> {
    this.beginning ??= this.beginAt(this.lastSeq + 1).finally(() => {
      this.beginning = undefined;
    });
    return this.beginning;
  }

  /** An empty segment that was begun before and left is used. */
  private async beginAt(first: number): Promise<Current> {
    const path = join(this.folder, segmentName(first));
    const file = await open(path, 'a', 0o600);
    const { size } = await file.stat();
    if (size > 0) {
      await file.close();
      throw new Error(`${path} is in the way`);
    }
    const current = { segment: { path, first, bytes: 0 }, file };
    this.current = current;
    await syncFolder(this.folder);
    return current;
  }
}
