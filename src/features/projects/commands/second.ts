import { command } from '../../../core/command.ts';
import { refuse, say, together } from '../../../core/outcome.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { callTexts } from '../texts/calls.ts';
import { titleOf } from '../views/index.ts';
import { findProject, projectNumber, undoProjects } from './shared/find-project.ts';

export const second = command({
  name: 'secondproject',
  zhName: '附议',
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '也想要一个建议的项目', en: 'want a proposed project, too' },
  examples: ['J1 也是', '/附议 J1'],
  args: { project: projectNumber },
  shortForms: ['{project} 也是', '附议 {project}'],
  run: ({ project: number }, context) => {
    const found = findProject(number, 'second', context);
    if ('answer' in found) return found.answer;
    const { person } = context;
    if (found.one.by === person.id || found.one.seconds.includes(person.id))
      return refuse(callTexts.ownAlready(number));
    const { project, outcome } = applyEvent(found.one, saidBy(context, 'second'), context);
    const count = project.seconds.length + 1;
    return together(outcome, say(callTexts.seconded(number, titleOf(project), count)));
  },
  undo: undoProjects,
});
