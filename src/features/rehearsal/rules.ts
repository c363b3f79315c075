import { put, type Records } from '../../core/collection.ts';
import type { DueRule } from '../../core/feature.ts';
import { OverlayRecords } from '../../core/overlay-records.ts';
import { type BroadcastRow, broadcasts } from '../../core/records.ts';
import { broadcastRows } from '../../identity/people/index.ts';
import { noticeNamed, type Rule, rules } from '../calendar/index.ts';

/** What will be sent to one group, if nothing is changed until then. */
export interface Rehearsed {
  readonly at: number;
  /** Id of the group. */
  readonly group: string;
  readonly rule: string;
  /** Planned local date. */
  readonly occurrence: string;
  readonly notice: string;
  readonly text: string;
}

/**
 * Every notice of the fixed days from a moment to another, soonest first. The rules fire on
 * an overlay of the records, so nothing is remembered and nothing is sent. A row that exists already
 * is told as it is; for a time before a rule was made, what it would have sent.
 */
export function rehearse(
  noticeRules: readonly DueRule[],
  { records, zone, from, until }: { records: Records; zone: string; from: number; until: number },
): readonly Rehearsed[] {
  const overlay = new OverlayRecords(records);
  overlay.apply(records.all(rules).map((rule) => put(rules, inForceFrom(rule, from))));
  const rows: BroadcastRow[] = [...records.all(broadcasts)];
  const moments = new DueMoments(noticeRules, overlay);
  let ids = 0;
  for (let due = moments.next(until); due !== undefined; due = moments.next(until)) {
    const { rule, id, at: now } = due;
    const record = overlay.get(rule.collection, id);
    const context = {
      records: overlay,
      now,
      zone,
      newId: () => `rehearsed-${++ids}`,
      randomBelow: () => 0,
      reaches: () => true,
    };
    const outcome = record === undefined ? undefined : rule.fire(record, context);
    overlay.apply(outcome?.remember ?? []);
    moments.follow(due, outcome?.remember ?? []);
    for (const effect of outcome?.effects ?? [])
      if (effect.kind === 'broadcast')
        rows.push(...broadcastRows(effect, { records: overlay, now }));
  }
  return rows.flatMap((row) => rehearsed(row, from, until)).sort((a, b) => a.at - b.at);
}

function inForceFrom(rule: Rule, from: number): Rule {
  return rule.since < from ? rule : { ...rule, since: from - 1, through: undefined };
}

function rehearsed(row: BroadcastRow, from: number, until: number): readonly Rehearsed[] {
  const named = noticeNamed(row.broadcast);
  if (named === undefined || row.notBefore < from || row.notBefore > until) return [];
  return [{ at: row.notBefore, group: row.group, text: row.text, ...named }];
}

interface DueMoment {
  readonly rule: DueRule;
  readonly id: string;
  readonly at: number;
}

/** The due moments of an overlay of records, kept in step with it. */
class DueMoments {
  private readonly moments = new Map<string, DueMoment>();
  private readonly dueRules: readonly DueRule[];
  private readonly overlay: OverlayRecords;

  constructor(dueRules: readonly DueRule[], overlay: OverlayRecords) {
    this.dueRules = dueRules;
    this.overlay = overlay;
    for (const rule of dueRules)
      for (const { id } of overlay.all(rule.collection)) this.set(rule, id);
  }

  next(until: number): DueMoment | undefined {
    let first: DueMoment | undefined;
    for (const due of this.moments.values())
      if (first === undefined || due.at < first.at) first = due;
    return first !== undefined && first.at <= until ? first : undefined;
  }

  /** After a rule has fired: a moment that stayed due would come for ever. */
  follow(
    fired: DueMoment,
    changes: readonly { readonly collection: { readonly name: string }; readonly id: string }[],
  ): void {
    this.moments.delete(keyOf(fired.rule, fired.id));
    for (const { collection, id } of changes) {
      const concerned = this.dueRules.filter((rule) => rule.collection.name === collection.name);
      for (const rule of concerned) this.set(rule, id);
    }
  }

  private set(rule: DueRule, id: string): void {
    const record = this.overlay.get(rule.collection, id);
    const at = record && rule.at(record);
    if (at === undefined) this.moments.delete(keyOf(rule, id));
    else this.moments.set(keyOf(rule, id), { rule, id, at });
  }
}

function keyOf(rule: DueRule, id: string): string {
  return `${rule.name}\n${id}`;
}
