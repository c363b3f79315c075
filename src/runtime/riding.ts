import type { Clock } from '../ports/clock.ts';
import type { Change } from '../ports/store.ts';

/** What nobody waits for is committed by itself when no other commit takes it along so long, ms. */
const LONGEST_RIDE = 50;

/**
 * Changes that are in memory and that nobody waits for: the next commit takes them along, which
 * saves one write for each message. If they are lost with the process, something is done twice.
 */
export class Riding {
  private changes: Change[] = [];
  private readonly partitions = new Set<string>();
  private cancelTimer: (() => void) | undefined;
  private readonly clock: Pick<Clock, 'after'>;
  private readonly commit: () => void;

  /** @param commit makes a commit of what rides; nothing may come of its failure. */
  constructor(clock: Pick<Clock, 'after'>, commit: () => void) {
    this.clock = clock;
    this.commit = commit;
  }

  add(changes: readonly Change[], partitions: readonly string[]): void {
    this.changes.push(...changes);
    for (const name of partitions) this.partitions.add(name);
    this.cancelTimer ??= this.clock.after(LONGEST_RIDE, this.commit);
  }

  /** What rides now, and of which partitions; it is the caller's to commit. */
  take(): { readonly changes: readonly Change[]; readonly partitions: readonly string[] } {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    const partitions = [...this.partitions];
    this.partitions.clear();
    return { changes: this.changes.splice(0), partitions };
  }
}
