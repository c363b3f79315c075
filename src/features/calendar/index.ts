import { put } from '../../core/collection.ts';
import { type DueRule, dueRule, type Feature, feature } from '../../core/feature.ts';
import { stays } from '../../core/keeping.ts';
import { remember } from '../../core/outcome.ts';
import { broadcasts, wasMissed } from '../../core/records.ts';
import type { Holidays } from '../../core/recurring/index.ts';
import { groups } from '../../identity/alliance/index.ts';
import type { NextStep } from '../../identity/people/index.ts';
import { activities } from '../activities/index.ts';
import { announce } from './commands/due/announce.ts';
import { comeNear } from './commands/due/come-near.ts';
import { followMove } from './commands/due/follow-move.ts';
import { remind } from './commands/due/remind.ts';
import { reportMissed } from './commands/due/report-missed.ts';
import { tellGroupGone } from './commands/due/tell-group-gone.ts';
import { calendarCommands } from './commands/index.ts';
import { occurrences, rules } from './records.ts';
import { planAgain } from './rules/clock-correction.ts';
import { nearsAt } from './rules/days.ts';

export { checkinWindow, notice, occurrences, type Rule, rules } from './records.ts';
export { noticeNamed, pollMisfit } from './rules/notices.ts';
export { whyText } from './views/missed.ts';

/**
 * Fixed days: what they announce and when. `holidays` decide the day on which a planned date takes
 * place; whoever sets up an alliance is told what comes `next`.
 */
export function calendar(holidays: Holidays, next: NextStep): Feature {
  return feature({
    name: 'calendar',
    collections: [rules, occurrences],
    stays: [stays('alliance', rules), stays('history', occurrences)],
    commands: calendarCommands(holidays, next),
    dueRules: [...noticeRules(holidays), missedRule, groupGoneRule],
    leave: (person, { records }) =>
      remember(
        ...records
          .all(rules)
          .filter(({ liaison }) => liaison === person)
          .map(({ liaison: _, ...rule }) => put(rules, rule)),
      ),
    onClockCorrected: ({ records, now }) =>
      records.all(rules).flatMap((rule) => planAgain(rule, records, now)),
  });
}

/** The rules that send the notices of fixed days and activities; a rehearsal fires the same ones. */
export function noticeRules(holidays: Holidays): readonly DueRule[] {
  return [
    dueRule({
      name: 'a fixed day comes near',
      collection: rules,
      at: (rule) => nearsAt(rule, holidays),
      fire: (rule, context) => comeNear(rule, holidays, context),
    }),
    dueRule({
      name: 'a notice is due',
      collection: occurrences,
      at: (occurrence) => occurrence.notices[0]?.planned,
      fire: announce,
    }),
    dueRule({
      name: 'an activity by hand comes near',
      collection: activities,
      at: (activity) => activity.notices?.[0]?.planned,
      fire: remind,
    }),
    dueRule({
      name: 'a fixed day was moved',
      collection: activities,
      at: (activity) => (activity.occurrence === undefined ? undefined : activity.moved),
      fire: followMove,
    }),
  ];
}

const missedRule = dueRule({
  name: 'a broadcast was not sent',
  collection: broadcasts,
  at: (row) => (wasMissed(row) && !row.reported ? row.at : undefined),
  fire: reportMissed,
});

const groupGoneRule = dueRule({
  name: 'a group is gone',
  collection: groups,
  at: ({ gone }) => (gone?.told === false ? gone.at : undefined),
  fire: tellGroupGone,
});
