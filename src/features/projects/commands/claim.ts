import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { say, together } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { partyFor } from '../../../identity/people/index.ts';
import type { Claim, Project } from '../records.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { askNext } from '../rules/asking.ts';
import { readPart } from '../rules/reading.ts';
import { claimantsText, headline, nextText } from '../views/index.ts';
import { claimedText } from './shared/claimed.ts';
import { findProject, projectNumber, tellProposers, undoProjects } from './shared/find-project.ts';

export const claimProject = command({
  name: 'claimproject',
  zhName: '认领项目',
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '认领一个项目，说做哪一份', en: 'take part in a project' },
  examples: ['认领 J1 每月一次，药师2人', '认领 J1 场地和茶水，得：宣传'],
  args: {
    project: projectNumber,
    part: rest({ zh: '做什么', en: 'your part' }).optional(),
  },
  shortForms: ['认领 {project} {part}', '加入 {project} {part}'],
  run: ({ project: number, part = '' }, context) => {
    const found = findProject(number, 'claim', context);
    if ('answer' in found) return found.answer;
    const claim: Claim = { ...partyFor(context.person), ...readPart(part), at: context.now };
    const { project, outcome } = applyEvent(
      found.one,
      saidBy(context, 'claim', { claim }),
      context,
      asking(found.one, context),
    );
    return together(
      outcome,
      say(lines(headline(project), claimantsText(project, context.records), nextText(project))),
      ...(found.one.claims.length === 0
        ? [tellProposers(project, claimedText(project, context), context)]
        : []),
    );
  },
  undo: undoProjects,
});

/** From the first claim on claimants are asked each month what is planned. */
function asking({ asks }: Project, context: Parameters<typeof askNext>[0]): Partial<Project> {
  return asks === undefined ? { asks: askNext(context) } : {};
}
