import type { Job } from './keyed-queue.ts';

/** So many places of jobs that are gone are kept at the front before the list is made anew. */
const GONE_KEPT = 256;

/** Jobs in the order in which they were added; taking one out moves no other. */
export class JobList {
  size = 0;
  private jobs: (Job | undefined)[] = [];
  private first = 0;
  private readonly places = new Map<Job, number>();
  private blockers: readonly Job[] = [];

  constructor(job: Job) {
    this.add(job);
  }

  /** Jobs that others wait for. */
  get blocking(): readonly Job[] {
    return this.blockers;
  }

  add(job: Job): void {
    this.places.set(job, this.jobs.length);
    this.jobs.push(job);
    this.size += 1;
  }

  remove(job: Job): void {
    const place = this.places.get(job);
    if (place === undefined) return;
    this.places.delete(job);
    this.jobs[place] = undefined;
    this.size -= 1;
    this.blockers = this.blockers.filter((one) => one !== job);
    while (this.first < this.jobs.length && this.jobs[this.first] === undefined) this.first += 1;
    if (this.first > GONE_KEPT && this.first > this.size) this.close();
  }

  /** Whether others wait for a job has changed. */
  noteBlocks(job: Job): void {
    const others = this.blockers.filter((one) => one !== job);
    this.blockers = job.blocks === undefined ? others : [...others, job];
  }

  *[Symbol.iterator](): Iterator<Job> {
    for (let at = this.first; at < this.jobs.length; at++) {
      const job = this.jobs[at];
      if (job !== undefined) yield job;
    }
  }

  private close(): void {
    this.jobs = this.jobs.slice(this.first).filter((job) => job !== undefined);
    this.first = 0;
    this.jobs.forEach((job, place) => {
      if (job !== undefined) this.places.set(job, place);
    });
  }
}
