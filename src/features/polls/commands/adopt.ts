import { letter, rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { edit, editsOf } from '../../../core/edits.ts';
import {
  nothing,
  type Outcome,
  refuse,
  remember,
  say,
  together,
  updateCardQuietly,
} from '../../../core/outcome.ts';
import { plain, series } from '../../../core/text.ts';
import { dateOf, HOUR, momentOf, timeOf } from '../../../core/time.ts';
import { readWhen, type WhenRead } from '../../../core/when/index.ts';
import { audienceOf } from '../../../identity/alliance/index.ts';
import {
  type Activity,
  activities,
  askWhatItIs,
  fixedDayAt,
  headline,
  makeActivity,
  moveBack,
  moveTo,
  readPlan,
  reshape,
  takeBackActivity,
} from '../../activities/index.ts';
import { requestToDo, takeOn } from '../../requests/index.ts';
import { type Poll, polls } from '../records.ts';
import { pollCard, pollNumbered, settledBy, takesVotes } from '../rules/life.ts';
import { leaders, reachesQuorum, tallyOf } from '../rules/tally.ts';
import { activityAsked, timeFor, type Winner, winnerOf } from '../rules/winner.ts';
import { ending } from '../texts/ending.ts';
import { adoptPhrases } from '../texts/phrases.ts';
import { texts } from '../texts/polls.ts';
import { voting } from '../texts/voting.ts';
import { letterOf, pollText } from '../views/index.ts';
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
    const winner = winnerOf(poll, option, context);
    if (winner === undefined)
      return refuse(voting.noSuchOption(number, letterOf(poll.options.length - 1)));
    return (
      refuseUndecided(poll, option, context) ?? adoptWinner(poll, option, winner, plan, context)
    );
  },
  undo: (change, context) => {
    const [edited] = editsOf(activities, change, context.records);
    const wasMoved = edited?.before !== undefined && edited.before.start !== edited.now?.start;
    const gone = wasMoved ? moveBack(change, context) : takeBackActivity(change, context);
    const [adopted] = editsOf(polls, change, context.records);
    const poll = adopted?.before;
    if (gone.remember.length === 0 || adopted === undefined || poll === undefined) return gone;
    return together(gone, remember(adopted.back), updateCardQuietly(pollCard(poll)));
  },
});

/**
 * What was voted for becomes what a fixed day is about, the time of an activity, or an activity of
 * its own; a request is its to do.
 */
function adoptWinner(
  poll: Poll,
  option: number,
  winner: Winner,
  plan: string,
  context: CommandContext,
): Outcome {
  const words = `定 P${poll.number} ${letterOf(option)}`;
  const asked = settledBy(poll, context.records) ?? activityAsked(poll, context.records);
  const when = timeFor(plan, winner, poll, context);
  if (asked !== undefined && winner.when !== undefined)
    return moveToWinner(poll, asked, when, words, context);
  const day =
    settledBy(poll, context.records) ??
    (when.ok && !when.dateOnly ? fixedDayAt(when.start, context) : undefined);
  const hour = winner.when === undefined ? ' 25日9点' : winner.when.dateOnly ? ' 9点' : '';
  const example = `${words}${hour}`;
  return day === undefined
    ? makeFromPoll(poll, winner, when, { typed: `${words} ${plan}`, example }, context)
    : shapeFixedDay(poll, day, winner, plan, words, context);
}

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

/** The time that was voted for is the time of the activity that it was asked about. */
function moveToWinner(
  poll: Poll,
  activity: Activity,
  when: WhenRead,
  words: string,
  context: CommandContext,
): Outcome {
  if (!when.ok) return refuse(ending.adoptWhen(`${words} 9点`));
  const { zone } = context;
  const start = when.dateOnly
    ? momentOf(when.date, timeOf(activity.start, zone), zone)
    : when.start;
  const end = when.end ?? start + activity.end - activity.start;
  if (start <= context.now) return refuse(ending.adoptPast(`/改期 E${activity.number} 28日9点`));
  const settled = edit(polls, poll, { ...poll, activity: activity.id });
  if (start === activity.start && end === activity.end)
    return together(settled, say(ending.sameTime(headline(activity, context))));
  return together(settled, moveTo(activity, { start, end }, context));
}

/**
 * The fixed day that it was about takes its shape; it is on that day already, with those who signed
 * up for it.
 */
function shapeFixedDay(
  poll: Poll,
  day: Activity,
  winner: Winner,
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
  const details = readPlan(when.ok ? when.rest : plan, context, true);
  const { title: _, works: __, unread, ...settled } = details;
  if (unread !== undefined) return askWhatItIs(unread, `${words} ${plan}`);
  const theme = details.title || winner.title;
  return together(
    edit(polls, poll, { ...poll, activity: day.id }),
    reshape(day, { ...settled, theme, origin: `P${poll.number}` }, context),
    takeWinner(winner, day, context),
  );
}

/** Whom a poll asked, those its outcome is for. */
function audienceIn(poll: Poll): Pick<Poll, 'audience'> {
  const audience = audienceOf(poll);
  return Object.keys(audience).length === 0 ? {} : { audience };
}

function makeFromPoll(
  poll: Poll,
  winner: Winner,
  when: WhenRead,
  { typed, example }: { readonly typed: string; readonly example: string },
  context: CommandContext,
): Outcome {
  if (!when.ok && when.reason === 'past') return refuse(ending.adoptPast(example));
  if (!when.ok || when.dateOnly) return refuse(ending.adoptWhen(example));
  if (when.start <= context.now) return refuse(ending.adoptPast(example));
  const { unread, works: _, ...details } = readPlan(when.rest, context, winner.title !== '');
  const title = details.title || winner.title;
  if (unread !== undefined) return askWhatItIs(unread, typed);
  if (title === '') return refuse(ending.adoptTitle(`${example} 义诊`));
  const { activity, outcome } = makeActivity(
    {
      ...details,
      title,
      ...(winner.request !== undefined && { kind: 'service' as const }),
      start: when.start,
      end: when.end ?? when.start + 2 * HOUR,
      ...audienceIn(poll),
      origin: `P${poll.number}`,
    },
    context,
    (made) => takeWinner(winner, made, context),
  );
  return together(outcome, edit(polls, poll, { ...poll, activity: activity.id }));
}

/** A request that was voted for is the activity's to do, unless it is over by now. */
function takeWinner({ request }: Winner, activity: Activity, context: CommandContext): Outcome {
  if (request === undefined) return nothing;
  const found = requestToDo(request, context.records);
  return 'id' in found
    ? takeOn([found], activity, context)
    : say(ending.requestOver(request, found.state));
}
