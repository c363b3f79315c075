import { type Activity, activities, activityText, newActivity } from '../activities/index.ts';
import { groups, groupsOf } from '../alliance/index.ts';
import { alarm, capability } from '../core/capability.ts';
import { put, type Remember } from '../core/collection.ts';
import type { Situation } from '../core/command.ts';
import { broadcast, nothing, type Outcome, remember, tell, together } from '../core/outcome.ts';
import { type BroadcastRow, broadcasts } from '../core/records.ts';
import { convenorsOf, liaisonsOf } from '../people/index.ts';
import { commands } from './commands.ts';
import { occurrences, type Rule, rules } from './records.ts';
import { type DueNotice, nextNotice, noticesToDecide, spanOf } from './rules.ts';
import { texts } from './texts.ts';
import { missedDay, missedText } from './views.ts';

export { rules } from './records.ts';

export const calendar = capability({
  name: 'calendar',
  collections: [rules, occurrences],
  commands,
  alarms: [
    alarm({
      name: 'a notice is due',
      of: rules,
      at: (rule) => (rule.active ? nextNotice(rule, rule.decided)?.planned : undefined),
      run: announce,
    }),
    alarm({
      name: 'a broadcast was not sent',
      of: broadcasts,
      at: (row) => (wasMissed(row) && !row.reported ? row.at : undefined),
      run: report,
    }),
    alarm({
      name: 'a group is gone',
      of: groups,
      at: ({ gone }) => (gone?.told === false ? gone.at : undefined),
      run: (group, { records }) =>
        together(
          remember(put(groups, { ...group, gone: group.gone && { ...group.gone, told: true } })),
          ...convenorsOf(records).map((person) => tell(person.id, texts.groupGone(group.title))),
        ),
    }),
  ],
});

/** Each fixed day becomes an activity with its first notice; every notice is one broadcast, sent or marked as missed. */
function announce(rule: Rule, situation: Situation): Outcome {
  const { notices, send, decided } = noticesToDecide(rule, situation.now);
  const days = notices.map((due, index) => ({ due, day: dayOf(rule, due, situation, index) }));
  return together(
    ...days.map(({ due, day }) =>
      together(remember(...day.remember), notice(rule, due, day.activity, send, situation)),
    ),
    remember(put(rules, { ...rule, decided })),
  );
}

/** The activity of a day, made now if there is none; a day that is over gets none any more. */
function dayOf(rule: Rule, { date }: DueNotice, situation: Situation, made: number): Day {
  const id = `${rule.id}/${date}`;
  const known = situation.records.get(occurrences, id);
  const span = spanOf(rule, date);
  if (known !== undefined) return { activity: situation.records.get(activities, known.activity), remember: [] };
  if (span.end <= situation.now) return { activity: undefined, remember: [] };
  const { title, kind, place, capacity, groups } = rule;
  const parts = { title, kind, place, capacity, groups, announced: true, ...span };
  const { activity, remember: changes } = newActivity(parts, situation, made);
  return { activity, remember: [...changes, put(occurrences, { id, rule: rule.id, date, activity: activity.id })] };
}

interface Day {
  readonly activity: Activity | undefined;
  readonly remember: readonly Remember[];
}

function notice(
  rule: Rule,
  due: DueNotice,
  activity: Activity | undefined,
  send: boolean,
  situation: Situation,
): Outcome {
  if (activity?.state === 'cancelled') return nothing;
  const about = activity ? activityText(activity, situation) : missedDay(rule, due.date, situation);
  return broadcast({
    id: `${rule.id}/${due.date}/${due.notice.id}`,
    groups: rule.groups.length > 0 ? rule.groups : groupsOf(situation.records).map((group) => group.id),
    text: texts.notice(texts.ahead(due.notice.days), about),
    choices: activity ? [`报名 E${activity.number}`, `请假 E${activity.number}`] : [],
    planned: due.planned,
    deadline: send ? due.deadline : due.planned,
    atAnyHour: true,
  });
}

function wasMissed({ state }: BroadcastRow): boolean {
  return state === 'skipped' || state === 'failed' || state === 'uncertain';
}

/** Tells the liaisons once about all groups that one broadcast did not reach. */
function report(row: BroadcastRow, situation: Situation): Outcome {
  const rows = situation.records.where(broadcasts, row.broadcast).filter((one) => wasMissed(one) && !one.reported);
  const text = missedText(rows, situation);
  return together(
    remember(...rows.map((one) => put(broadcasts, { ...one, reported: true }))),
    ...liaisonsOf(situation.records).map((person) => tell(person.id, text)),
  );
}
