import { activities, isAhead, listLine } from '../activities/index.ts';
import type { Records } from '../core/collection.ts';
import type { BroadcastRow } from '../core/records.ts';
import type { Holidays } from '../core/recurring/index.ts';
import { lines, plain, series, type Text } from '../core/text.ts';
import { addDays, dateOf, MINUTE, momentOf } from '../core/time.ts';
import { sayWhen } from '../core/when/index.ts';
import { type Rule, rules } from './records.ts';
import { type Day, daysAhead } from './rules.ts';
import { texts } from './texts.ts';

/** How far ahead `/日程` looks, days. */
const DAYS_SHOWN = 62;
const LINES_SHOWN = 6;

interface Scene {
  readonly records: Records;
  readonly now: number;
  readonly zone: string;
}

/** What is coming: activities, and fixed days that have not become one yet, soonest first. */
export function agendaText(scene: Scene, holidays: Holidays): Text {
  const coming = [...activitiesAhead(scene), ...fixedDaysAhead(scene, holidays)].sort((a, b) => a.start - b.start);
  if (coming.length === 0) return texts.agendaEmpty;
  return lines(
    texts.agendaTitle,
    ...coming.slice(0, LINES_SHOWN).map((one) => one.line),
    texts.agendaNext(coming.some((one) => one.open)),
  );
}

function activitiesAhead(scene: Scene) {
  return scene.records
    .all(activities)
    .filter(isAhead)
    .map((activity) => ({ start: activity.start, line: listLine(activity, scene), open: true }));
}

function fixedDaysAhead(scene: Scene, holidays: Holidays) {
  const { records, now, zone } = scene;
  const until = addDays(dateOf(now, zone), DAYS_SHOWN);
  return records.all(rules).flatMap((rule) =>
    comingDays(rule, holidays, now, until).map((day) => ({
      start: day.start,
      line: series([sayWhen(day, scene), plain(rule.title)], plain(' ')),
      open: false,
    })),
  );
}

/** The days of a rule that have not come near yet, up to a date. */
function comingDays(rule: Rule, holidays: Holidays, now: number, until: string): readonly Day[] {
  const found: Day[] = [];
  if (!rule.active) return found;
  for (const day of daysAhead(rule, holidays)) {
    if (day.day > until) break;
    if (day.start > now) found.push(day);
  }
  return found;
}

/** A day that was never announced and is over. */
export function missedDay(rule: Rule, day: string, scene: Scene): Text {
  const start = momentOf(day, rule.at, rule.zone);
  const when = sayWhen({ start, end: start + rule.minutes * MINUTE }, scene);
  return series([plain(rule.title), when], plain(' '));
}

/** The most broadcasts that are named to the liaisons. */
const MISSED_SHOWN = 5;

/** What was not sent, for the liaisons: one line for each broadcast and reason. */
export function missedText(missed: readonly BroadcastRow[], scene: Scene): Text {
  const rows = new Map<string, BroadcastRow[]>();
  for (const row of missed) {
    const key = `${row.broadcast}@${row.why}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  const named = [...rows.values()].slice(-MISSED_SHOWN).flatMap((same) => {
    const [row] = same;
    if (row === undefined) return [];
    const [first = ''] = row.text.split('\n');
    return [
      texts.missedLine(sayWhen({ start: row.planned }, scene), first, texts.why[row.why ?? 'stale'], same.length),
    ];
  });
  return lines(texts.missed(missed.length), ...named, texts.missedNext);
}
