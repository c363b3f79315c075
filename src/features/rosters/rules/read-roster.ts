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

/** More than this is no list that anybody reads before it is carried out. */
const MOST_ROWS = 500;

const SEPARATOR = /[\t,，;；|\s]+/;
const HEAD = /^(姓名|名字|name)(?:$|[\t,，;；|\s])/;
/** `1.`, `2、`, `③`: the place in a list is no part of a name. */
const NUMBERED = /^\s*(?:\d{1,3}\s*[.、)）:：]\s*|[①-⑳]\s*)/;

/** `张三 恒威`, `李四,安康`, a line each, as pasted from a chat, a table or a csv file. */
export function readRoster(text: string, records: Records): ReadRoster {
  const changes: Row[] = [];
  const bad: ReadRoster['bad'][number][] = [];
  const seen = new Set<string>();
  let same = 0;
  for (const [at, typed] of text.split(/\r?\n/).slice(0, MOST_ROWS).entries()) {
    const line = typed.replace(/"/g, '').trim();
    if (line === '' || HEAD.test(fold(line))) continue;
    const read = readRow(line, records);
    const isTwice = typeof read !== 'string' && seen.has(nameKey(read.name));
    if (typeof read === 'string' || isTwice) {
      bad.push({ line: at + 1, text: line, why: typeof read === 'string' ? read : 'twice' });
      continue;
    }
    seen.add(nameKey(read.name));
    if (read.known?.unit === read.unit && read.known.role !== 'guest') same += 1;
    else changes.push(read);
  }
  return { changes, same, bad };
}

function readRow(line: string, records: Records): Row | BadRow {
  const [said = '', unitSaid = ''] = line.replace(NUMBERED, '').split(SEPARATOR);
  if (said === '' || /\d{5}/.test(said) || visibleLength(said) > LONGEST_NAME) return 'no-name';
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
