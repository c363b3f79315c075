import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { refuse, say, together } from '../../../core/outcome.ts';
import { dateOf } from '../../../core/time.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { monthsLater } from '../rules/asking.ts';
import { pairTexts } from '../texts/calls.ts';
import { visitsIn } from './pair.ts';
import { findProject, notTheirs, projectNumber, undoProjects } from './shared/find-project.ts';

export const visit = command({
  name: 'visit',
  zhName: '走访',
  standsApart: true,
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '结对的去走访过了', en: 'a visit to the partner of a pair' },
  examples: ['走访 J5 老人身体挺好'],
  args: {
    project: projectNumber,
    note: rest({ zh: '怎么样', en: 'how it was' }).optional(),
  },
  shortForms: ['走访 {project} {note}', '走访了 {project} {note}'],
  run: ({ project: number, note = '' }, context) => {
    const found = findProject(number, 'visit', context);
    if ('answer' in found) return found.answer;
    const { now, zone } = context;
    const { pair } = found.one;
    if (pair === undefined) return refuse(pairTexts.notPair(number));
    const refused = notTheirs(found.one, context);
    if (refused !== undefined) return refused;
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const due = monthsLater(now, pair.everyMonths, zone);
    const { project, outcome } = applyEvent(found.one, saidBy(context, 'visit', said), context, {
      pair: { ...pair, due },
    });
    const count = visitsIn(dateOf(now, zone).slice(0, 4), project, context) + 1;
    const day = sayWhen({ start: due, dateOnly: true }, context);
    return together(outcome, say(pairTexts.visited(number, pair.partner, count, day)));
  },
  undo: undoProjects,
});
