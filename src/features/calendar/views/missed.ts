import type { BroadcastRow } from '../../../core/records.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import { MINUTE, momentOf } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { sayWhen } from '../../../core/when/index.ts';
import type { Rule } from '../records.ts';
import { noticesTexts } from '../texts/notices.ts';

/** A day that was never announced and is over. */
export function missedDay(rule: Rule, day: string, context: ViewContext): Text {
  const start = momentOf(day, rule.at, rule.zone);
  const when = sayWhen({ start, end: start + rule.minutes * MINUTE }, context);
  return series([plain(rule.title), when], plain(' '));
}

/** A poll that was to open, and did not. */
export function missedPoll(rule: Rule, day: string, question: string, context: ViewContext): Text {
  return noticesTexts.pollMissed(rule.title, dayText(day, rule, context), question);
}

/** Why a broadcast did not reach its group. */
export function whyText({ why = 'stale' }: Pick<BroadcastRow, 'why'>): Text {
  return noticesTexts.why[why];
}

/** The most broadcasts that are named to the liaisons. */
const MISSED_SHOWN = 5;

/** What was not sent, for the liaisons: one line for each broadcast and reason. */
export function missedText(missed: readonly BroadcastRow[], context: ViewContext): Text {
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
      noticesTexts.missedLine(
        sayWhen({ start: row.planned }, context),
        first,
        whyText(row),
        same.length,
      ),
    ];
  });
  return lines(noticesTexts.missed(missed.length), ...named, noticesTexts.missedNext);
}

export function dayText(date: string, { zone }: Rule, context: ViewContext): Text {
  return sayWhen({ start: momentOf(date, '12:00', zone), dateOnly: true }, { ...context, zone });
}
