import { put, type Records } from '../../core/collection.ts';
import type { DueRule } from '../../core/feature.ts';
import { OverlayRecords } from '../../core/overlay-records.ts';
import { type BroadcastRow, broadcasts } from '../../core/records.ts';
import { broadcastRows } from '../../identity/alliance/index.ts';
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
 * Every notice of the fixed days from a moment to another, soonest first. The alarms ring on a
 * draft, so nothing is remembered and nothing sent. What is recorded already is told as it is
 * recorded; for a time before a rule was made, what it would have sent.
 */
export function rehearse(
  noticeRules: readonly DueRule[],
  { records, zone, from, until }: { records: Records; zone: string; from: number; until: number },
): readonly Rehearsed[] {
  const draft = new OverlayRecords(records);
  draft.apply(records.all(rules).map((rule) => put(rules, inForceFrom(rule, from))));
  const rows: BroadcastRow[] = [...records.all(broadcasts)];
  const bells = new DueMoments(noticeRules, draft);
  let ids = 0;
  for (let bell = bells.next(until); bell !== undefined; bell = bells.next(until)) {
    const { rule, id, at: now } = bell;
    const record = draft.get(rule.collection, id);
    const context = {
      records: draft,
      now,
      zone,
      newId: () => `rehearsed-${++ids}`,
      randomBelow: () => 0,
      reaches: () => true,
    };
    const outcome = record === undefined ? undefined : rule.fire(record, context);
    draft.apply(outcome?.remember ?? []);
    bells.follow(bell, outcome?.remember ?? []);
    for (const effect of outcome?.effects ?? [])
      if (effect.kind === 'broadcast') rows.push(...broadcastRows(effect, { records: draft, now }));
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

/** The moments of a draft, kept in step with it. */
class DueMoments {
  private readonly moments = new Map<string, DueMoment>();
  private readonly dueRules: readonly DueRule[];
  private readonly draft: OverlayRecords;

  constructor(dueRules: readonly DueRule[], draft: OverlayRecords) {
    this.dueRules = dueRules;
    this.draft = draft;
    for (const rule of dueRules)
      for (const { id } of draft.all(rule.collection)) this.set(rule, id);
  }

  next(until: number): DueMoment | undefined {
    let first: DueMoment | undefined;
    for (const bell of this.moments.values())
      if (first === undefined || bell.at < first.at) first = bell;
    return first !== undefined && first.at <= until ? first : undefined;
  }

  /** After one has rung: a moment that did not pass would come for ever. */
  follow(
    rung: DueMoment,
    changes: readonly { readonly collection: { readonly name: string }; readonly id: string }[],
  ): void {
    this.moments.delete(keyOf(rung.rule, rung.id));
    for (const { collection, id } of changes) {
      const concerned = this.dueRules.filter((rule) => rule.collection.name === collection.name);
      for (const rule of concerned) this.set(rule, id);
    }
  }

  private set(rule: DueRule, id: string): void {
    const record = this.draft.get(rule.collection, id);
    const at = record && rule.at(record);
    if (at === undefined) this.moments.delete(keyOf(rule, id));
    else this.moments.set(keyOf(rule, id), { rule, id, at });
  }
}

function keyOf(rule: DueRule, id: string): string {
  return `${rule.name}\n${id}`;
}
