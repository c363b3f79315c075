import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { type Outcome, refuse, say } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { projectTexts } from '../texts/projects.ts';
import { nextText, projectText } from '../views/index.ts';
import { addProject, fromRequests, setProject } from './shared/add-project.ts';
import { closeCall, openNewCall, undoCalls } from './shared/calls.ts';
import { findProject } from './shared/find-project.ts';
import { importTable, undoShown } from './shared/import-table.ts';
import { listProjects } from './shared/list-projects.ts';
import { startVote } from './shared/vote.ts';

export const projectsCommand = command({
  name: 'projects',
  zhName: '项目',
  standsApart: true,
  aliases: ['认领表', '项目认领表'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: {
    zh: '看认领表；联络员征集、新增、投票',
    en: 'the claim table; liaisons add and gather',
  },
  examples: [
    '/项目',
    '/项目 J1',
    '/项目 征集 2027年为民项目 12月10日止',
    '/项目 新增 健康直通车 类别 健康 目标 12场',
    '/项目 从需求 5 8 12',
    '/项目 投票 截止 20日18点',
    '/项目 导入',
  ],
  args: {
    what: rest({ zh: '编号、类别，或要做什么', en: 'number, category, or what to do' }).optional(),
  },
  shortForms: ['认领表', '项目认领表'],
  run: ({ what = '' }, context) => {
    const typed = what.trim();
    const one = /^j\s?(\d{1,6})号?(?:\s+([\s\S]+))?$/i.exec(fold(typed));
    if (one !== null) {
      const behind = typed.replace(/^\S+\s*/, '');
      return showOrSet(Number(one[1]), one[2] === undefined ? undefined : behind, context);
    }
    const [, word = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(typed) ?? [];
    const action = ACTIONS[word];
    if (action === undefined) return listProjects(typed, context);
    return mayActAs(context.person.role, action.by)
      ? action.run(rest, context)
      : refuse(action.by === 'convenor' ? projectTexts.forConvenor : projectTexts.forLiaisons);
  },
  undo: (change, context) => undoShown(change, context) ?? undoCalls(change, context),
});

interface Action {
  readonly by: 'liaison' | 'convenor';
  readonly run: (rest: string, context: CommandContext) => Outcome;
}

/** What liaisons do with the table, by the word behind its name. */
const ACTIONS: Readonly<Record<string, Action>> = {
  征集: {
    by: 'convenor',
    run: (rest, context) =>
      rest.trim() === '结束' ? closeCall(context) : openNewCall(rest, context),
  },
  新增: { by: 'liaison', run: addProject },
  导入: { by: 'convenor', run: importTable },
  从需求: { by: 'liaison', run: fromRequests },
  投票: { by: 'convenor', run: startVote },
};

function showOrSet(number: number, rest: string | undefined, context: CommandContext): Outcome {
  const found = findProject(number, rest === undefined ? undefined : 'change', context);
  if ('answer' in found) return found.answer;
  if (rest === undefined) {
    const words = nextText(found.one) === undefined ? [] : choicesFor(found.one);
    return say(projectText(found.one, context), ...words);
  }
  return mayActAs(context.person.role, 'liaison')
    ? setProject(found.one, rest, context)
    : refuse(projectTexts.forLiaisons);
}

function choicesFor({
  state,
  number,
}: {
  readonly state: string;
  readonly number: number;
}): readonly string[] {
  return state === 'proposed' ? [`J${number} 也是`] : [`认领 J${number}`];
}
