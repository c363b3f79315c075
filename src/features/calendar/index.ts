import { put, type Remember } from '../../core/collection.ts';
import type { DecisionContext } from '../../core/command.ts';
import { type DueRule, dueRule, type Feature, feature } from '../../core/feature.ts';
import { broadcast, nothing, type Outcome, remember, tell, together } from '../../core/outcome.ts';
import { type BroadcastRow, broadcasts } from '../../core/records.ts';
import type { Holidays } from '../../core/recurring/index.ts';
import type { Text } from '../../core/text.ts';
import { dateOf } from '../../core/time.ts';
import { groups, groupsOf } from '../../identity/alliance/index.ts';
import { convenorsOf, liaisonsOf, type NextStep } from '../../identity/people/index.ts';
import {
  type Activity,
  activities,
  activityText,
  fixedDayActivity,
  movedAlong,
  openSignup,
} from '../activities/index.ts';
import { tellUnknown } from '../holidays/index.ts';
import { choicesFor, newPoll, pollText } from '../polls/index.ts';
import { calendarCommands } from './commands/index.ts';
import { type Notice, type Occurrence, occurrences, type Rule, rules } from './records.ts';
import {
  aheadOf,
  type Day,
  FORGOTTEN,
  isSent,
  nearsAt,
  nextDay,
  noticesMoved,
  setBack,
  wasMissed,
} from './rules.ts';
import { texts } from './texts.ts';
import { missedDay, missedPoll, missedText } from './views.ts';

export { checkinWindow, notice, type Rule, rules } from './records.ts';
export { noticeNamed, pollMisfit } from './rules.ts';
export { whyText } from './views.ts';

/**
 * Fixed days: what they announce and when. `holidays` decide the day on which a planned date takes
 * place; whoever sets up an alliance is told what comes `next`.
 */
export function calendar(holidays: Holidays, next: NextStep): Feature {
  return feature({
    name: 'calendar',
    collections: [rules, occurrences],
    commands: calendarCommands(holidays, next),
    dueRules: [...announcing(holidays), reporting, losing],
    onClockCorrected: ({ records, now }) =>
      records.all(rules).flatMap((rule) => setBack(rule, records, now)),
  });
}

/** What sends the notices of fixed days; a rehearsal lets the same ring. */
export function announcing(holidays: Holidays): readonly DueRule[] {
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
      name: 'a fixed day was moved',
      collection: activities,
      at: (activity) => (activity.occurrence === undefined ? undefined : activity.moved),
      fire: follow,
    }),
  ];
}

const reporting = dueRule({
  name: 'a broadcast was not sent',
  collection: broadcasts,
  at: (row) => (wasMissed(row) && !row.reported ? row.at : undefined),
  fire: report,
});

const losing = dueRule({
  name: 'a group is gone',
  collection: groups,
  at: ({ gone }) => (gone?.told === false ? gone.at : undefined),
  fire: (group, { records }) =>
    together(
      remember(put(groups, { ...group, gone: group.gone && { ...group.gone, told: true } })),
      ...convenorsOf(records).map((person) => tell(person.id, texts.groupGone(group.title))),
    ),
});

/** A day becomes an occurrence with its activity; a day that is over gets none any more. */
function comeNear(rule: Rule, holidays: Holidays, context: DecisionContext): Outcome {
  const day = nextDay(rule, holidays);
  if (day === undefined) return nothing;
  const past = put(rules, { ...rule, through: day.date });
  // One that is there already stays as it was announced.
  const id = `${rule.id}/${day.date}`;
  const known = context.records.get(occurrences, id) !== undefined;
  if (known || day.end < context.now - FORGOTTEN) return remember(past);
  const made = day.end > context.now ? activityOf(rule, day, context) : undefined;
  const occurrence = {
    id,
    rule: rule.id,
    date: day.date,
    day: day.day,
    notices: [...day.notices],
    ...(made === undefined ? {} : { activity: made.activity.id }),
  };
  return together(
    remember(past, ...(made?.remember ?? []), put(occurrences, occurrence)),
    rule.holiday === 'keep' && rule.on.type !== 'workday'
      ? nothing
      : tellUnknown(day.date, holidays, context),
  );
}

function activityOf(rule: Rule, day: Day, context: DecisionContext) {
  const { title, kind, place, capacity, groups, liaison } = rule;
  const { start, end, opens, closes } = day;
  const signup = day.notices.find((one) => one.opens === 'signup');
  return fixedDayActivity(
    {
      title,
      kind,
      place,
      capacity,
      groups,
      by: liaison,
      start,
      end,
      opens,
      closes,
      occurrence: `${rule.id}/${day.date}`,
      ...(signup === undefined ? {} : { signupFrom: signup.planned }),
    },
    context,
  );
}

/** The next notice of an occurrence: one broadcast, sent or marked as missed. */
function announce(occurrence: Occurrence, context: DecisionContext): Outcome {
  const { records, now } = context;
  const [due, ...left] = occurrence.notices;
  const rule = records.get(rules, occurrence.rule);
  const activity =
    occurrence.activity === undefined ? undefined : records.get(activities, occurrence.activity);
  const off = rule === undefined || activity?.state === 'cancelled';
  // What is called off may be on again before its other notices are due.
  if (due === undefined || off) return remember(put(occurrences, { ...occurrence, notices: left }));
  const sent = isSent(due, occurrence.rule, records, now);
  const about = { rule, activity, day: occurrence.day };
  const told =
    due.poll === undefined
      ? invited(due, about, context)
      : asked(due, due.poll, sent, about, context);
  return together(
    remember(put(occurrences, { ...occurrence, notices: left }), ...told.remember),
    broadcast({
      id: `${occurrence.id}/${due.id}`,
      groups: rule.groups.length > 0 ? rule.groups : groupsOf(records).map((group) => group.id),
      text: told.text,
      choices: told.choices,
      planned: due.planned,
      deadline: sent ? due.deadline : due.planned,
      atAnyHour: true,
    }),
  );
}

interface About {
  readonly rule: Rule;
  readonly day: string;
  readonly activity: Activity | undefined;
}

/** What a notice says, and what begins with it. */
interface Told {
  readonly text: Text;
  readonly choices: readonly string[];
  readonly remember: readonly Remember[];
}

/**
 * It tells of the day. Sign-up begins with it, also where it is not sent: people find it open when
 * they come.
 */
function invited(
  { days, opens }: Notice,
  { rule, day, activity }: About,
  context: DecisionContext,
): Told {
  const begins = activity?.state === 'planned' && opens === 'signup';
  const begun = begins ? openSignup(activity, context.now) : undefined;
  const shown = begun?.activity ?? activity;
  const what = shown ? activityText(shown, context) : missedDay(rule, day, context);
  return {
    text: texts.notice(texts.coming(days), what),
    choices: shown?.state === 'open' ? [`报名 E${shown.number}`, `请假 E${shown.number}`] : [],
    remember: begun?.remember ?? [],
  };
}

/**
 * It asks what is done on the day. Where it is not sent there is no poll: nobody would know, and
 * few votes decide badly.
 */
function asked(
  { days }: Notice,
  { until, ...plan }: NonNullable<Notice['poll']>,
  sent: boolean,
  { rule, day, activity }: About,
  context: DecisionContext,
): Told {
  if (!sent)
    return { text: missedPoll(rule, day, plan.question, context), choices: [], remember: [] };
  const { poll, remember: changes } = newPoll(
    {
      ...plan,
      deadline: aheadOf(day, until, rule.zone),
      groups: rule.groups,
      ...(activity && { about: activity.id }),
      ...(rule.liaison && { by: rule.liaison }),
    },
    context,
  );
  const text = texts.notice(texts.coming(days), pollText(poll, context));
  return { text, choices: choicesFor(poll), remember: changes };
}

/**
 * The day of an activity was moved by hand: what is still to be announced goes with it, and comes
 * back with it.
 */
function follow(activity: Activity, context: DecisionContext): Outcome {
  const { records, now } = context;
  const occurrence = records.get(occurrences, activity.occurrence ?? '');
  const rule = occurrence && records.get(rules, occurrence.rule);
  if (occurrence === undefined || rule === undefined)
    return remember(movedAlong(activity, undefined, context));
  const day = dateOf(activity.start, rule.zone);
  const { notices, passed } = noticesMoved(occurrence, rule, day, activity.start, now);
  const signupFrom = notices.find((one) => one.opens === 'signup')?.planned;
  return remember(
    movedAlong(activity, { signupFrom }, context),
    put(occurrences, { ...occurrence, day, notices, passed }),
  );
}

/** Tells the liaisons once about everything that did not reach a group. */
function report(_: BroadcastRow, context: DecisionContext): Outcome {
  const { records } = context;
  const missed = records.all(broadcasts).filter((row) => wasMissed(row) && !row.reported);
  const text = missedText(missed, context);
  return together(
    remember(...missed.map((row) => put(broadcasts, { ...row, reported: true }))),
    ...liaisonsOf(records).map((person) => tell(person.id, text)),
  );
}
