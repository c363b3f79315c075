import { letter, rest } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit, editsOf } from '../../../core/edits.ts';
import {
  type Outcome,
  refuse,
  remember,
  together,
  updateCardQuietly,
} from '../../../core/outcome.ts';
import { plain, series } from '../../../core/text.ts';
import { dateOf, HOUR } from '../../../core/time.ts';
import { readWhen } from '../../../core/when/index.ts';
import {
  type Activity,
  activities,
  fixedDayAt,
  headline,
  makeActivity,
  readPlan,
  reshape,
  takeBackActivity,
} from '../../activities/index.ts';
import { type Poll, polls } from '../records.ts';
import { pollCard, pollNumbered, settledBy, takesVotes } from '../rules/life.ts';
import { leaders, reachesQuorum, tallyOf } from '../rules/tally.ts';
import { ending } from '../texts/ending.ts';
import { adoptPhrases } from '../texts/phrases.ts';
import { texts } from '../texts/polls.ts';
import { voting } from '../texts/voting.ts';
import { letterOf, pollText } from '../views.ts';
import { pollNumber } from './shared/find-poll.ts';

export const adopt = command({
  name: 'adopt',
  zhName: '定',
  aliases: ['定下'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '把投票选出的办成活动', en: 'turn the winner into an activity' },
  examples: ['定 P3 B 25日9点', '定 P3 B 25日9点 @天星广场 30人'],
  phrases: adoptPhrases,
  args: {
    poll: pollNumber,
    option: letter({ zh: '选项', en: 'option' }),
    plan: rest({ zh: '时间 @地点 人数', en: 'time @place seats' }).optional(),
  },
  shortForms: ['定 {poll} {option} {plan}'],
  run: ({ poll: number, option, plan = '' }, context) => {
    const poll = pollNumbered(context.records, number);
    if (poll === undefined) return refuse(texts.noSuch(number));
    if (takesVotes(poll, context.now))
      return refuse(ending.stillOpen(number), `/结束投票 P${number}`);
    const title = poll.options[option];
    if (title === undefined)
      return refuse(voting.noSuchOption(number, letterOf(poll.options.length - 1)));
    const words = `定 P${number} ${letterOf(option)}`;
    const when = readWhen(plan, context);
    const day =
      settledBy(poll, context.records) ??
      (when.ok && !when.dateOnly ? fixedDayAt(when.start, context) : undefined);
    return (
      refuseUndecided(poll, option, context) ??
      (day
        ? shapeFixedDay(poll, day, title, plan, words, context)
        : makeFromPoll(poll, title, plan, `${words} 25日9点`, context))
    );
  },
  undo: (change, context) => {
    const gone = takeBackActivity(change, context);
    const [adopted] = editsOf(polls, change, context.records);
    const poll = adopted?.before;
    if (gone.remember.length === 0 || adopted === undefined || poll === undefined) return gone;
    return together(gone, remember(adopted.back), updateCardQuietly(pollCard(poll)));
  },
});

/** Adopted before, not valid, or not what most people voted for. */
function refuseUndecided(poll: Poll, option: number, context: CommandContext): Outcome | undefined {
  if (poll.state === 'cancelled') return refuse(pollText(poll, context));
  const tally = tallyOf(poll, context.records);
  const leading = leaders(tally);
  const { number, options, activity: made, quorum = 0 } = poll;
  const activity = made === undefined ? undefined : context.records.get(activities, made);
  if (activity !== undefined) return refuse(ending.isSettled(number, activity.number));
  const chosen = options[option] ?? '';
  if (leading.length === 0) return refuse(ending.nobodyVoted(number, chosen));
  if (!reachesQuorum(poll, tally))
    return refuse(ending.belowQuorum(number, tally.voters, quorum, chosen));
  if (leading.includes(option)) return undefined;
  return refuse(ending.notLeading(poll.number, series(leading.map((one) => plain(letterOf(one))))));
}

/**
 * The fixed day that it was about takes its shape; it is on that day already, with those who signed
 * up for it.
 */
function shapeFixedDay(
  poll: Poll,
  day: Activity,
  title: string,
  plan: string,
  words: string,
  context: CommandContext,
): Outcome {
  const when = readWhen(plan, context);
  const isItsOwn =
    when.ok &&
    (when.dateOnly ? when.date === dateOf(day.start, context.zone) : when.start === day.start);
  if (!isItsOwn && (when.ok || when.reason !== 'none'))
    return refuse(ending.hasItsTime(headline(day, context), day.number, words), words);
  const details = readPlan(when.ok ? when.rest : plan);
  const { place = day.place, capacity = day.capacity } = details;
  return together(
    remember(put(polls, { ...poll, activity: day.id })),
    reshape(
      day,
      { theme: details.title || title, place, capacity, origin: `P${poll.number}` },
      context,
    ),
  );
}

function makeFromPoll(
  poll: Poll,
  title: string,
  plan: string,
  example: string,
  context: CommandContext,
): Outcome {
  const when = readWhen(plan, context);
  if (!when.ok && when.reason === 'past') return refuse(ending.adoptPast(example));
  if (!when.ok || when.dateOnly) return refuse(ending.adoptWhen(example));
  if (when.start <= context.now) return refuse(ending.adoptPast(example));
  const details = readPlan(when.rest);
  const { activity, outcome } = makeActivity(
    {
      title: details.title || title,
      start: when.start,
      end: when.end ?? when.start + 2 * HOUR,
      place: details.place,
      capacity: details.capacity,
      groups: poll.groups,
      origin: `P${poll.number}`,
    },
    context,
  );
  return together(outcome, edit(polls, poll, { ...poll, activity: activity.id }));
}
