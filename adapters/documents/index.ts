import { Worker } from 'node:worker_threads';
import type { DocumentContent, DocumentMaker } from '../../src/ports/documents.ts';

/** After so long without work the thread ends, and what its libraries hold is free again, ms. */
const IDLE = 60_000;

/** Longer than this and something hangs, ms. */
const LONGEST = 120_000;

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
  readonly late: NodeJS.Timeout;
}

/** What the thread answers. */
export type Made =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };

/**
 * Makes files in a thread of its own, one after another, so that the bot answers others meanwhile.
 * The thread begins with the first file, and loads a library when one is first needed.
 */
export function documentMaker({ idle = IDLE }: { readonly idle?: number } = {}): DocumentMaker {
  return new ThreadedMaker(idle);
}

class ThreadedMaker implements DocumentMaker {
  private readonly idle: number;
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private resting: NodeJS.Timeout | undefined;
  private last = 0;

  constructor(idle: number) {
    this.idle = idle;
  }

  make(content: DocumentContent): Promise<Uint8Array> {
    clearTimeout(this.resting);
    const worker = this.worker ?? this.start();
    this.last += 1;
    const id = this.last;
    const made = Promise.withResolvers<Uint8Array>();
    const late = setTimeout(() => this.fail(new Error('a file took too long')), LONGEST);
    late.unref();
    this.waiting.set(id, { resolve: made.resolve, reject: made.reject, late });
    worker.postMessage({ id, content });
    return made.promise;
  }

  async close(): Promise<void> {
    clearTimeout(this.resting);
    const { worker } = this;
    this.fail(new Error('the bot stops'));
    await worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL('worker.ts', import.meta.url));
    worker.unref();
    worker.on('message', (made: Made) => this.settle(made));
    worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error('thread')));
    worker.on('exit', () => {
      if (this.worker === worker) this.fail(new Error('the thread that makes files has ended'));
    });
    this.worker = worker;
    return worker;
  }

  private settle(made: Made): void {
    const waiting = this.waiting.get(made.id);
    this.waiting.delete(made.id);
    clearTimeout(waiting?.late);
    if ('bytes' in made) waiting?.resolve(made.bytes);
    else waiting?.reject(new Error(made.error));
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
