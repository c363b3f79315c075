import { activities, isAhead, listLine } from '../activities/index.ts';
import type { Records } from '../core/collection.ts';
import type { BroadcastRow } from '../core/records.ts';
import { lines, series, type Text } from '../core/text.ts';
import { addDays, dateOf } from '../core/time.ts';
import { sayWhen } from '../core/when/index.ts';
import { occurrences, type Rule, rules } from './records.ts';
import { datesOf, spanOf } from './rules.ts';
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
export function agendaText(scene: Scene): Text {
  const coming = [...activitiesAhead(scene), ...fixedDaysAhead(scene)].sort((a, b) => a.start - b.start);
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

function fixedDaysAhead(scene: Scene) {
  const { records, now, zone } = scene;
  const until = addDays(dateOf(now, zone), DAYS_SHOWN);
  return records.all(rules).flatMap((rule) => {
    const days = [];
    for (const date of datesOf(rule, dateOf(now, rule.zone))) {
      if (!rule.active || date > until) break;
      const span = spanOf(rule, date);
      if (span.start <= now || records.get(occurrences, `${rule.id}/${date}`) !== undefined) continue;
      const when = sayWhen(span, scene);
      days.push({
        start: span.start,
        line: series([when, { zh: rule.title, en: rule.title }], { zh: ' ', en: ' ' }),
        open: false,
      });
    }
    return days;
  });
}

/** A day that was never announced and is over. */
export function missedDay(rule: Rule, date: string, scene: Scene): Text {
  return series([{ zh: rule.title, en: rule.title }, sayWhen(spanOf(rule, date), scene)], { zh: ' ', en: ' ' });
}

/** What was not sent, for the liaisons. */
export function missedText(rows: readonly BroadcastRow[], scene: Scene): Text {
  const row = rows[0];
  if (row === undefined) return { zh: '', en: '' };
  const [first = ''] = row.text.split('\n');
  const line = texts.missedLine(sayWhen({ start: row.planned }, scene), first, texts.why[row.why ?? 'stale']);
  return texts.missed(line, rows.length);
}
