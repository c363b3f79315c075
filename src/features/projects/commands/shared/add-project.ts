import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { shortened } from '../../../../core/names.ts';
import { type Outcome, refuse, remember, say, together } from '../../../../core/outcome.ts';
import { OverlayRecords } from '../../../../core/overlay-records.ts';
import { lines, series, type Text } from '../../../../core/text.ts';
import { dateOf } from '../../../../core/time.ts';
import { nextNumber } from '../../../../identity/alliance/index.ts';
import {
  categoriesOf,
  categoryFor,
  type Request,
  requestNumbered,
} from '../../../requests/index.ts';
import type { Project, ProjectCall } from '../../records.ts';
import { applyEvent, beginProject, saidBy } from '../../rules/apply-event.ts';
import { LONGEST_TITLE, MONTH, monthIn, openCall, readTarget } from '../../rules/reading.ts';
import { callTexts } from '../../texts/calls.ts';
import { projectTexts } from '../../texts/projects.ts';
import { projectText } from '../../views/index.ts';

const MOST_AT_ONCE = 50;

const CATEGORY = /(?:^|\s)类别\s*(\S{1,12})/;

/** What can be said of a project beside its title, and the text without it. */
function readDetails(
  typed: string,
  today: string,
): { readonly details: Partial<Project>; readonly title: string } {
  const { target, rest } = readTarget(typed);
  const category = CATEGORY.exec(rest)?.[1];
  const bare = rest.replace(CATEGORY, '');
  const month = monthIn(bare, today);
  return {
    details: {
      ...(target === undefined ? {} : { target }),
      ...(category === undefined ? {} : { category }),
      ...(month === undefined ? {} : { month }),
    },
    title: (month === undefined ? bare : bare.replace(MONTH, '')).replace(/\s+/g, ' ').trim(),
  };
}

/** `/项目 新增 健康直通车 类别 健康 目标 12场`: in the table at once. */
export function addProject(typed: string, context: CommandContext): Outcome {
  const { details, title } = readDetails(typed, todayIn(context));
  if (!/\p{L}/u.test(title)) return refuse(projectTexts.needsTitle);
  const { project, outcome } = newProject({ title, state: 'chosen', ...details }, context);
  return together(
    outcome,
    say(
      lines(projectTexts.added(project.number, project.title), projectText(project, context)),
      `认领 J${project.number}`,
    ),
  );
}

/** A project with the next number. */
export function newProject(
  parts: Pick<Project, 'title' | 'state'> & Partial<Project>,
  context: CommandContext,
): { readonly project: Project; readonly outcome: Outcome } {
  const { records, now, person, message } = context;
  const { number, remember: counted } = nextNumber(records, 'project');
  const title = shortened(parts.title, LONGEST_TITLE);
  const project: Project = {
    category: categoryFor(title, categoriesOf(records)),
    seconds: [],
    claims: [],
    activities: [],
    requests: [],
    ...parts,
    id: context.newId(),
    number,
    title,
    since: now,
    by: person.id,
    at: now,
    message,
  };
  const event = saidBy(context, parts.state === 'proposed' ? 'propose' : 'add');
  return { project, outcome: together(remember(counted), beginProject(project, event, context)) };
}

/** `/项目 从需求 5 8 12`: open requests become proposals while there is a gathering, else projects. */
export function fromRequests(typed: string, context: CommandContext): Outcome {
  const { records, now } = context;
  const said = (fold(typed).match(/\d{1,6}/g) ?? []).map(Number).slice(0, MOST_AT_ONCE);
  const found = [...new Set(said)].map((number) => requestNumbered(records, number));
  const open = found.filter((one) => one?.state === 'open' && !one.kept && one.use === undefined);
  const left = said.filter((number) => !open.some((one) => one?.number === number));
  if (open.length === 0) return refuse(callTexts.notOpenRequests(left), '/需求列表');
  const call = openCall(records, now);
  // Each is decided on what the one before has left: they count on.
  const draft = new OverlayRecords(records);
  const made = open.flatMap((request) => {
    if (request === undefined) return [];
    const one = newProject(projectFrom(request, call), { ...context, records: draft });
    draft.apply(one.outcome.remember);
    return [one];
  });
  const last = made.at(-1);
  return together(
    ...made.map(({ outcome }) => outcome),
    say(
      lines(
        callTexts.fromRequests(made.map(({ project }) => project.number)),
        left.length > 0 && callTexts.notOpenRequests(left),
        last && projectTexts.pick(last.project.number),
      ),
    ),
  );
}

function projectFrom({ id, text, category }: Request, call: ProjectCall | undefined) {
  const facts = { title: text.replace(/\s+/g, ' '), category, request: id, requests: [id] };
  return call === undefined
    ? { ...facts, state: 'chosen' as const }
    : { ...facts, state: 'proposed' as const, call: call.id };
}

/** `/项目 J1 目标 12场` */
export function setProject(project: Project, typed: string, context: CommandContext): Outcome {
  const { details, title } = readDetails(typed, todayIn(context));
  if (Object.keys(details).length === 0 || title !== '')
    return refuse(projectTexts.settable(project.number));
  const { outcome } = applyEvent(
    project,
    saidBy(context, 'change', { note: typed }),
    context,
    details,
  );
  return together(outcome, say(projectTexts.set(project.number, said(details))));
}

function said({ category, target, month }: Partial<Project>): Text {
  return series([
    ...(category === undefined ? [] : [projectTexts.category(category)]),
    ...(target === undefined ? [] : [projectTexts.target(target.amount, target.measure)]),
    ...(month === undefined ? [] : [projectTexts.month(month)]),
  ]);
}

function todayIn({ now, zone }: CommandContext): string {
  return dateOf(now, zone);
}
