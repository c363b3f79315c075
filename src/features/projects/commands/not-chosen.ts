import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { masked } from '../../../core/masking.ts';
import { type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { type Project, projects } from '../records.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { latestCall, numbersIn, projectNumbered } from '../rules/reading.ts';
import { allows } from '../rules/transitions.ts';
import { callTexts } from '../texts/calls.ts';
import { projectTexts } from '../texts/projects.ts';
import { titleOf } from '../views/index.ts';
import { tellProposers, undoProjects } from './shared/find-project.ts';

/** The numbers stand before the reason: `J4 J5 已经有物业在办`, `其余 票数不够`. */
const NUMBERS = /^((?:[jJｊＪ]\s?\d{1,6}[\s,，、]*)+|其余|其他)\s*([\s\S]*)$/;

export const notChosen = command({
  name: 'notchosen',
  zhName: '未入选',
  standsApart: true,
  aliases: ['不入选'],
  minRole: 'convenor',
  scope: 'anywhere',
  summary: { zh: '定哪些建议没入选，原因私下告诉', en: 'decline proposals, with a reason' },
  examples: ['/未入选 J4 已经有物业在办', '/未入选 其余 票数不够'],
  args: { which: rest({ zh: '编号和原因', en: 'numbers, and why' }).optional() },
  shortForms: ['未入选 {which!}'],
  run: ({ which = '' }, context) => {
    const [, named = '', reason = ''] = NUMBERS.exec(which.trim()) ?? [];
    if (named === '') return refuse(callTexts.refuseWhich);
    const isRest = /^其[余他]$/.test(named);
    const numbers = isRest ? [] : numbersIn(named);
    if (reason.trim() === '') return refuse(projectTexts.needsReason(numbers[0] ?? 4));
    const { records } = context;
    const call = latestCall(records);
    const found = isRest
      ? records.slice(projects, 'ofCall', `${call?.id} proposed`)
      : numbers.flatMap((number) => projectNumbered(records, number) ?? []);
    const bad = isRest
      ? []
      : numbers.filter((number) => !found.some((one) => one.number === number && mayBe(one)));
    if (bad.length > 0) return refuse(callTexts.notThere(bad), '/项目 建议');
    return found.length === 0
      ? refuse(callTexts.nothingLeft)
      : decline(found, reason.trim(), context);
  },
  undo: undoProjects,
});

function mayBe(one: Project): boolean {
  return allows('refuse', one);
}

function decline(all: readonly Project[], reason: string, context: CommandContext): Outcome {
  const event = saidBy(context, 'refuse', { note: reason });
  const moved = all.map((one) => applyEvent(one, event, context));
  return together(
    ...moved.map(({ outcome }) => outcome),
    ...all.map((one) =>
      tellProposers(one, callTexts.toProposer(one.number, titleOf(one), masked(reason)), context),
    ),
    say(callTexts.refusedAll(all.length)),
  );
}
