import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { broadcast, type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { DAY } from '../../../core/time.ts';
import { groupsOf } from '../../../identity/alliance/index.ts';
import { type Project, projectStates, projects } from '../records.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { latestCall, numbersIn, projectNumbered } from '../rules/reading.ts';
import { allows } from '../rules/transitions.ts';
import { callTexts } from '../texts/calls.ts';
import { titleOf } from '../views/index.ts';
import { tellProposers, undoProjects } from './shared/find-project.ts';
import { byVotes } from './shared/list-projects.ts';

export const choose = command({
  name: 'choose',
  zhName: '入选',
  standsApart: true,
  minRole: 'convenor',
  scope: 'anywhere',
  summary: { zh: '定哪些建议入选，或按票数定', en: 'choose among the proposals' },
  examples: ['/入选 J1 J3 J7', '/入选 前49'],
  args: { which: rest({ zh: '编号，或前几名', en: 'numbers, or how many by votes' }).optional() },
  shortForms: ['入选 {which!}'],
  run: ({ which = '' }, context) => {
    const most = /^前\s?(\d{1,4})名?$/.exec(fold(which.trim()))?.[1];
    const picked = most === undefined ? byNumber(which, context) : byCount(Number(most), context);
    return 'answer' in picked ? picked.answer : chosen(picked.all, context);
  },
  undo: undoProjects,
});

type Picked = { readonly all: readonly Project[] } | { readonly answer: Outcome };

function byNumber(which: string, { records }: CommandContext): Picked {
  const numbers = numbersIn(which);
  if (numbers.length === 0) return { answer: refuse(callTexts.chooseWhich) };
  const found = numbers.map((number) => projectNumbered(records, number));
  const bad = numbers.filter((_, at) => {
    const one = found[at];
    return one === undefined || !allows('choose', one);
  });
  if (bad.length > 0) return { answer: refuse(callTexts.notThere(bad), '/项目 建议') };
  return { all: found.filter((one) => one !== undefined) };
}

/** The first so many by votes; where those at the edge have the same, somebody has to say which. */
function byCount(most: number, { records }: CommandContext): Picked {
  const call = latestCall(records);
  const proposed = records.slice(projects, 'ofCall', `${call?.id} proposed`);
  const ranked = byVotes(proposed.filter(({ votes }) => votes !== undefined));
  const last = ranked[most - 1];
  if (last === undefined)
    return ranked.length === 0
      ? { answer: refuse(callTexts.noVotes) }
      : { answer: refuse(callTexts.onlySoMany(ranked.length)) };
  const atEdge = ranked.filter(({ votes }) => votes === last.votes);
  if (ranked[most]?.votes === last.votes) {
    const numbers = atEdge.map(({ number }) => number);
    return { answer: refuse(callTexts.tie(most, numbers, last.votes ?? 0)) };
  }
  return { all: ranked.slice(0, most) };
}

/** The result is told once to everybody, and in private to those who wanted it. */
function chosen(all: readonly Project[], context: CommandContext): Outcome {
  const { records, now, place } = context;
  const moved = all.map((one) => applyEvent(one, saidBy(context, 'choose'), context));
  const call = latestCall(records);
  const gathered = projectStates
    .map((state) => records.count(projects, 'ofCall', `${call?.id} ${state}`))
    .reduce((sum, count) => sum + count, 0);
  const [first] = all;
  const text = callTexts.chosen(call?.title ?? '', gathered, all.length, first?.number ?? 0);
  return together(
    ...moved.map(({ outcome }) => outcome),
    ...all.map((one) =>
      tellProposers(one, callTexts.chosenToProposer(one.number, titleOf(one)), context),
    ),
    broadcast({
      id: `chosen:${context.message}:${first?.id}`,
      groups: groupsOf(records).map(({ id }) => id),
      text,
      choices: [`认领 J${first?.number}`],
      planned: now,
      deadline: now + DAY,
      atAnyHour: false,
    }),
    ...(place.kind === 'private' ? [say(text)] : []),
  );
}
