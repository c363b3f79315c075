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

/** How long a record is left alone after its alarm did not do away with its moment, ms. */
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
      const key = keyOf(rule, id);
      const at = record && rule.at(record);
      if (this.due.get(key)?.at === at) continue;
      if (at === undefined) this.due.delete(key);
      else this.enter({ rule: rule, id, at }, key, at);
    }
  }

  /** The earliest one to attend to; those that snooze come when they wake. */
  next(): Due | undefined {
    return this.top();
  }

  /** When `next()` is to be attended to, ms. */
  nextAt(): number | undefined {
    return this.top()?.wake;
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
    const key = keyOf(rule, id);
    if (this.due.get(key)?.at === at) this.enter({ rule, id, at }, key, now + SNOOZE);
  }

  /**
   * Those that were left alone are attended to at their moment after all: the clock by which they
   * were has been set back.
   */
  awake(): void {
    for (const [key, { rule, id, at, wake }] of [...this.due])
      if (wake !== at) this.enter({ rule, id, at }, key, at);
  }

  private enter(due: Due, key: string, wake: number): void {
    const entry = { ...due, key, wake, order: this.entered++ };
    this.due.set(key, entry);
    this.heap.push(entry);
    for (let at = this.heap.length - 1; at > 0; ) {
      const above = (at - 1) >> 1;
      if (!this.swapped(above, at)) break;
      at = above;
    }
  }

  private top(): Entry | undefined {
    for (;;) {
      const first = this.heap[0];
      if (first === undefined || this.due.get(first.key) === first) return first;
      this.dropTop();
    }
  }

  private dropTop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const below = isBefore(this.heap[left + 1], this.heap[left]) ? left + 1 : left;
      if (!this.swapped(at, below)) break;
      at = below;
    }
  }

  /** Puts two in order; says whether they were not. */
  private swapped(above: number, below: number): boolean {
    const upper = this.heap[above];
    const lower = this.heap[below];
    if (upper === undefined || lower === undefined || !isBefore(lower, upper)) return false;
    this.heap[above] = lower;
    this.heap[below] = upper;
    return true;
  }
}

function isBefore(one: Entry | undefined, other: Entry | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.wake < other.wake || (one.wake === other.wake && one.order < other.order);
}

function keyOf(rule: DueRule, id: string): string {
  return `${rule.name}\n${id}`;
}
