import type { Records } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { type Outcome, say } from '../../../../core/outcome.ts';
import { nextPage, pageOf, readPage } from '../../../../core/pages.ts';
import { lines } from '../../../../core/text.ts';
import { type Project, type ProjectState, projects } from '../../records.ts';
import { tableNumbers } from '../../rules/numbers.ts';
import { projectTexts, stateName } from '../../texts/projects.ts';
import { projectLine } from '../../views/index.ts';

const PER_PAGE = 5;

/** What is in the table; proposals and what was not chosen stand in lists of their own. */
const IN_TABLE: readonly ProjectState[] = ['chosen', 'claimed', 'running', 'done'];
const STATES = Object.keys(stateName) as ProjectState[];

/** `/项目`, `/项目 健康`, `/项目 未入选 第2页` */
export function listProjects(typed: string, context: CommandContext): Outcome {
  const { records } = context;
  const { what, page } = readPage(typed);
  const list = what === '' ? inTable(records) : filtered(what, records);
  if (list.length === 0) return say(what === '' ? projectTexts.none : projectTexts.noneOf(what));
  const shown = pageOf(list.length, page, PER_PAGE);
  const here = list.slice(shown.from, shown.to);
  const { units, categories, projects: taken } = tableNumbers(records);
  return say(
    lines(
      projectTexts.table(what, list.length),
      ...here.map((one) => projectLine(one, records)),
      what === '' && taken > 0 && projectTexts.sentence(units, categories, taken),
      nextPage(shown, '/项目', what) ?? (here[0] && projectTexts.pick(here[0].number)),
    ),
  );
}

function inTable(records: Records): readonly Project[] {
  return IN_TABLE.flatMap((state) => records.slice(projects, 'byState', state)).sort(
    (a, b) => a.number - b.number,
  );
}

function filtered(what: string, records: Records): readonly Project[] {
  const word = fold(what);
  const state = STATES.find(
    (one) => fold(stateName[one].zh) === word || stateName[one].en === word,
  );
  if (state !== undefined) return byVotes(records.slice(projects, 'byState', state));
  const all = STATES.flatMap((one) => records.slice(projects, 'byState', one));
  return all
    .filter(({ category, title }) => fold(category) === word || fold(title).includes(word))
    .sort((a, b) => a.number - b.number);
}

/** Where there was a vote, the most wanted first. */
export function byVotes(all: readonly Project[]): readonly Project[] {
  return all.toSorted((a, b) => (b.votes ?? -1) - (a.votes ?? -1) || a.number - b.number);
}
