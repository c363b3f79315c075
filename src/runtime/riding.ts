import type { Clock } from '../ports/clock.ts';
import type { Change } from '../ports/store.ts';

/** What nobody waits for is committed by itself when no other commit takes it along so long, ms. */
const LONGEST_RIDE = 50;

/**
 * Changes that are in memory and that nobody waits for, by the partition that they were decided in:
 * its next commit takes them along, which saves one write for each message. If they are lost with
 * the process, something is done twice.
 */
export class Riding {
  private rides = new Map<string, Change[]>();
  private cancelTimer: (() => void) | undefined;
  private readonly clock: Pick<Clock, 'after'>;
  private readonly commit: () => void;

  /** @param commit makes commits of what rides; nothing may come of their failure. */
  constructor(clock: Pick<Clock, 'after'>, commit: () => void) {
    this.clock = clock;
    this.commit = commit;
  }

  add(changes: readonly Change[], partition: string): void {
    const riding = this.rides.get(partition) ?? [];
    riding.push(...changes);
    this.rides.set(partition, riding);
    this.cancelTimer ??= this.clock.after(LONGEST_RIDE, this.commit);
  }

  /** What rides now, by partition; it is the caller's to commit. */
  take(): ReadonlyMap<string, readonly Change[]> {
    const { rides } = this;
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    if (rides.size > 0) this.rides = new Map();
    return rides;
  }

  /**
   * Gives up what rides and has to do with these partitions. @returns them, and the others of which
   * memory has seen something that was given up.
   */
  giveUp(partitions: ReadonlySet<string>): ReadonlySet<string> {
    const all = new Set(partitions);
    let before: number;
    do {
      before = all.size;
      for (const [name, changes] of this.rides) {
        const seen = [name, ...changes.map(({ partition }) => partition)];
        if (!seen.some((one) => all.has(one))) continue;
        for (const one of seen) all.add(one);
        this.rides.delete(name);
      }
    } while (all.size > before);
    return all;
  }
}
