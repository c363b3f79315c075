import type { Records } from '../../../core/collection.ts';
import { pairsOfText } from '../../../core/likeness.ts';
import { fold } from '../../../core/line.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import { areOfOneSubject } from '../../offers/index.ts';
import type { Claim, Project, ProjectCall, ProjectState } from '../records.ts';
import { projectCalls, projects } from '../records.ts';

/** The longest title, in characters. */
export const LONGEST_TITLE = 40;

export function projectNumbered(records: Records, number: number): Project | undefined {
  return records.where(projects, String(number))[0];
}

/** The lines of the table that are in one of these states, by their numbers; pairs stand apart. */
export function projectsIn(states: readonly ProjectState[], records: Records): readonly Project[] {
  return states
    .flatMap((state) => records.slice(projects, 'byState', state))
    .sort((a, b) => a.number - b.number);
}

/** The gathering in which proposals are taken now. */
export function openCall(records: Records, now: number): ProjectCall | undefined {
  return records.slice(projectCalls, 'byState', 'open').findLast(({ until }) => now < until);
}

/** The latest gathering, open or over. */
export function latestCall(records: Records): ProjectCall | undefined {
  const last = (['open', 'closed'] as const).flatMap((state) =>
    records.slice(projectCalls, 'byState', state, -1),
  );
  return last.toSorted((a, b) => b.at - a.at)[0];
}

/** `J1 J3，7`: the numbers of projects in a text, each once. */
export function numbersIn(text: string): readonly number[] {
  const found = fold(text).match(/j?\s?\d{1,6}(?:\s?[-~到至]\s?j?\d{1,6})?/g) ?? [];
  return [...new Set(found.flatMap(rangeOf))];
}

/** More than this in one range are no numbers of projects. */
const LONGEST_RANGE = 500;

function rangeOf(text: string): readonly number[] {
  const [from = 0, to = from] = (text.match(/\d+/g) ?? []).map(Number);
  if (to < from || to - from > LONGEST_RANGE) return [from];
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

const TARGET = new RegExp(`目标\\s*(${numberSource(5)})\\s*([场次人户项件个家]|人次)`);

/** `目标 12场` in a text, and the text without it. */
export function readTarget(text: string): {
  readonly target?: Project['target'];
  readonly rest: string;
} {
  const found = TARGET.exec(fold(text));
  const amount = readNumber(found?.[1] ?? '');
  if (found === null || !(amount > 0)) return { rest: text };
  const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length);
  return { target: { amount, measure: found[2] ?? '次' }, rest: rest.trim() };
}

/** `6月`, `2027年6月底` among other words. */
export const MONTH = /(?:^|\s)(?:(20\d\d)年)?(\d{1,2})月(?:底|前|完成)?(?=\s|$)/;
/** As programs write it: `2027-06`, `2027/6/1`. */
const MONTH_IN_DIGITS = /^(20\d\d)[-/.](\d{1,2})(?:[-/.]\d{1,2})?$/;

/** The month that words name, `2027-06`; this year's where they name none. */
export function monthIn(text: string, today: string): string | undefined {
  const [, year = today.slice(0, 4), month] =
    MONTH.exec(fold(text)) ?? MONTH_IN_DIGITS.exec(fold(text).trim()) ?? [];
  const isMonth = month !== undefined && Number(month) >= 1 && Number(month) <= 12;
  return isMonth ? `${year}-${month.padStart(2, '0')}` : undefined;
}

/** What somebody gives and gets is said behind these words: `场地和茶水，得：宣传`. */
const GIVES = /(?:^|[，,；;\s])(?:给|出|提供)[:：]\s*([^，,；;]+)/;
const GETS = /(?:^|[，,；;\s])(?:得|换|要)[:：]\s*([^，,；;]+)/;

/** A part as it is typed: `每月一次，药师2人，给：药师，得：宣传`. */
export function readPart(text: string): Pick<Claim, 'part' | 'gives' | 'gets'> {
  const gives = GIVES.exec(text)?.[1]?.trim();
  const gets = GETS.exec(text)?.[1]?.trim();
  const part = text
    .replace(GIVES, '')
    .replace(GETS, '')
    .replace(/^[\s，,；;]+|[\s，,；;]+$/g, '');
  return {
    ...(part === '' ? {} : { part }),
    ...(gives === undefined ? {} : { gives }),
    ...(gets === undefined ? {} : { gets }),
  };
}

/** So many pairs of characters, of the shorter title, make two proposals alike. */
const ALIKE = 0.5;

/** Two characters that name what people want are enough where little else is said. */
export function alikeTo(title: string, among: readonly Project[]): Project | undefined {
  const pairs = wordsOf(title);
  let best: { readonly project: Project; readonly share: number } | undefined;
  for (const project of among) {
    const theirs = wordsOf(project.title);
    const shared = [...pairs].filter((pair) => theirs.has(pair)).length;
    const share = shared / Math.max(1, Math.min(pairs.size, theirs.size));
    const isAlike = (shared > 0 && share >= ALIKE) || areOfOneSubject(title, project.title);
    if (isAlike && share >= (best?.share ?? 0)) best = { project, share };
  }
  return best?.project;
}

/** Words that every proposal may have. */
const EMPTY =
  /想要|希望|建议|能不能|可以|开个|办个|搞个|组织|开展|一个|社区|小区|活动|每月|一次|多一点|我们/g;

function wordsOf(title: string): ReadonlySet<string> {
  return pairsOfText(fold(title).replace(EMPTY, ' '));
}
