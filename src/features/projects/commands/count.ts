import { rest } from '../../../core/arguments.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { type Outcome, refuse, say, together } from '../../../core/outcome.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import { dateOf } from '../../../core/time.ts';
import type { Project } from '../records.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { doneIn, othersWith } from '../rules/numbers.ts';
import { projectTexts } from '../texts/projects.ts';
import { findProject, projectNumber, undoProjects } from './shared/find-project.ts';
import { type Named, namedIn } from './shared/named.ts';

export const countFor = command({
  name: 'countfor',
  zhName: '计入',
  requiresNumber: true,
  minRole: 'liaison',
  scope: 'anywhere',
  summary: {
    zh: '把活动、需求算进一个项目',
    en: 'let activities and requests count for a project',
  },
  examples: ['算 J1 E7 12', '/算 J1 E7'],
  args: {
    project: projectNumber,
    what: rest({ zh: '活动和需求的编号', en: 'activities and requests' }).optional(),
  },
  shortForms: ['算 {project!} {what}', '算进 {project!} {what}'],
  run: ({ project: number, what = '' }, context) => {
    const found = findProject(number, 'count', context);
    if ('answer' in found) return found.answer;
    const named = namedIn(what, context.records);
    if (named.length === 0) return refuse(projectTexts.countWhat(number));
    return countAll(found.one, named, context);
  },
  undo: undoProjects,
});

function countAll(before: Project, named: readonly Named[], context: CommandContext): Outcome {
  const { records, now, zone } = context;
  const missing = named.find(({ id }) => id === undefined);
  if (missing !== undefined) return refuse(projectTexts.noSuchThing(missing.name));
  const known = new Set([...before.activities, ...before.requests]);
  const added = named.flatMap(({ id, ...one }) =>
    id === undefined || known.has(id) ? [] : [{ ...one, id }],
  );
  if (added.length === 0) return refuse(projectTexts.countsAlready(before.number));
  const ids = (isActivity: boolean) =>
    added.filter((one) => one.isActivity === isActivity).map(({ id }) => id);
  const also = {
    activities: [...new Set([...before.activities, ...ids(true)])],
    requests: [...new Set([...before.requests, ...ids(false)])],
  };
  const note = added.map(({ name }) => name).join(' ');
  const { project, outcome } = applyEvent(
    before,
    saidBy(context, 'count', { note }),
    context,
    also,
  );
  const { held, served, solved } = doneIn(dateOf(now, zone).slice(0, 4), project, context);
  const target =
    project.target && projectTexts.target(project.target.amount, project.target.measure);
  const numbers = series(
    [projectTexts.progress(held, served, solved), ...(target === undefined ? [] : [target])],
    COMMA,
  );
  const others = [...new Set(added.flatMap(({ id }) => othersWith(id, project.id, records)))];
  return together(
    outcome,
    say(
      lines(
        projectTexts.counts(series(added.map(({ name }) => plain(name))), project.number, numbers),
        others.length > 0 && projectTexts.alsoCounts(others),
        projectTexts.pick(project.number),
      ),
    ),
  );
}

const COMMA: Text = { zh: '，', en: ', ' };
