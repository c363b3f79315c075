import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';

/**
 * What a try to send came to: done with, or to be tried again not before a moment. `blocks`: nothing
 * behind it in its lane may go before it, or nothing that is not urgent.
 */
export type Tried = 'done' | { readonly again: number; readonly blocks?: Holds };

type Holds = 'all' | 'unhurried';

/**
 * Waits with a job until it is its turn on the platform; urgent jobs of its lane may go before it
 * meanwhile.
 */
type InLine = <T>(turn: Promise<T>) => Promise<T>;

export interface Job {
  readonly key: string;
  /** Somebody waits for it. */
  readonly urgent: boolean;
  /** Not before this moment, ms. */
  at: number;
  /** Those behind it wait for it. */
  blocks?: Holds | undefined;
  readonly run: (inLine: InLine) => Promise<Tried>;
}

/**
 * One after another, as far as they are due; one that waits for its turn lets urgent ones go before
 * it.
 */
interface Queue {
  jobs: Job[];
  running?: Job | undefined;
  /** It waits for its turn on the platform. */
  waiting?: Job | undefined;
  /** The waiting one has its turn, and waits for the running one. */
  resume?: (() => void) | undefined;
}

/** No timer is set further ahead than this; the wall clock is looked at again, ms. */
const LONGEST_TIMER = 30_000;
/** A job that throws is tried again after this, ms. */
const AFTER_ERROR = 60_000;
/** A turn that comes within this keeps the order of what is said, ms. */
const SHORT = 250;

/**
 * Jobs in lanes: one at a time in each lane, in the order in which they were added, as far as they
 * are due.
 */
export class KeyedQueue {
  private readonly lanes = new Map<string, Queue>();
  private readonly keys = new Set<string>();
  /** How many jobs run or wait for their turn. */
  private begun = 0;
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
  add(name: string, job: Job): void {
    if (this.keys.has(job.key)) return;
    this.keys.add(job.key);
    const lane = this.lanes.get(name);
    if (lane === undefined) this.lanes.set(name, { jobs: [job] });
    else lane.jobs.push(job);
    this.go(name);
  }

  /** Forgets what waits; whoever knows of it adds it again. What has begun stays. */
  forget(): void {
    for (const [name, lane] of [...this.lanes])
      for (const job of lane.jobs)
        if (lane.running !== job && lane.waiting !== job) this.drop(name, job);
  }

  /** Looks at all lanes again. */
  wake(): void {
    for (const name of [...this.lanes.keys()]) this.go(name);
  }

  get busy(): boolean {
    return this.begun > 0;
  }

  /** Resolves when nothing runs and nothing is due. */
  idle(): Promise<void> {
    if (!this.busy) return Promise.resolve();
    return new Promise((resolve) => this.whenIdle.push(resolve));
  }

  /** Begins no job any more. */
  stop(): void {
    this.stopped = true;
    this.cancelTimer?.();
  }

  private go(name: string): void {
    const lane = this.lanes.get(name);
    if (this.stopped || lane === undefined || lane.running !== undefined) return;
    if (lane.resume !== undefined) {
      lane.running = lane.waiting;
      lane.waiting = undefined;
      lane.resume();
      lane.resume = undefined;
      return;
    }
    const next = nextOf(lane, this.clock.now());
    if (typeof next === 'number') this.wait(next);
    else this.begin(name, lane, next);
  }

  private begin(name: string, lane: Queue, job: Job): void {
    lane.running = job;
    this.begun += 1;
    void this.run(name, lane, job).then((tried) => {
      lane.running = undefined;
      this.begun -= 1;
      if (tried === 'done') this.drop(name, job);
      else {
        job.at = tried.again;
        job.blocks = tried.blocks;
      }
      this.go(name);
      if (!this.busy) for (const resolve of this.whenIdle.splice(0)) resolve();
    });
  }

  private async run(name: string, lane: Queue, job: Job): Promise<Tried> {
    try {
      return await job.run((turn) => (job.urgent ? turn : this.letPass(name, lane, job, turn)));
    } catch (error) {
      this.log.error('a job failed', error);
      return { again: this.clock.now() + AFTER_ERROR };
    }
  }

  /** The lane is left to urgent jobs as long as this one waits for a turn that takes its time. */
  private async letPass<T>(name: string, lane: Queue, job: Job, turn: Promise<T>): Promise<T> {
    const cancel = this.clock.after(SHORT, () => {
      lane.running = undefined;
      lane.waiting = job;
      this.go(name);
    });
    try {
      return await turn;
    } finally {
      cancel();
      if (lane.waiting === job)
        await new Promise<void>((resolve) => {
          lane.resume = resolve;
          this.go(name);
        });
    }
  }

  private drop(name: string, job: Job): void {
    this.keys.delete(job.key);
    const lane = this.lanes.get(name);
    if (lane === undefined) return;
    lane.jobs = lane.jobs.filter((one) => one !== job);
    if (lane.jobs.length === 0) this.lanes.delete(name);
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

/** The job of a lane that may begin now; where there is none, when to look again, ms. */
function nextOf({ jobs, waiting }: Queue, now: number): Job | number {
  const held = jobs.find((one) => one.blocks === 'all' && one.at > now);
  if (held !== undefined) return held.at;
  const unhurriedMay =
    waiting === undefined && !jobs.some((one) => one.blocks === 'unhurried' && one.at > now);
  const may = jobs.filter((one) => one !== waiting && (one.urgent || unhurriedMay));
  const first = may.find((one) => one.at <= now);
  if (first !== undefined) return first;
  const others = waiting === undefined ? jobs.filter(({ blocks }) => blocks === 'unhurried') : [];
  return Math.min(...[...may, ...others].map((one) => one.at));
}
