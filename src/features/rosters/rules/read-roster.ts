import type { Records } from '../../../core/collection.ts';
import { fold } from '../../../core/line.ts';
import { LONGEST_NAME, nameKey, shownName, visibleLength } from '../../../core/names.ts';
import { unitCalled } from '../../../identity/alliance/index.ts';
import { type Person, peopleCalled } from '../../../identity/people/index.ts';

/** Why a row is left out. */
export type BadRow = 'no-unit' | 'unknown-unit' | 'no-name' | 'namesakes' | 'has-role' | 'twice';

interface Row {
  readonly name: string;
  readonly unit: string;
  /** Who is called so already; nobody where they are new. */
  readonly known: Person | undefined;
}

export interface ReadRoster {
  /** What changes: new people, and people who come to another unit. */
  readonly changes: readonly Row[];
  /** Those who are there already as they should be. */
  readonly same: number;
  /** Every row that is left out, with its place in the text, from 1. */
  readonly bad: readonly { readonly line: number; readonly text: string; readonly why: BadRow }[];
}

const SEPARATOR = /[\t,，;；|\s]+/;
/** Cells of a table, also empty ones. */
const CELL = /[\t,，;；|]/;
const NAME_HEAD = /^(?:姓名|名字|人员|name)$/;
const UNIT_HEAD = /^(?:(?:所在|所属|工作)?单位(?:名称)?|公司|unit)$/;

/** Whether a table begins as a list of people does. */
export function isRosterHead(head: readonly string[]): boolean {
  const cells = head.map(fold);
  return [NAME_HEAD, UNIT_HEAD].every((words) => cells.some((cell) => words.test(cell.trim())));
}

/** In which cells of a table the name and the unit stand. */
interface Columns {
  readonly name: number;
  readonly unit: number;
}

/** What the first line of a table says of its columns; undefined where it is no such line. */
function columnsOf(line: string): Columns | 'in order' | undefined {
  const cells = splitIn(fold(line));
  const words = cells.length === 1 ? (cells[0] ?? '').split(/\s+/) : cells;
  const name = words.findIndex((cell) => NAME_HEAD.test(cell));
  const unit = words.findIndex((cell) => UNIT_HEAD.test(cell));
  if (name < 0) return undefined;
  return unit < 0 || cells.length === 1 ? 'in order' : { name, unit };
}

function splitIn(line: string): readonly string[] {
  return line
    .replace(/"/g, '')
    .split(CELL)
    .map((cell) => cell.trim());
}

/** `1.`, `2、`, `③`: the place in a list is no part of a name. */
const NUMBERED = /^\s*(?:\d{1,3}\s*[.、)）:：]\s*|[①-⑳]\s*)/;

/** `张三 恒威`, `李四,安康`, a line each, as pasted from a chat, a table or a csv file. */
export function readRoster(text: string, records: Records): ReadRoster {
  const changes: Row[] = [];
  const bad: ReadRoster['bad'][number][] = [];
  const seen = new Set<string>();
  let same = 0;
  const rows = rowsIn(text);
  const heads = rows.map(({ typed }) => columnsOf(typed));
  const columns = heads.find((head) => typeof head === 'object');
  for (const { typed, line, number } of rows.filter((_, at) => heads[at] === undefined)) {
    const read = readRow(cellsOf(typed, line, columns), records);
    const isTwice = typeof read !== 'string' && seen.has(nameKey(read.name));
    if (typeof read === 'string' || isTwice) {
      bad.push({ line: number, text: line, why: typeof read === 'string' ? read : 'twice' });
      continue;
    }
    seen.add(nameKey(read.name));
    if (read.known?.unit === read.unit && read.known.role !== 'guest') same += 1;
    else changes.push(read);
  }
  return { changes, same, bad };
}

/** The lines of a text that hold anything, with their numbers, from 1. */
function rowsIn(text: string) {
  return text.split(/\r?\n/).flatMap((typed, at) => {
    const line = typed.replace(/"/g, '').trim();
    return line === '' ? [] : [{ typed, line, number: at + 1 }];
  });
}

/** The name and the unit of a row; a row that is not written as a table is read in their order. */
function cellsOf(typed: string, line: string, columns: Columns | undefined): readonly string[] {
  const cells = splitIn(typed);
  if (columns === undefined || cells.length === 1)
    return line.replace(NUMBERED, '').split(SEPARATOR);
  return [(cells[columns.name] ?? '').replace(NUMBERED, ''), cells[columns.unit] ?? ''];
}

function readRow([said = '', unitSaid = '']: readonly string[], records: Records): Row | BadRow {
  if (!isNameLike(said)) return 'no-name';
  if (unitSaid === '') return 'no-unit';
  const unit = unitCalled(records, unitSaid);
  if (unit === undefined) return 'unknown-unit';
  const name = shownName(said);
  const called = peopleCalled(records, name);
  if (called.length > 1) return 'namesakes';
  const [known] = called;
  const hasRole = known !== undefined && known.role !== 'guest' && known.role !== 'member';
  return hasRole && known.unit !== unit.id ? 'has-role' : { name, unit: unit.id, known };
}

/** A number is none, nor what a table would reckon: `=A1`, `@SUM(A1)`. */
function isNameLike(said: string): boolean {
  return said !== '' && !/\d{5}|^[=@+-]/.test(said) && visibleLength(said) <= LONGEST_NAME;
}
