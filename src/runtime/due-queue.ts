import type { DueRule } from '../core/feature.ts';
import { Heap } from './heap.ts';

export interface Due {
  readonly rule: DueRule;
  /** Id of the record. */
  readonly id: string;
  readonly at: number;
}

interface Waiting extends Due {
  /** When to attend to it: its moment, or the end of its snooze. */
  readonly wake: number;
}

/** How long a record is left alone after its rule did not do away with its moment, ms. */
const SNOOZE = 10 * 60_000;

/** The moments of one partition, kept in step with its records. */
export class DueQueue {
  /** Rule → id → its moment. */
  private readonly due = new Map<DueRule, Map<string, Waiting>>();
  /** Collection → its rules, each with what waits for it. */
  private readonly byCollection = new Map<string, (readonly [DueRule, Map<string, Waiting>])[]>();
  /** By when to attend to them; entries that are out of date are thrown away at the top. */
  private readonly byWake = new Heap<Waiting>();
  /** Those that snooze, by their moment. */
  private readonly snoozing = new Heap<Waiting>();

  constructor(dueRules: readonly DueRule[]) {
    for (const rule of dueRules) {
      const waiting = new Map<string, Waiting>();
      this.due.set(rule, waiting);
      const those = this.byCollection.get(rule.collection.name);
      if (those === undefined) this.byCollection.set(rule.collection.name, [[rule, waiting]]);
      else those.push([rule, waiting]);
    }
  }

  /** A record was put, or removed. */
  follow(collection: string, id: string, record: { readonly id: string } | undefined): void {
    const rules = this.byCollection.get(collection);
    if (rules === undefined) return;
    for (const [rule, waiting] of rules) {
      const at = record && rule.at(record);
      if (waiting.get(id)?.at === at) continue;
      if (at === undefined) waiting.delete(id);
      else this.enter({ rule, id, at, wake: at });
    }
  }

  /** The earliest one to attend to; those that snooze come when they wake. */
  next(): Due | undefined {
    return this.topOf(this.byWake);
  }

  /** When `next()` is to be attended to, ms. */
  nextAt(): number | undefined {
    return this.topOf(this.byWake)?.wake;
  }

  /** The earliest moment of all, snoozing or not. */
  earliestAt(): number | undefined {
    const snoozing = this.topOf(this.snoozing)?.at;
    // The first to attend to has the earliest moment of all that do not snooze, or snoozes itself.
    const next = this.topOf(this.byWake);
    if (snoozing === undefined || next === undefined) return snoozing ?? next?.at;
    return Math.min(snoozing, next.at);
  }

  /**
   * Leaves one alone for a while if its moment is still the same, so that it neither blocks the
   * others nor is lost.
   */
  snooze({ rule, id, at }: Due, now: number): void {
    if (this.entryOf(rule, id)?.at !== at) return;
    const entry = { rule, id, at, wake: now + SNOOZE };
    this.enter(entry);
    this.snoozing.push(at, entry);
  }

  /**
   * Those that were left alone are attended to at their moment after all: the clock by which they
   * were has been set back.
   */
  clearSnooze(): void {
    for (let top = this.topOf(this.snoozing); top !== undefined; top = this.topOf(this.snoozing)) {
      this.snoozing.pop();
      this.enter({ ...top, wake: top.at });
    }
  }

  private entryOf(rule: DueRule, id: string): Waiting | undefined {
    return this.due.get(rule)?.get(id);
  }

  private enter(entry: Waiting): void {
    this.due.get(entry.rule)?.set(entry.id, entry);
    this.byWake.push(entry.wake, entry);
  }

  /** The first that is still as it was entered. */
  private topOf(heap: Heap<Waiting>): Waiting | undefined {
    for (let top = heap.top; top !== undefined; top = heap.top) {
      if (this.entryOf(top.rule, top.id) === top) return top;
      heap.pop();
    }
    return undefined;
  }
}
