import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import {
  ask,
  broadcast,
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  together,
} from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { lines } from '../../../core/text.ts';
import { type Audience, allianceTexts, groupsOf } from '../../../identity/alliance/index.ts';
import { type PollPlan, polls } from '../records.ts';
import {
  broadcastOf,
  groupsOfPoll,
  newPoll,
  pollCard,
  pollNumbered,
  tookVotes,
} from '../rules/life.ts';
import { readPollPlan } from '../rules/plan.ts';
import { pollPhrases } from '../texts/phrases.ts';
import { planning } from '../texts/planning.ts';
import { texts } from '../texts/polls.ts';
import { choicesFor, pollText, questionText, refusalText } from '../views/index.ts';
import { castVote } from './shared/cast-vote.ts';
import { openHere, pollNumber } from './shared/find-poll.ts';
import { audienceHere, shownHere, takePollAudience } from './shared/poll-audience.ts';
import { askAboutFirst, calledOffFor, editionOf } from './shared/same-question.ts';
import { undoPoll } from './shared/undo-poll.ts';

/** With the title, what is left out, and the next words a list has eight lines. */
const POLLS_SHOWN = 5;

export const poll = command({
  name: 'poll',
  requiresNumber: true,
  zhName: '投票',
  aliases: ['表决'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '看投票和结果；联络员发起', en: 'see polls and results; liaisons open them' },
  examples: [
    '投票 25日服务日做什么 A 清洁家园 B 义诊 C 法律咨询 截止 20日18点',
    '投票 25日服务日做什么 从需求 12 15 18',
    '/投票 P3',
    '/投票',
  ],
  daily: true,
  phrases: pollPhrases,
  args: {
    poll: pollNumber.optional(),
    plan: rest({ zh: '问题 选项 截止时间', en: 'question options deadline' }).optional(),
  },
  shortForms: ['投票 {poll!}', '投票 {plan!}', '详情 {poll!}', '查 {poll!}'],
  run: ({ poll: number, plan }, context) => {
    if (number !== undefined) return show(number, context);
    if (plan === undefined) return showAll(context);
    // 「投票 B」 is a vote for B.
    const choices = choicesSaid(plan, context);
    if (choices !== undefined) return castVote(undefined, choices, context);
    const edition = editionOf(plan);
    const { audience, left, unknown } = takePollAudience(edition.plan, context);
    const read = readPollPlan(left, context);
    const isLiaison = mayActAs(context.person.role, 'liaison');
    const [, which] = isLiaison ? (/^从项目\s*([\s\S]*)$/.exec(fold(plan)) ?? []) : [];
    // As it was typed: it is shown.
    if (which !== undefined) return overProjects(plan.slice(plan.length - which.length));
    // 「投票 大家快去投」 is talk, unless it is said to the bot. A poll goes to all groups.
    if (context.trigger !== 'command' && !(isLiaison && read.certain)) return undefined;
    if (!isLiaison) return refuse(planning.onlyLiaisons, '/投票');
    if (!read.ok) return refuse(refusalText(read));
    if (unknown !== undefined)
      return refuse(allianceTexts.noSuchAudience(unknown, groupsOf(context.records)));
    const to = audience ?? (read.here ? audienceHere(context) : undefined);
    return (
      askAboutFirst(read.plan, edition, context) ??
      together(calledOffFor(edition.instead, context), open(read.plan, read.deadline, to, context))
    );
  },
  undo: undoPoll,
});

/** The claim table has a vote of its own, in rounds: it is asked whether that one is meant. */
function overProjects(which: string): Outcome {
  if (which === '') return refuse(planning.overProjects('/项目投票 J1 J3 J7 截止 20日18点'));
  const typed = `/项目投票 ${which}`;
  return ask(planning.isOverProjects(which), [{ label: planning.openIt, typed }]);
}

/** Options of the polls that are open here, by letter or by one option's words. */
function choicesSaid(plan: string, context: CommandContext): readonly number[] | undefined {
  const said = fold(plan);
  const open = openHere(context, tookVotes);
  if (open.length > 0 && /^[a-l](?:[\s,、]*[a-l])*$/.test(said))
    return [...said.matchAll(/[a-l]/g)].map(([letter]) => letter.charCodeAt(0) - 97);
  const [place, ...others] = open
    .map(({ options }) => options.findIndex((option) => fold(option) === said))
    .filter((found) => found >= 0);
  return place === undefined || others.length > 0 || open.length > 1 ? undefined : [place];
}

function show(number: number, context: CommandContext): Outcome {
  const found = pollNumbered(context.records, number);
  return found === undefined ? refuse(texts.noSuch(number)) : say(pollText(found, context));
}

function showAll(context: CommandContext): Outcome {
  const open = openHere(context);
  const latest = open[0] ?? context.records.slice(polls, 'all', 'all', -1)[0];
  if (latest === undefined) return say(texts.none);
  if (open.length < 2) return say(pollText(latest, context));
  const shown = open
    .slice(0, POLLS_SHOWN)
    .map((one) => texts.headline(one.number, questionText(one, context)));
  const more = open.length > POLLS_SHOWN && texts.morePolls(open.length - POLLS_SHOWN);
  return say(lines(texts.listTitle, ...shown, more, texts.howToSee(latest.number)));
}

/** The new poll is shown here as its card and announced in the other groups that it is for. */
function open(
  plan: PollPlan,
  deadline: number,
  audience: Audience | undefined,
  context: CommandContext,
): Outcome {
  const { place, records, now } = context;
  const by = { by: context.person.id, message: context.message };
  const to = audience === undefined ? {} : { audience };
  const { poll: made, remember: changes } = newPoll({ ...plan, ...to, deadline, ...by }, context);
  const elsewhere = groupsOfPoll(made, records).filter(
    (group) => place.kind === 'private' || group !== place.group,
  );
  return together(
    remember(...changes),
    shownHere(made, context),
    changed(made.id),
    broadcast({
      id: broadcastOf(made, 'opened'),
      groups: elsewhere,
      text: pollText(made, context),
      choices: choicesFor(made),
      card: pollCard(made),
      planned: now,
      deadline: made.deadline,
      atAnyHour: false,
    }),
  );
}
