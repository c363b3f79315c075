import type { Records } from '../../../core/collection.ts';
import { fold } from '../../../core/line.ts';
import { nameKey, shortened } from '../../../core/names.ts';
import { unitCalled } from '../../../identity/alliance/index.ts';
import { liaisonsOf } from '../../../identity/people/index.ts';
import type { TableRows } from '../../../ports/tables.ts';
import type { Claim, Project } from '../records.ts';
import { LONGEST_TITLE, monthIn, projectNumbered, projectsIn, readTarget } from './reading.ts';
import { allows } from './transitions.ts';

/** Why a row of a table is left out. */
export type BadRow =
  | 'title'
  | 'number'
  | 'other-title'
  | 'over'
  | 'twice'
  | 'target'
  | 'month'
  | 'unit';

/** What a row says of a project. */
export interface ProjectRow {
  /** The line that is there already; none where the project is new. */
  readonly known: Project | undefined;
  readonly title: string;
  readonly details: Pick<Project, 'target' | 'month'> & { readonly category?: string };
  /** Those of units that have not taken it on yet; nobody leaves because a row does not name them. */
  readonly claims: readonly Omit<Claim, 'at'>[];
}

export interface ReadTable {
  readonly added: readonly ProjectRow[];
  readonly changed: readonly ProjectRow[];
  /** Rows that say what is so already. */
  readonly same: number;
  /** Rows that are left out, by their number in the table, the head is 1. */
  readonly bad: readonly { readonly row: number; readonly why: BadRow }[];
}

/** What columns say, by their titles. */
const COLUMNS = {
  number: /^(?:编号|序号|项目编号)$/,
  title: /^(?:项目|项目名称|名称|项目内容)$/,
  category: /^(?:类别|分类|大类|项目类别)$/,
  target: /^(?:目标|年度目标|数量)$/,
  month: /^(?:月份|完成时间|时限|完成时限|完成月份)$/,
  units: /^(?:认领单位|责任单位|承办单位|单位|认领)$/,
  part: /^(?:做什么|职责|分工|内容)$/,
  gives: /^(?:给|提供)$/,
  gets: /^(?:得|需求)$/,
} as const;
type Column = keyof typeof COLUMNS;
type Cells = Readonly<Record<Column, string>>;

/** Whether a first row is that of a claim table. */
export function isTableHead(head: readonly string[]): boolean {
  return head.some((cell) => COLUMNS.title.test(fold(cell)));
}

/** A table as it was pasted: a row a line, cells between tabs or commas. */
export function rowsOfText(text: string): TableRows {
  const lines = text.trim().split(/\r?\n/);
  const [head = ''] = lines;
  const separator = head.includes('\t') ? '\t' : /[,，]/.test(head) ? /[,，]/ : / /;
  return lines.map((line) => line.split(separator).map((cell) => cell.trim()));
}

/** Reads a claim table against what is there; undefined where its first row is that of none. */
export function readRows(
  rows: TableRows,
  {
    records,
    today,
    by,
  }: { readonly records: Records; readonly today: string; readonly by: string },
): ReadTable | undefined {
  const [head = [], ...body] = rows;
  if (!isTableHead(head)) return undefined;
  const cellsOf = readerFor(head);
  const seen = new Set<string>();
  const titles = titlesOf(records);
  const read = body.flatMap((cells, at) => {
    if (cells.every((cell) => cell === '')) return [];
    const one = readRow(cellsOf(cells), { records, today, by, titles });
    const key = typeof one === 'string' ? '' : (one.known?.id ?? nameKey(one.title));
    const isTwice = key !== '' && seen.has(key);
    seen.add(key);
    return [{ row: at + 2, one: isTwice ? ('twice' as const) : one }];
  });
  const good = read.flatMap(({ one }) => (typeof one === 'string' ? [] : [one]));
  const known = good.filter((one) => one.known !== undefined);
  const changed = known.filter(changes);
  return {
    added: good.filter((one) => one.known === undefined),
    changed,
    same: known.length - changed.length,
    bad: read.flatMap(({ row, one }) => (typeof one === 'string' ? [{ row, why: one }] : [])),
  };
}

function readerFor(head: readonly string[]): (cells: readonly string[]) => Cells {
  const places = Object.entries(COLUMNS).map(
    ([name, title]) => [name, head.findIndex((cell) => title.test(fold(cell)))] as const,
  );
  return (cells) =>
    Object.fromEntries(places.map(([name, at]) => [name, cells[at]?.trim() ?? ''])) as Cells;
}

/** What stands in the table and may be changed, by its title. */
function titlesOf(records: Records): ReadonlyMap<string, Project> {
  const open = projectsIn(['proposed', 'chosen', 'claimed', 'running'], records);
  return new Map(open.map((project) => [nameKey(project.title), project]));
}

function readRow(
  cells: Cells,
  {
    records,
    today,
    by,
    titles,
  }: {
    readonly records: Records;
    readonly today: string;
    readonly by: string;
    readonly titles: ReadonlyMap<string, Project>;
  },
): ProjectRow | BadRow {
  const title = shortened(cells.title.replace(/\s+/g, ' '), LONGEST_TITLE);
  if (!/\p{L}/u.test(title)) return 'title';
  const known = knownAs(cells.number, title, titles, records);
  if (typeof known === 'string') return known;
  const { target, rest } = readTarget(`目标${cells.target}`);
  if (cells.target !== '' && (target === undefined || rest !== '')) return 'target';
  const month = cells.month === '' ? undefined : monthIn(cells.month, today);
  if (month === undefined && cells.month !== '') return 'month';
  const claims = claimsIn(cells, known, by, records);
  if (claims === undefined) return 'unit';
  const { category } = cells;
  return {
    known,
    title: known?.title ?? title,
    details: {
      ...(target === undefined ? {} : { target }),
      ...(month === undefined ? {} : { month }),
      ...(category === '' ? {} : { category: shortened(category, 12) }),
    },
    claims,
  };
}

/** The project of a row: by `J3` where it says so, else by its title. */
function knownAs(
  number: string,
  title: string,
  titles: ReadonlyMap<string, Project>,
  records: Records,
): Project | BadRow | undefined {
  // A number alone is the row's place in somebody's list.
  const digits = /^j\s?(\d{1,6})$/.exec(fold(number))?.[1];
  if (digits === undefined) return titles.get(nameKey(title));
  const found = projectNumbered(records, Number(digits));
  if (found === undefined || found.pair !== undefined) return 'number';
  if (nameKey(found.title) !== nameKey(title)) return 'other-title';
  return allows('change', found) ? found : 'over';
}

/** Units that are named and have not taken it on; undefined where one of them is not known. */
function claimsIn(
  { units, part, gives, gets }: Cells,
  known: Project | undefined,
  by: string,
  records: Records,
): ProjectRow['claims'] | undefined {
  const names = units.split(/[、,，;；/\s]+/).filter(Boolean);
  const found = names.map((name) => unitCalled(records, name));
  if (found.includes(undefined)) return undefined;
  const ids = [...new Set(found.flatMap((unit) => unit?.id ?? []))];
  // Where several take it on, nobody can tell whose part a cell is unless there is one for each.
  const share = (cell: string, at: number) =>
    ids.length === 1 ? cell : cell.split(/[；;]/).length === ids.length && cell.split(/[；;]/)[at];
  return ids.flatMap((unit, at) => {
    if (known?.claims.some((one) => one.unit === unit)) return [];
    const person = liaisonsOf(records).find((one) => one.unit === unit)?.id ?? by;
    const said = { part: share(part, at), gives: share(gives, at), gets: share(gets, at) };
    const kept = Object.fromEntries(Object.entries(said).filter(([, words]) => words));
    return [{ person, unit, ...kept }];
  });
}

function changes({ known, details, claims }: ProjectRow): boolean {
  const isNew = (name: keyof typeof details) =>
    details[name] !== undefined && JSON.stringify(details[name]) !== JSON.stringify(known?.[name]);
  return claims.length > 0 || isNew('target') || isNew('month') || isNew('category');
}
