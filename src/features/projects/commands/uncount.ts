import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { refuse, say, together } from '../../../core/outcome.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { projectTexts } from '../texts/projects.ts';
import { findProject, projectNumber, undoProjects } from './shared/find-project.ts';
import { namedIn } from './shared/named.ts';

export const uncount = command({
  name: 'uncount',
  zhName: '不计入',
  requiresNumber: true,
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '活动、需求不再算进一个项目', en: 'let something count for a project no longer' },
  examples: ['/不算 J1 E7', '不算 J1 12'],
  args: {
    project: projectNumber,
    what: rest({ zh: '活动和需求的编号', en: 'activities and requests' }),
  },
  shortForms: ['不算 {project!} {what}'],
  run: ({ project: number, what }, context) => {
    const found = findProject(number, 'uncount', context);
    if ('answer' in found) return found.answer;
    const gone = new Set(namedIn(what, context.records).map(({ id }) => id));
    const left = (ids: readonly string[]) => ids.filter((id) => !gone.has(id));
    const also = { activities: left(found.one.activities), requests: left(found.one.requests) };
    const counted = also.activities.length + also.requests.length;
    if (counted === found.one.activities.length + found.one.requests.length)
      return refuse(projectTexts.notCounted(number), `/项目 J${number}`);
    const event = saidBy(context, 'uncount', { note: what.trim() });
    const { outcome } = applyEvent(found.one, event, context, also);
    return together(outcome, say(projectTexts.uncounted(number, what.trim())));
  },
  undo: undoProjects,
});
