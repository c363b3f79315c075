import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { JobList } from './job-list.ts';
import { nextOf } from './next-job.ts';

/** Which jobs of a queue wait for a job: all of them, or those of low priority. */
type Blocks = 'all' | 'lowPriority';

/** A try is over: the job is done, or is to be tried again not before a moment. */
export type Tried =
  | 'done'
  | {
      readonly again: number;
      readonly blocks?: Blocks;
      /** Tried at once when the platform takes messages again. */
      readonly waitsForLine?: boolean;
    };

/**
 * Waits for the platform's slot. Meanwhile jobs of the same queue may pass that are not of low
 * priority.
 */
export type LetPass = <T>(slot: Promise<T>) => Promise<T>;

export interface Job {
  readonly key: string;
  /** Nobody waits for it. */
  readonly lowPriority: boolean;
  /** For whom it is: those of several people take turns. */
  readonly whose?: string | undefined;
  /** Not before this moment, ms. */
  at: number;
  /** The jobs behind it that wait for it. */
  blocks?: Blocks | undefined;
  /** It is tried at once when the platform takes messages again. */
  waitsForLine?: boolean;
  readonly run: (letPass: LetPass) => Promise<Tried>;
}

/** One after another, as far as they are due. */
export interface Queue {
  readonly jobs: JobList;
  running?: Job | undefined;
  /** It waits for the platform's slot, and lets others pass. */
  waiting?: Job | undefined;
  /** The waiting job has its slot, and waits for the running one. */
  resume?: (() => void) | undefined;
  /** Whose turn came when, counted; the longest ago is next. */
  readonly turns: Map<string, number>;
  turn: number;
}

/** No timer is set further ahead than this; the wall clock is looked at again, ms. */
const LONGEST_TIMER = 30_000;
/** A job that throws is tried again after this, ms. */
const AFTER_ERROR = 60_000;
/** A slot that comes within this keeps the order of what is said, ms. */
const SHORT = 250;

/**
 * Queues of jobs by their keys: in each one job at a time, in the order in which they were added,
 * as far as they are due.
 */
export class KeyedQueue {
  private readonly queues = new Map<string, Queue>();
  /** The keys of all jobs that are queued. */
  readonly keys = new Set<string>();
  /** How many jobs run or wait for their slot. */
  private active = 0;
  private readonly clock: Clock;
  private readonly log: Log;
  private cancelTimer: (() => void) | undefined;
  private timerAt = Number.POSITIVE_INFINITY;
  private whenIdle: (() => void)[] = [];
  private stopped = false;

  constructor(clock: Clock, log: Log) {
    this.clock = clock;
    this.log = log;
  }

  /** Adds a job to a queue's end; one whose key is queued already stays where it is. */
  add(name: string, job: Job): void {
    if (this.keys.has(job.key)) return;
    this.keys.add(job.key);
    const queue = this.queues.get(name);
    if (queue === undefined)
      this.queues.set(name, { jobs: new JobList(job), turns: new Map(), turn: 0 });
    else queue.jobs.add(job);
    this.proceed(name);
  }

  /** Forgets what waits; whoever knows of it adds it again. What has begun stays. */
  forget(): void {
    for (const [name, queue] of [...this.queues])
      for (const job of [...queue.jobs])
        if (queue.running !== job && queue.waiting !== job) this.drop(name, queue, job);
  }

  /** Looks at all queues again. */
  wake(): void {
    for (const name of [...this.queues.keys()]) this.proceed(name);
  }

  /** Tries at once, in the queues that are meant, what waits for its platform. */
  hasten(isMeant: (queue: string) => boolean): void {
    const now = this.clock.now();
    for (const [name, queue] of [...this.queues]) {
      if (!isMeant(name)) continue;
      for (const job of queue.jobs) if (job.waitsForLine) job.at = Math.min(job.at, now);
      this.proceed(name);
    }
  }

  get busy(): boolean {
    return this.active > 0;
  }

  /** Resolves when nothing runs and nothing is due. */
  idle(): Promise<void> {
    if (this.active === 0) return Promise.resolve();
    return new Promise((resolve) => this.whenIdle.push(resolve));
  }

  /** Begins no job any more. */
  stop(): void {
    this.stopped = true;
    this.cancelTimer?.();
  }

  private proceed(name: string): void {
    const queue = this.queues.get(name);
    if (this.stopped || queue === undefined || queue.running !== undefined) return;
    if (queue.resume !== undefined) {
      queue.running = queue.waiting;
      queue.waiting = undefined;
      queue.resume();
      queue.resume = undefined;
      return;
    }
    const next = nextOf(queue, this.clock.now());
    if (typeof next === 'number') this.wait(next);
    else void this.run(name, queue, next);
  }

  private async run(name: string, queue: Queue, job: Job): Promise<void> {
    queue.running = job;
    this.active += 1;
    if (job.whose !== undefined) queue.turns.set(job.whose, ++queue.turn);
    let tried: Tried;
    try {
      tried = await job.run((slot) =>
        job.lowPriority ? this.letPass(name, queue, job, slot) : slot,
      );
    } catch (error) {
      this.log.error('a job failed', error);
      tried = { again: this.clock.now() + AFTER_ERROR };
    }
    queue.running = undefined;
    this.active -= 1;
    if (tried === 'done') this.drop(name, queue, job);
    else {
      job.at = tried.again;
      job.blocks = tried.blocks;
      job.waitsForLine = tried.waitsForLine === true;
      queue.jobs.noteBlocks(job);
    }
    this.proceed(name);
    if (this.active === 0) for (const resolve of this.whenIdle.splice(0)) resolve();
  }

  /** Others may pass as long as this one waits for a slot that takes its time. */
  private async letPass<T>(name: string, queue: Queue, job: Job, slot: Promise<T>): Promise<T> {
    const cancel = this.clock.after(SHORT, () => {
      queue.running = undefined;
      queue.waiting = job;
      this.proceed(name);
    });
    try {
      return await slot;
    } finally {
      cancel();
      if (queue.waiting === job)
        await new Promise<void>((resolve) => {
          queue.resume = resolve;
          this.proceed(name);
        });
    }
  }

  private drop(name: string, queue: Queue, job: Job): void {
    this.keys.delete(job.key);
    queue.jobs.remove(job);
    if (queue.jobs.size === 0) this.queues.delete(name);
  }

  private wait(until: number): void {
    if (until === Number.POSITIVE_INFINITY || until >= this.timerAt) return;
    this.cancelTimer?.();
    this.timerAt = until;
    this.cancelTimer = this.clock.after(
      Math.min(LONGEST_TIMER, Math.max(0, until - this.clock.now())),
      () => {
        this.timerAt = Number.POSITIVE_INFINITY;
        this.wake();
      },
    );
  }
}
