import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';

/**
 * What a try to send came to: done with, or to be tried again not before a moment. `holds`: nothing behind it in its lane
 * may go before it.
 */
export type Tried = 'done' | { readonly again: number; readonly holds?: true };

export interface Job {
  readonly key: string;
  /** Not before this moment, ms. */
  at: number;
  /** Those behind it wait for it. */
  holds?: boolean;
  readonly run: () => Promise<Tried>;
}

/** No timer is set further ahead than this; the wall clock is looked at again, ms. */
const LONGEST_TIMER = 30_000;
/** A job that throws is tried again after this, ms. */
const AFTER_ERROR = 60_000;

/** Jobs in lanes: one at a time in each lane, in the order in which they were added, as far as they are due. */
export class Lanes {
  private readonly lanes = new Map<string, Job[]>();
  private readonly keys = new Set<string>();
  private readonly running = new Set<string>();
  /** How many of those that run wait for what may take as long as it likes. */
  private aside = 0;
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

  /** Adds a job to a lane's end; one whose key is in line already stays where it is. */
  add(lane: string, job: Job): void {
    if (this.keys.has(job.key)) return;
    this.keys.add(job.key);
    const jobs = this.lanes.get(lane);
    if (jobs === undefined) this.lanes.set(lane, [job]);
    else jobs.push(job);
    this.go(lane);
  }

  /** Looks at all lanes again. */
  wake(): void {
    for (const lane of [...this.lanes.keys()]) this.go(lane);
  }

  get busy(): boolean {
    return this.running.size > this.aside;
  }

  /** Lets a job wait for something without anybody waiting for the job. */
  async meanwhile<T>(work: Promise<T>): Promise<T> {
    this.aside += 1;
    this.tellIdle();
    try {
      return await work;
    } finally {
      this.aside -= 1;
    }
  }

  /** Resolves when nothing runs, but for what waits, and nothing is due. */
  idle(): Promise<void> {
    if (!this.busy) return Promise.resolve();
    return new Promise((resolve) => this.whenIdle.push(resolve));
  }

  /** Begins no job any more. */
  stop(): void {
    this.stopped = true;
    this.cancelTimer?.();
  }

  private go(lane: string): void {
    if (this.stopped || this.running.has(lane)) return;
    const jobs = this.lanes.get(lane) ?? [];
    const now = this.clock.now();
    const holding = jobs.find((one) => one.holds);
    const job = holding === undefined || holding.at <= now ? jobs.find((one) => one.at <= now) : undefined;
    if (job === undefined) {
      this.wait(holding?.at ?? Math.min(...jobs.map((one) => one.at)));
      return;
    }
    this.running.add(lane);
    void this.run(job).then((tried) => {
      this.running.delete(lane);
      if (tried === 'done') this.drop(lane, job);
      else {
        job.at = tried.again;
        job.holds = tried.holds === true;
      }
      this.go(lane);
      this.tellIdle();
    });
  }

  private tellIdle(): void {
    if (!this.busy) for (const resolve of this.whenIdle.splice(0)) resolve();
  }

  private async run(job: Job): Promise<Tried> {
    try {
      return await job.run();
    } catch (error) {
      this.log.error('sending failed', error);
      return { again: this.clock.now() + AFTER_ERROR };
    }
  }

  private drop(lane: string, job: Job): void {
    this.keys.delete(job.key);
    const left = (this.lanes.get(lane) ?? []).filter((one) => one !== job);
    if (left.length === 0) this.lanes.delete(lane);
    else this.lanes.set(lane, left);
  }

  private wait(until: number): void {
    if (until === Number.POSITIVE_INFINITY || until >= this.timerAt) return;
    this.cancelTimer?.();
    this.timerAt = until;
    this.cancelTimer = this.clock.after(Math.min(LONGEST_TIMER, Math.max(0, until - this.clock.now())), () => {
      this.timerAt = Number.POSITIVE_INFINITY;
      this.wake();
    });
  }
}
