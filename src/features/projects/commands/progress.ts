import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { masked } from '../../../core/masking.ts';
import { ask, refuse, say, together } from '../../../core/outcome.ts';
import { plain } from '../../../core/text.ts';
import { partyText } from '../../../identity/people/index.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { claimOf, mayAct } from '../rules/permits.ts';
import { projectTexts } from '../texts/projects.ts';
import { claimantsText } from '../views/index.ts';
import { findProject, projectNumber, undoProjects } from './shared/find-project.ts';

export const progressProject = command({
  name: 'projectnews',
  zhName: '项目进展',
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '说认领的项目进展怎么样', en: 'tell how a project is going' },
  examples: ['进度 J1 12月药师轮休，1月补两场'],
  args: {
    project: projectNumber,
    note: rest({ zh: '进展', en: 'news' }).optional(),
  },
  shortForms: ['进度 {project} {note}', '进展 {project} {note}'],
  run: ({ project: number, note = '' }, context) => {
    const found = findProject(number, 'progress', context);
    if ('answer' in found) return found.answer;
    const { records, person } = context;
    if (!mayAct(found.one, person))
      return refuse(projectTexts.notYours(number, claimantsText(found.one, records)));
    const said = note.trim();
    if (said === '') return ask(projectTexts.needsNote(number), [], { open: `进度 J${number} {}` });
    const claim = claimOf(found.one, person);
    const who = claim === undefined ? plain(person.name) : partyText(claim, records);
    const { outcome } = applyEvent(found.one, saidBy(context, 'progress', { note: said }), context);
    return together(outcome, say(projectTexts.progressed(number, who, masked(said))));
  },
  undo: undoProjects,
});
