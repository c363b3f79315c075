import type { Records } from '../../../core/collection.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import { nameOf, namesOf } from '../../../identity/people/index.ts';
import { activities } from '../../activities/index.ts';
import { ballots, type Poll, type PollPlan, polls } from '../records.ts';
import { settledBy, takesVotes } from '../rules/life.ts';
import type { PlanRefused } from '../rules/plan.ts';
import { leaders, reachesQuorum, type Tally, tallyOf } from '../rules/tally.ts';
import { activityAsked, asksForTime } from '../rules/winner.ts';
import { planning } from '../texts/planning.ts';
import { texts } from '../texts/polls.ts';

/** With what stands above and below them a post has eight lines at most. */
const OPTION_LINES = 4;
const NAMES_PER_OPTION = 6;
const NAMES_IN_CHANGE = 20;

const gap = plain('　');

/** `A` for 0. */
export function letterOf(option: number): string {
  return String.fromCharCode(65 + option);
}

/** `AC` for 0 and 2. */
export function lettersOf(choices: readonly number[]): string {
  return choices.map(letterOf).join(' ');
}

/** What it asks, and about which day where it is a fixed day's. */
export function questionText(poll: Poll, { records, now, zone }: ViewContext): Text {
  const about = poll.about === undefined ? undefined : records.get(activities, poll.about);
  if (about === undefined) return plain(poll.question);
  return texts.about(
    about.title,
    sayWhen({ start: about.start, dateOnly: true }, { now, zone }),
    poll.question,
  );
}

/** What a button says for each option; a secret vote is not given where all read along. */
export function choicesFor(poll: Poll): readonly string[] {
  const isVotedHere = poll.state === 'open' && !poll.secret;
  return isVotedHere
    ? poll.options.map((_, option) => `投 P${poll.number} ${letterOf(option)}`)
    : [];
}

/** A question as it will be asked: `这次做什么 A 清洁家园 B 义诊（不记名）`. */
export function planText(plan: PollPlan): Text {
  const options = plan.options.map((option, index) => plain(`${letterOf(index)} ${option}`));
  const kind = texts.kind(plan);
  const asked = series([plain(plan.question), ...options], plain(' '));
  return kind.zh === '' ? asked : texts.heldSo(asked, kind);
}

/** Why a question is no poll. */
export function refusalText(read: PlanRefused): Text {
  if (read.reason === 'setting') return planning.badSetting(read.said);
  if (read.reason === 'unavailable') return planning.unavailable(read.said);
  return read.reason === 'request'
    ? planning.badRequest(read.number, read.state)
    : planning.badPlan[read.reason];
}

/**
 * The poll as it stands, or its result: what its card shows where cards are edited, and `/投票 P3`.
 */
export function pollText(poll: Poll, context: ViewContext): Text {
  if (poll.state === 'cancelled') return texts.cancelled(poll.number, questionText(poll, context));
  return poll.state === 'closed' ? resultText(poll, context) : openText(poll, context);
}

/** What the card shows. The result stands once, in a message of its own that nobody misses. */
export function pollCardText(poll: Poll, context: ViewContext): Text {
  if (poll.state !== 'closed') return pollText(poll, context);
  const { records } = context;
  const activity = poll.activity === undefined ? undefined : records.get(activities, poll.activity);
  return lines(
    texts.ended(poll.number, questionText(poll, context)),
    activity ? texts.becameActivity(activity.number) : texts.resultBelow(poll.number),
  );
}

function openText(poll: Poll, context: ViewContext): Text {
  const tally = tallyOf(poll, context.records);
  const perUnit = poll.per === 'unit';
  const kind = texts.kind({ ...poll, hidden: false });
  const until = texts.until(deadlineText(poll, context), poll.hidden);
  const standing = tally.voters > 0 ? [texts.voters(tally.voters, perUnit), until] : [until];
  return lines(
    texts.headline(poll.number, questionText(poll, context)),
    kind.zh !== '' && texts.voting(kind),
    optionLines(poll, poll.hidden || tally.voters === 0 ? undefined : tally, context),
    series(standing, { zh: '，', en: '. ' }),
    howToVote(poll, context),
  );
}

/** One letter is enough while no other poll is open. */
function howToVote(poll: Poll, context: ViewContext): Text {
  const others = context.records
    .slice(polls, 'byState', 'open')
    .some((one) => one.id !== poll.id && takesVotes(one, context.now));
  const [one, several] =
    !others && !poll.secret ? ['A', '选 A C'] : [`投 P${poll.number} A`, `投 P${poll.number} A C`];
  return texts.howToVote(one, poll.most > 1 ? several : undefined, poll.secret);
}

/** What came out, ties as ties. */
function resultText(poll: Poll, context: ViewContext): Text {
  const { records } = context;
  const tally = tallyOf(poll, records);
  const leading = leaders(tally);
  const [winner] = leading;
  const valid = reachesQuorum(poll, tally);
  const activity = poll.activity === undefined ? undefined : records.get(activities, poll.activity);
  return lines(
    texts.ended(poll.number, questionText(poll, context)),
    optionLines(poll, tally, context),
    winner === undefined ? texts.noVotes : texts.voters(tally.voters, poll.per === 'unit'),
    !valid && texts.belowQuorum(tally.voters, poll.quorum ?? 0),
    valid &&
      leading.length > 1 &&
      texts.tie(series(leading.map((option) => plain(letterOf(option))))),
    activity && texts.becameActivity(activity.number),
    valid &&
      winner !== undefined &&
      !activity &&
      !poll.isSettledElsewhere &&
      howToAdopt(poll, winner, context),
  );
}

/** The fixed day that it was about has its time already. */
function howToAdopt(poll: Poll, winner: number, { records, zone }: ViewContext): Text {
  const words = `定 P${poll.number} ${letterOf(winner)}`;
  const asked = asksForTime(poll, zone);
  if (asked !== undefined && activityAsked(poll, records) !== undefined)
    return texts.howToAdopt(words);
  const day = settledBy(poll, records);
  if (asked !== undefined && day === undefined)
    return texts.howToAdopt(asked === 'day' ? `${words} 9点` : words);
  return day === undefined
    ? texts.howToAdopt(`${words} 25日9点`)
    : texts.howToSettle(day.number, words);
}

/** At most four lines; a named poll of few options says who chose what. */
function optionLines(poll: Poll, tally: Tally | undefined, { records }: ViewContext): Text {
  const names =
    tally && !poll.secret && poll.options.length <= OPTION_LINES
      ? namesByOption(poll, records)
      : undefined;
  const all = poll.options.map((option, index) =>
    texts.option(letterOf(index), option, tally?.counts[index], names?.[index]),
  );
  const perLine = Math.ceil(all.length / OPTION_LINES);
  const rows = Array.from({ length: Math.ceil(all.length / perLine) }, (_, row) =>
    series(all.slice(row * perLine, (row + 1) * perLine), gap),
  );
  return lines(...rows);
}

/** The first who chose each option, one more than fit showing that there are more. */
function namesByOption(poll: Poll, records: Records): readonly string[] {
  return poll.options.map((_, option) => {
    const voters = records
      .slice(ballots, 'byOption', `${poll.id} ${option}`, 0, NAMES_PER_OPTION + 1)
      .map(({ voter }) => voter);
    const shown = votersText(poll, voters.slice(0, NAMES_PER_OPTION), records).join('、');
    return voters.length > NAMES_PER_OPTION ? `${shown}…` : shown;
  });
}

function votersText(poll: Poll, voters: readonly string[], records: Records): readonly string[] {
  if (poll.per === 'person') return namesOf(records, voters);
  return voters.map((id) => unitOf(records, id)?.name ?? nameOf(records, id));
}

/**
 * What changed since the card was last sent: `P3 投票 张伟、李娟。A 3票 B 2票`; after the end, what came late
 * and the result.
 */
export function changesText(poll: Poll, changes: readonly string[], context: ViewContext): Text {
  const late = changes.filter((change) => change.startsWith('late:'));
  if (late.length > 0)
    return series(
      [texts.cameLate(namesIn(late, poll, context)), pollText(poll, context)],
      plain(''),
    );
  const votes = changes.filter((change) => change.startsWith('vote:'));
  const tally = tallyOf(poll, context.records);
  const counts = () => tally.counts.map((count, at) => texts.count(letterOf(at), count));
  const outcome = poll.hidden
    ? [
        texts.voters(tally.voters, poll.per === 'unit'),
        texts.until(deadlineText(poll, context), true),
      ]
    : [series(counts(), plain(' ')), texts.voters(tally.voters, poll.per === 'unit')];
  return texts.changed(
    poll.number,
    votes.length === 0 ? undefined : namesIn(votes, poll, context),
    series(outcome, { zh: '，', en: '. ' }),
  );
}

/** Whose votes some changes are, `vote:<voter>`. */
function namesIn(changes: readonly string[], poll: Poll, { records }: ViewContext): Text {
  const voters = [...new Set(changes.map((change) => change.slice('vote:'.length)))];
  const shown = votersText(poll, voters.slice(0, NAMES_IN_CHANGE), records).map(plain);
  return series([
    ...shown,
    ...(voters.length > NAMES_IN_CHANGE ? [texts.andMore(voters.length)] : []),
  ]);
}

export function deadlineText(poll: Poll, context: ViewContext): Text {
  return sayWhen({ start: poll.deadline }, context);
}
