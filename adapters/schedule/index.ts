import { createTask, validate } from 'node-cron';
import { z } from 'zod';
import { because } from '../../src/core/mistakes.ts';
import { isZone } from '../../src/core/time.ts';
import type { Log } from '../../src/ports/log.ts';

/** `off`, or a cron expression as node-cron reads it. */
const expression = z.string().refine(
  (text) => text === 'off' || validate(text),
  because({
    zh: '要写成 cron 的五个字段，例：30 3 * * *（每天 3:30）；不要就写 off',
    en: 'five fields of cron, such as 30 3 * * * (each day at 3:30), or off',
  }),
);

const zone = z.string().refine(
  isZone,
  because({
    zh: '要写 IANA 时区，例：Asia/Shanghai',
    en: 'an IANA time zone such as Asia/Shanghai',
  }),
);

/** When the bot does what the operator wants done regularly, as `.env.example` lists it. */
export const scheduleSettings = z.object({
  LIANLUO_ZONE: zone.default('Asia/Shanghai').meta({
    description: 'The time zone of these times and of the readable log',
    examples: ['Asia/Shanghai'],
  }),
  BACKUP_SCHEDULE: expression.default('30 3 * * *').meta({
    description: 'When a back-up is made, as cron says it, or off',
    examples: ['30 3 * * *'],
  }),
  SWEEP_SCHEDULE: expression.default('0 4 * * *').meta({
    description: 'When photos that nothing names any more are removed, as cron says it, or off',
    examples: ['0 4 * * *'],
  }),
  DAILY_LINE: expression.default('0 8 * * *').meta({
    description: 'When the log says in one line how the bot is doing, as cron says it, or off',
    examples: ['0 8 * * *'],
  }),
});

/** Something that is done at the moments of a cron expression. */
export interface Job {
  readonly name: string;
  /** Or `off`. */
  readonly at: string;
  readonly run: () => Promise<void>;
}

interface Planned {
  readonly job: Job;
  /** When it is due next, ms. */
  next: number;
  running: boolean;
}

/**
 * The operator's jobs. `look` is called with each tick of the clock: node-cron says when the next
 * moment is, and only the comparison with the wall clock runs a job. So a step of the clock back or
 * ahead makes a job neither silent nor many.
 */
export class Schedule {
  private readonly planned: readonly Planned[];
  private readonly zone: string;
  private readonly log: Log;

  /** @param now the wall clock, ms. */
  constructor(jobs: readonly Job[], { zone: timezone, log }: { zone: string; log: Log }) {
    this.zone = timezone;
    this.log = log;
    this.planned = jobs
      .filter(({ at }) => at !== 'off')
      .map((job) => ({ job, next: this.after(job), running: false }));
  }

  /** Runs what has come due, each once, however many of its moments have passed. */
  look(now: number): Promise<unknown> {
    const due = this.planned.filter((one) => {
      const isDue = now >= one.next && !one.running;
      // Anew each time: after a step back the next moment is sooner than the one that was planned.
      one.next = this.after(one.job);
      return isDue;
    });
    return Promise.all(due.map((one) => this.run(one)));
  }

  private async run(one: Planned): Promise<void> {
    one.running = true;
    try {
      await one.job.run();
    } catch (error) {
      this.log.error('a scheduled job failed', error, { job: one.job.name });
    } finally {
      one.running = false;
    }
  }

  /** The first moment after now, ms. */
  private after({ at }: Job): number {
    const task = createTask(at, () => {}, { timezone: this.zone });
    const [slot] = task.getNextRuns(1);
    void task.destroy();
    return slot?.getTime() ?? Number.POSITIVE_INFINITY;
  }
}
