import { Worker } from 'node:worker_threads';
import type { DocumentContent, DocumentMaker } from '../../src/ports/documents.ts';
import {
  type TableReader,
  type TableRows,
  TableUnreadable,
  type UnreadableTable,
} from '../../src/ports/tables.ts';

/** After so long without work the thread ends, and what its libraries hold is free again, ms. */
const IDLE = 60_000;

/** Longer than this and something hangs, ms. */
const LONGEST = 120_000;

/** What the thread may hold, MB: a file that needs more ends the thread, and not the bot. */
const MOST_MEMORY = 512;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly late: NodeJS.Timeout;
}

/** What the thread is to do. */
export type Task =
  | { readonly kind: 'make'; readonly content: DocumentContent }
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly name: string };

/** What the thread answers. */
export type Done =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string; readonly unreadable?: UnreadableTable };

/**
 * Makes files, and reads tables, in a thread of its own, one after another, so that the bot answers
 * others meanwhile.
 * The thread begins with the first file, and loads a library when one is first needed.
 */
export function documentMaker({
  idle = IDLE,
}: {
  readonly idle?: number;
} = {}): DocumentMaker & TableReader {
  return new DocumentThread(idle);
}

class DocumentThread implements DocumentMaker, TableReader {
  private readonly idle: number;
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private resting: NodeJS.Timeout | undefined;
  private last = 0;

  constructor(idle: number) {
    this.idle = idle;
  }

  async make(content: DocumentContent): Promise<Uint8Array> {
    return (await this.do({ kind: 'make', content })) as Uint8Array;
  }

  async read(bytes: Uint8Array, name: string): Promise<TableRows> {
    return (await this.do({ kind: 'read', bytes, name })) as TableRows;
  }

  private do(task: Task): Promise<unknown> {
    clearTimeout(this.resting);
    const worker = this.worker ?? this.start();
    this.last += 1;
    const id = this.last;
    const made = Promise.withResolvers<unknown>();
    const late = setTimeout(() => this.fail(new Error('a file took too long')), LONGEST);
    late.unref();
    this.waiting.set(id, { resolve: made.resolve, reject: made.reject, late });
    worker.postMessage({ id, task });
    return made.promise;
  }

  async close(): Promise<void> {
    clearTimeout(this.resting);
    const { worker } = this;
    this.fail(new Error('the bot stops'));
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL('worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    worker.unref();
    worker.on('message', (done: Done) => this.settle(done));
    worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error('thread')));
    worker.on('exit', () => {
      if (this.worker === worker) this.fail(new Error('the thread that makes files has ended'));
    });
    this.worker = worker;
    return worker;
  }

  private settle(done: Done): void {
    const waiting = this.waiting.get(done.id);
    this.waiting.delete(done.id);
    clearTimeout(waiting?.late);
    if ('result' in done) waiting?.resolve(done.result);
    else if (done.unreadable !== undefined) waiting?.reject(new TableUnreadable(done.unreadable));
    else waiting?.reject(new Error(done.error));
    if (this.waiting.size > 0) return;
    this.resting = setTimeout(() => void this.end(), this.idle);
    this.resting.unref();
  }

  /** Whatever waits fails; the next file begins with a new thread. */
  private fail(error: Error): void {
    void this.end();
    for (const { reject, late } of this.waiting.values()) {
      clearTimeout(late);
      reject(error);
    }
    this.waiting.clear();
  }

  private async end(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }
}
