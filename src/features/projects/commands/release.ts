import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { masked } from '../../../core/masking.ts';
import { refuse, say, tell, together } from '../../../core/outcome.ts';
import { convenorsOf, partyText } from '../../../identity/people/index.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { claimOf } from '../rules/permits.ts';
import { projectTexts } from '../texts/projects.ts';
import { claimantsText, titleOf } from '../views/index.ts';
import { findProject, projectNumber, undoProjects } from './shared/find-project.ts';

export const releaseProject = command({
  name: 'releaseproject',
  zhName: '放弃项目',
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '不做认领的项目了', en: 'take part in a project no longer' },
  examples: ['放弃 J1 人手不够'],
  args: {
    project: projectNumber,
    why: rest({ zh: '原因', en: 'why' }).optional(),
  },
  shortForms: ['放弃 {project} {why}', '退回 {project} {why}'],
  run: ({ project: number, why = '' }, context) => {
    const found = findProject(number, 'release', context);
    if ('answer' in found) return found.answer;
    const { records, person } = context;
    const claim = claimOf(found.one, person);
    if (claim === undefined)
      return refuse(projectTexts.notYours(number, claimantsText(found.one, records)));
    const note = why.trim() === '' ? {} : { note: why.trim() };
    const { project, outcome } = applyEvent(
      found.one,
      saidBy(context, 'release', { claim, ...note }),
      context,
    );
    const who = partyText(claim, records);
    const left = project.claims.length;
    // Nobody has it any more: whoever answers for the alliance has to know.
    const told = left > 0 ? [] : convenorsOf(records).filter(({ id }) => id !== person.id);
    return together(
      outcome,
      say(projectTexts.release(number, who, left, masked(why.trim()))),
      ...told.map(({ id }) => tell(id, projectTexts.free(number, titleOf(project), who))),
    );
  },
  undo: undoProjects,
});
