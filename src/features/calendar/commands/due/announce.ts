import { put, type Remember } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { broadcast, type Outcome, remember, together } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import { type Activity, activities, activityText, openSignup } from '../../../activities/index.ts';
import { choicesFor, newPoll, pollText } from '../../../polls/index.ts';
import { type Occurrence, occurrences, type Rule, type RuleNotice, rules } from '../../records.ts';
import { audienceOfRule, groupsToTell } from '../../rules/audience.ts';
import { aheadOf, isSent } from '../../rules/notices.ts';
import { noticesTexts } from '../../texts/notices.ts';
import { missedDay, missedPoll } from '../../views/missed.ts';

/** The next notice of an occurrence: one broadcast, sent or marked as missed. */
export function announce(occurrence: Occurrence, context: DecisionContext): Outcome {
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
      ? noticeOfDay(due, about, context)
      : noticeOfPoll(due, due.poll, sent, about, context);
  return together(
    remember(put(occurrences, { ...occurrence, notices: left }), ...told.remember),
    broadcast({
      id: `${occurrence.id}/${due.id}`,
      groups: groupsToTell(rule, activity, records),
      text: told.text,
      choices: told.choices,
      planned: due.planned,
      deadline: sent ? due.deadline : due.planned,
      atAnyHour: true,
    }),
  );
}

interface NoticeSubject {
  readonly rule: Rule;
  readonly day: string;
  readonly activity: Activity | undefined;
}

/** What a notice says, and what begins with it. */
interface NoticeText {
  readonly text: Text;
  readonly choices: readonly string[];
  readonly remember: readonly Remember[];
}

/**
 * It tells of the day. Sign-up begins with it, also where it is not sent: people find it open when
 * they come.
 */
function noticeOfDay(
  { days, opens }: RuleNotice,
  { rule, day, activity }: NoticeSubject,
  context: DecisionContext,
): NoticeText {
  const begins = activity?.state === 'planned' && opens === 'signup';
  const begun = begins ? openSignup(activity, context.now) : undefined;
  const shown = begun?.activity ?? activity;
  const what = shown ? activityText(shown, context) : missedDay(rule, day, context);
  return {
    text: noticesTexts.notice(noticesTexts.coming(days), what),
    choices: shown?.state === 'open' ? [`报名 E${shown.number}`, `请假 E${shown.number}`] : [],
    remember: begun?.remember ?? [],
  };
}

/**
 * It asks what is done on the day. Where it is not sent there is no poll: nobody would know, and
 * few votes decide badly.
 */
function noticeOfPoll(
  { days }: RuleNotice,
  { until, ...plan }: NonNullable<RuleNotice['poll']>,
  sent: boolean,
  { rule, day, activity }: NoticeSubject,
  context: DecisionContext,
): NoticeText {
  if (!sent)
    return { text: missedPoll(rule, day, plan.question, context), choices: [], remember: [] };
  const { poll, remember: changes } = newPoll(
    {
      ...plan,
      deadline: aheadOf(day, until, rule.zone),
      audience: audienceOfRule(rule),
      ...(activity && { about: activity.id }),
      ...(rule.liaison && { by: rule.liaison }),
    },
    context,
  );
  const text = noticesTexts.notice(noticesTexts.coming(days), pollText(poll, context));
  return { text, choices: choicesFor(poll), remember: changes };
}
