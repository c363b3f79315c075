import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { ask, refuse, say, together } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { projects } from '../records.ts';
import { alikeTo, openCall } from '../rules/reading.ts';
import { callTexts } from '../texts/calls.ts';
import { projectTexts } from '../texts/projects.ts';
import { titleOf } from '../views/index.ts';
import { newProject } from './shared/add-project.ts';
import { undoProjects } from './shared/find-project.ts';

/** The newest proposals that a new one is compared with. */
const COMPARED = 400;

export const propose = command({
  name: 'propose',
  zhName: '项目建议',
  standsApart: true,
  aliases: ['建议项目'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '征集的时候，说想要什么项目', en: 'say what the alliance should do' },
  examples: ['项目建议 每月一次义诊'],
  args: { what: rest({ zh: '想要什么', en: 'what you want' }).optional() },
  shortForms: ['项目建议 {what!}', '建议项目 {what!}'],
  run: ({ what = '' }, context) => {
    const { records, now, person } = context;
    const call = openCall(records, now);
    if (call === undefined) return refuse(callTexts.none);
    const title = what.replace(/\s+/g, ' ').trim();
    if (!/\p{L}/u.test(title)) return ask(callTexts.needsText, [], { open: '项目建议 {}' });
    const others = records.slice(projects, 'ofCall', `${call.id} proposed`, -COMPARED);
    const alike = alikeTo(title, others);
    const { project, outcome } = newProject({ title, call: call.id, state: 'proposed' }, context);
    const { number } = project;
    return together(
      outcome,
      say(
        lines(
          callTexts.proposed(number, titleOf(project), person.name),
          alike === undefined
            ? projectTexts.next.proposed(number)
            : callTexts.alike(number, alike.number, titleOf(alike)),
        ),
        `J${alike?.number ?? number} 也是`,
      ),
    );
  },
  undo: undoProjects,
});
