import type { Alarm } from '../core/capability.ts';

export interface Due {
  readonly alarm: Alarm;
  /** Id of the record. */
  readonly id: string;
  readonly at: number;
}

/** How long a record is left alone after its alarm did not do away with its moment, ms. */
const SNOOZE = 10 * 60_000;

/** The moments of one partition, kept in step with its records. */
export class Alarms {
  private readonly due = new Map<string, Due>();
  private readonly byCollection = new Map<string, Alarm[]>();
  private readonly snoozed = new Map<string, number>();
  private earliest: Due | undefined;
  private stale = false;

  constructor(alarms: readonly Alarm[]) {
    for (const alarm of alarms) {
      const those = this.byCollection.get(alarm.of.name);
      if (those === undefined) this.byCollection.set(alarm.of.name, [alarm]);
      else those.push(alarm);
    }
  }

  /** A record was put, or removed. */
  follow(collection: string, id: string, record: { readonly id: string } | undefined): void {
    for (const alarm of this.byCollection.get(collection) ?? []) {
      const key = keyOf(alarm, id);
      const at = record && alarm.at(record);
      if (this.due.get(key)?.at === at) continue;
      this.snoozed.delete(key);
      if (at === undefined) this.due.delete(key);
      else this.due.set(key, { alarm, id, at });
      this.stale = true;
    }
  }

  /** The earliest one to attend to; those that snooze come when they wake. */
  next(): Due | undefined {
    if (this.stale) {
      this.stale = false;
      this.earliest = undefined;
      for (const due of this.due.values())
        if (this.earliest === undefined || this.waits(due) < this.waits(this.earliest)) this.earliest = due;
    }
    return this.earliest;
  }

  /** When `next()` is to be attended to, ms. */
  nextAt(): number | undefined {
    const due = this.next();
    return due && this.waits(due);
  }

  /** The earliest moment of all, snoozing or not. */
  earliestAt(): number | undefined {
    let earliest: number | undefined;
    for (const { at } of this.due.values()) if (earliest === undefined || at < earliest) earliest = at;
    return earliest;
  }

  /** Leaves one alone for a while if its moment is still the same, so that it neither blocks the others nor is lost. */
  snooze({ alarm, id, at }: Due, now: number): void {
    const key = keyOf(alarm, id);
    if (this.due.get(key)?.at !== at) return;
    this.snoozed.set(key, now + SNOOZE);
    this.stale = true;
  }

  private waits({ alarm, id, at }: Due): number {
    return this.snoozed.get(keyOf(alarm, id)) ?? at;
  }
}

function keyOf(alarm: Alarm, id: string): string {
  return `${alarm.name}\n${id}`;
}
