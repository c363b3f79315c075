import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { masked } from '../../../core/masking.ts';
import { refuse, say, tell, together } from '../../../core/outcome.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { projectTexts } from '../texts/projects.ts';
import { titleOf } from '../views/index.ts';
import { findProject, projectNumber, tellProposers, undoProjects } from './shared/find-project.ts';

export const stopProject = command({
  name: 'stopproject',
  zhName: '中止',
  standsApart: true,
  minRole: 'convenor',
  scope: 'anywhere',
  summary: { zh: '中止一个项目，说明原因', en: 'stop a project, with a reason' },
  examples: ['/中止 J1 场地收回了'],
  args: {
    project: projectNumber,
    why: rest({ zh: '原因', en: 'why' }).optional(),
  },
  shortForms: ['中止 {project} {why}'],
  run: ({ project: number, why = '' }, context) => {
    const found = findProject(number, 'stop', context);
    if ('answer' in found) return found.answer;
    const reason = why.trim();
    if (reason === '') return refuse(projectTexts.needsStopReason(number));
    const { project, outcome } = applyEvent(
      found.one,
      saidBy(context, 'stop', { note: reason }),
      context,
    );
    const text = projectTexts.stopped(number, titleOf(project), masked(reason));
    const doers = project.claims
      .map(({ person }) => person)
      .filter((id) => id !== context.person.id);
    return together(
      outcome,
      say(text),
      ...[...new Set(doers)].map((id) => tell(id, text)),
      tellProposers(project, text, context),
    );
  },
  undo: undoProjects,
});
