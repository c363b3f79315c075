import type { Records } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { type Outcome, say } from '../../../../core/outcome.ts';
import { nextPage, pageOf, readPage } from '../../../../core/pages.ts';
import { lines } from '../../../../core/text.ts';
import { type Project, type ProjectState, projectStates, projects } from '../../records.ts';
import { tableNumbers } from '../../rules/numbers.ts';
import { projectsIn } from '../../rules/reading.ts';
import { projectTexts, stateName } from '../../texts/projects.ts';
import { projectLine } from '../../views/index.ts';

const PER_PAGE = 5;

/** What is in the table; proposals and what was not chosen stand in lists of their own. */
const IN_TABLE: readonly ProjectState[] = ['chosen', 'claimed', 'running', 'done'];

/** `/项目`, `/项目 健康`, `/项目 未入选 第2页` */
export function listProjects(typed: string, context: CommandContext): Outcome {
  const { records } = context;
  const { what, page } = readPage(typed);
  const list = what === '' ? projectsIn(IN_TABLE, records) : filtered(what, records);
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

function filtered(what: string, records: Records): readonly Project[] {
  const word = fold(what);
  const state = projectStates.find(
    (one) => fold(stateName[one].zh) === word || stateName[one].en === word,
  );
  if (state !== undefined) return byVotes(records.slice(projects, 'byState', state));
  return projectsIn(projectStates, records).filter(
    ({ category, title }) => fold(category) === word || fold(title).includes(word),
  );
}

/** Where there was a vote, the most wanted first. */
export function byVotes(all: readonly Project[]): readonly Project[] {
  return all.toSorted((a, b) => (b.votes ?? -1) - (a.votes ?? -1) || a.number - b.number);
}
