import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { masked } from '../../../core/masking.ts';
import { say, together } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { projectTexts } from '../texts/projects.ts';
import { progressText, titleOf } from '../views/index.ts';
import {
  findProject,
  notTheirs,
  projectNumber,
  tellProposers,
  undoProjects,
} from './shared/find-project.ts';

export const finishProject = command({
  name: 'finishproject',
  zhName: '结项',
  standsApart: true,
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '认领的项目做完了', en: 'a project is done' },
  examples: ['完成 J1 全年12场', '/结项 J1'],
  args: {
    project: projectNumber,
    note: rest({ zh: '怎么做的', en: 'what was done' }).optional(),
  },
  shortForms: ['完成 {project} {note}', '结项 {project} {note}'],
  run: ({ project: number, note = '' }, context) => {
    const found = findProject(number, 'finish', context);
    if ('answer' in found) return found.answer;
    const refused = notTheirs(found.one, context);
    if (refused !== undefined) return refused;
    const said = found.one.pair?.isHousehold ? '' : note.trim();
    const { project, outcome } = applyEvent(
      found.one,
      saidBy(context, 'finish', said === '' ? {} : { note: said }),
      context,
    );
    const text = projectTexts.finished(number, titleOf(project), masked(said));
    return together(
      outcome,
      say(lines(text, progressText(project, context))),
      tellProposers(project, text, context),
    );
  },
  undo: undoProjects,
});
