import { put } from '../../../../core/collection.ts';
import type { CommandContext, DecisionContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { shortened } from '../../../../core/names.ts';
import {
  broadcast,
  nothing,
  type Outcome,
  refuse,
  remember,
  tell,
  together,
} from '../../../../core/outcome.ts';
import { DAY, HOUR } from '../../../../core/time.ts';
import { readWhen } from '../../../../core/when/index.ts';
import { groupsOf } from '../../../../identity/alliance/index.ts';
import { choicesFor, newPoll, type Poll, pollText } from '../../../polls/index.ts';
import { type Project, type ProjectCall, projectCalls, projects } from '../../records.ts';
import { latestCall, numbersIn, projectNumbered } from '../../rules/reading.ts';
import { callTexts } from '../../texts/calls.ts';
import { titleOf } from '../../views/index.ts';
import { byVotes } from './list-projects.ts';

/** The options that one poll can have. */
const MOST_OPTIONS = 12;
const LONGEST_OPTION = 20;
const USUAL_WANTED = 3;

/** `/项目 投票 [J1 J3 J7] [选3] 截止 20日18点`: a poll over projects, in rounds where they are many. */
export function startVote(typed: string, context: CommandContext): Outcome {
  const { records, now } = context;
  const call = latestCall(records);
  if (call === undefined) return refuse(callTexts.none);
  if (call.vote !== undefined && nextRound(call.vote.rounds) !== undefined)
    return refuse(callTexts.voteRuns, '/投票');
  const [plan = '', until = ''] = typed.split('截止');
  const read = readWhen(until, context);
  const end = read.ok ? (read.dateOnly ? read.start + 18 * HOUR : read.start) : 0;
  if (end <= now) return refuse(callTexts.voteUntil);
  const voted = votedOn(plan, call, context);
  if ('unknown' in voted) return refuse(callTexts.notThere(voted.unknown), '/项目 建议');
  if (voted.length < 2) return refuse(callTexts.voteWhich, '/项目 建议');
  const rounds = inRounds(voted);
  const wanted = Number(/选\s*(\d{1,4})/.exec(fold(plan))?.[1] ?? USUAL_WANTED);
  const vote = {
    rounds,
    lasts: end - now,
    most: Math.max(
      1,
      Math.min(MOST_OPTIONS - 1, Math.round((wanted * MOST_OPTIONS) / voted.length)),
    ),
    wanted: Math.min(wanted, voted.length - 1),
    groups: groupsOf(records).map(({ id }) => id),
  };
  return openRound({ ...call, vote }, context);
}

/** Those that are named, else all that are proposed. */
function votedOn(
  plan: string,
  call: ProjectCall,
  { records }: CommandContext,
): readonly Project[] | { readonly unknown: readonly number[] } {
  const named = numbersIn(plan.replace(/选\s*\d{1,4}/, ''));
  const all = records.slice(projects, 'ofCall', `${call.id} proposed`);
  if (named.length === 0) return all;
  const found = named.map((number) => projectNumbered(records, number));
  const unknown = named.filter((_, at) => found[at]?.state !== 'proposed');
  return unknown.length > 0 ? { unknown } : found.filter((one) => one !== undefined);
}

/** As even as can be: 13 are 7 and 6, not 12 and 1. */
function inRounds(voted: readonly Project[]): { projects: string[] }[] {
  const count = Math.ceil(voted.length / MOST_OPTIONS);
  const edge = (at: number) => Math.round((at * voted.length) / count);
  return Array.from({ length: count }, (_, at) => ({
    projects: voted.slice(edge(at), edge(at + 1)).map(({ id }) => id),
  }));
}

type Rounds = NonNullable<ProjectCall['vote']>['rounds'];

/** The first round that has not been opened; undefined when all were. */
function nextRound(rounds: Rounds): number | undefined {
  const at = rounds.findIndex(({ poll }) => poll === undefined);
  return at < 0 ? undefined : at;
}

/** Opens the next round and tells the groups; the call remembers its poll. */
function openRound(call: ProjectCall, context: DecisionContext): Outcome {
  const { records, now } = context;
  const { vote } = call;
  const at = vote === undefined ? undefined : nextRound(vote.rounds);
  if (vote === undefined || at === undefined) return nothing;
  const options = (vote.rounds[at]?.projects ?? []).flatMap(
    (id) => records.get(projects, id) ?? [],
  );
  const { poll, remember: made } = newPoll(
    {
      question: callTexts.voteQuestion(shortened(call.title, 20), at + 1, vote.rounds.length),
      options: options.map((one) => shortened(`J${one.number} ${titleOf(one)}`, LONGEST_OPTION)),
      most: Math.min(vote.most, Math.max(1, options.length - 1)),
      secret: false,
      hidden: false,
      per: 'person',
      membersOnly: false,
      isSettledElsewhere: true,
      deadline: now + vote.lasts,
    },
    context,
  );
  const rounds = vote.rounds.map((one, index) => (index === at ? { ...one, poll: poll.id } : one));
  const told = broadcast({
    id: `poll:${poll.id}:opened`,
    groups: vote.groups,
    text: pollText(poll, context),
    choices: choicesFor(poll),
    planned: now,
    deadline: now + DAY,
    atAnyHour: false,
  });
  return together(
    remember(...made, put(projectCalls, { ...call, vote: { ...vote, rounds } })),
    told,
  );
}

/** A round is over: its projects have their votes, and the next round is opened. */
export function roundOver(
  before: Poll | undefined,
  after: Poll | undefined,
  context: DecisionContext,
): Outcome {
  if (after === undefined || before?.state !== 'open' || after.state === 'open') return nothing;
  const { records } = context;
  const [call] = records.slice(projectCalls, 'ofPoll', after.id);
  const round = call?.vote?.rounds.find(({ poll }) => poll === after.id);
  if (call === undefined || round === undefined) return nothing;
  const counts = after.result?.counts ?? [];
  const voted = round.projects.flatMap((id, option) => {
    const project = records.get(projects, id);
    return project === undefined ? [] : [{ ...project, votes: counts[option] ?? 0 }];
  });
  const noted = remember(...voted.map((project) => put(projects, project)));
  const next = openRound(call, context);
  return together(noted, next === nothing ? tellCounted(call, voted, context) : next);
}

/** All rounds are over: whoever began hears what most people want, and how to go on. */
function tellCounted(
  { by, vote, id }: ProjectCall,
  last: readonly Project[],
  { records }: DecisionContext,
): Outcome {
  const known = records.slice(projects, 'ofCall', `${id} proposed`);
  const latest = new Map([...known, ...last].map((one) => [one.id, one]));
  const first = byVotes([...latest.values()])
    .slice(0, 3)
    .map(({ number, votes = 0 }) => `J${number} ${votes}票`)
    .join('、');
  return tell(by, callTexts.counted(vote?.rounds.length ?? 1, first, vote?.wanted ?? USUAL_WANTED));
}
