import type { DueRule } from '../core/feature.ts';

export interface Due {
  readonly rule: DueRule;
  /** Id of the record. */
  readonly id: string;
  readonly at: number;
}

interface Entry extends Due {
  readonly key: string;
  /** When to attend to it: its moment, or the end of its snooze. */
  readonly wake: number;
  /** Of equal moments the one that came first is first. */
  readonly order: number;
}

/** How long a record is left alone after its rule did not do away with its moment, ms. */
const SNOOZE = 10 * 60_000;

/** The moments of one partition, kept in step with its records. */
export class DueQueue {
  private readonly due = new Map<string, Entry>();
  private readonly byCollection = new Map<string, DueRule[]>();
  /**
   * A binary heap by `wake`; entries that are no longer in `due` are thrown away when they come to
   * the top.
   */
  private readonly heap: Entry[] = [];
  private entered = 0;

  constructor(dueRules: readonly DueRule[]) {
    for (const rule of dueRules) {
      const those = this.byCollection.get(rule.collection.name);
      if (those === undefined) this.byCollection.set(rule.collection.name, [rule]);
      else those.push(rule);
    }
  }

  /** A record was put, or removed. */
  follow(collection: string, id: string, record: { readonly id: string } | undefined): void {
    for (const rule of this.byCollection.get(collection) ?? []) {
      const key = `${rule.name}\n${id}`;
      const at = record && rule.at(record);
      if (this.due.get(key)?.at === at) continue;
      if (at === undefined) this.due.delete(key);
      else this.enter({ rule, id, at }, key, at);
    }
  }

  /** The earliest one to attend to; those that snooze come when they wake. */
  next(): Due | undefined {
    this.nextAt();
    return this.heap[0];
  }

  /** When `next()` is to be attended to, ms. */
  nextAt(): number | undefined {
    for (let top = this.heap[0]; top !== undefined; top = this.heap[0]) {
      if (this.due.get(top.key) === top) return top.wake;
      this.dropTop();
    }
    return undefined;
  }

  /** The earliest moment of all, snoozing or not. */
  earliestAt(): number | undefined {
    let earliest: number | undefined;
    for (const { at } of this.due.values())
      if (earliest === undefined || at < earliest) earliest = at;
    return earliest;
  }

  /**
   * Leaves one alone for a while if its moment is still the same, so that it neither blocks the
   * others nor is lost.
   */
  snooze({ rule, id, at }: Due, now: number): void {
    const key = `${rule.name}\n${id}`;
    if (this.due.get(key)?.at === at) this.enter({ rule, id, at }, key, now + SNOOZE);
  }

  /**
   * Those that were left alone are attended to at their moment after all: the clock by which they
   * were has been set back.
   */
  clearSnooze(): void {
    for (const [key, { rule, id, at, wake }] of [...this.due])
      if (wake !== at) this.enter({ rule, id, at }, key, at);
  }

  /** Puts an entry below all that are not behind it. */
  private enter(due: Due, key: string, wake: number): void {
    const { heap } = this;
    const entry = { ...due, key, wake, order: this.entered++ };
    this.due.set(key, entry);
    let at = heap.push(entry) - 1;
    for (;;) {
      const above = (at - 1) >> 1;
      const upper = heap[above];
      if (upper === undefined || !isBefore(entry, upper)) break;
      heap[at] = upper;
      at = above;
    }
    heap[at] = entry;
  }

  /** Moves the last entry to the top, and down to where it belongs. */
  private dropTop(): void {
    const { heap } = this;
    const entry = heap.pop();
    if (entry === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const lower = isRight ? right : left;
      if (lower === undefined || !isBefore(lower, entry)) break;
      heap[at] = lower;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = entry;
  }
}

/** Of equal moments the one that was entered first. */
function isBefore(one: Entry, other: Entry): boolean {
  return one.wake < other.wake || (one.wake === other.wake && one.order < other.order);
}
