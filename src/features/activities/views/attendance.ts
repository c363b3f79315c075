import type { Records } from '../../../core/collection.ts';
import { lines, nameList, plain, series, type Text } from '../../../core/text.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import { type Activity, attendance, headcounts, type Minutes } from '../records/index.ts';
import {
  countThere,
  entriesOf,
  type Table,
  THERE,
  tableFor,
  turnoutAt,
} from '../rules/attendance-table.ts';
import { titleOf } from '../rules/identifiers.ts';
import { type Completeness, completenessOf } from '../rules/minutes.ts';
import { nameOf, namesOf } from '../rules/names.ts';
import { headsOf } from '../rules/seats.ts';
import { attendanceTexts, type TableRow } from '../texts/attendance.ts';
import { minutesTexts } from '../texts/minutes.ts';

const NAMES_SHOWN = 20;

/** `E7 到场 3 人（张伟、李娟 2 人、恒威 5 人）。应到 12`; the names are of the changes, or of everybody. */
export function arrivalsText(
  activity: Activity,
  changes: readonly string[],
  records: Records,
): Text {
  const { id } = activity;
  const turnout = turnoutAt(id, records);
  const people = changes.flatMap((change) =>
    change.startsWith('person:') ? [change.slice(7)] : [],
  );
  const units = new Set(
    changes.flatMap((change) => (change.startsWith('unit:') ? [change.slice(5)] : [])),
  );
  const entryOf = (person: string) => records.get(attendance, `${id}/${person}`);
  const all = changes.length === 0;
  const came = THERE.flatMap((state) => entriesOf(activity, state, records, NAMES_SHOWN));
  const shown = all ? came : [...new Set(people)].flatMap((person) => entryOf(person) ?? []);
  const said = records.where(headcounts, id).filter(({ unit }) => units.has(unit));
  const unitsShown = all ? turnout.units : said;
  const names = [
    ...shown.slice(0, NAMES_SHOWN).map(({ person, heads }) => personCount(person, heads, records)),
    ...unitsShown.map(({ unit, count }) =>
      attendanceTexts.unitCount(unitName(records, unit), count),
    ),
  ];
  const count = (all ? countThere(id, records) : shown.length) + unitsShown.length;
  // Who has taken something back in the meantime is not in the news.
  const left = changes
    .flatMap((change) => (change.startsWith('left:') ? [change.slice(5)] : []))
    .filter((person) => entryOf(person)?.left !== undefined);
  const gone =
    left.length > 0 &&
    attendanceTexts.left(activity.number, nameList(namesOf(records, left).map(plain), NAMES_SHOWN));
  const isTold = names.length > 0 || left.length === 0;
  return lines(
    isTold &&
      attendanceTexts.arrived(
        activity.number,
        turnout.total,
        nameList(names, NAMES_SHOWN, count),
        headsOf(activity, 'in', records),
      ),
    gone,
  );
}

function personCount(person: string, count: number, records: Records): Text {
  const name = nameOf(records, person);
  return count > 1 ? attendanceTexts.unitCount(name, count) : plain(name);
}

/**
 * The attendance table, as posted when check-in closes. Who did not come and who came late are only
 * counted: `whole` names them, for whoever sets it right.
 */
export function tableText(
  activity: Activity,
  records: Records,
  { whole = false, isOpen = false } = {},
): Text {
  const table = tableFor(activity, records);
  const { present, late, walkedIn, total, named, expected } = table;
  const units = table.units.map(({ unit, count }) =>
    attendanceTexts.unitCount(unitName(records, unit), count),
  );
  const away = ['leave', 'absent', 'unknown'] as const;
  const rows = whole
    ? [
        rowText('present', present, table, records),
        joined(
          (['late', 'walkedIn'] as const).map((row) => rowText(row, table[row], table, records)),
        ),
        joined(away.map((row) => rowText(row, table[row], table, records))),
      ]
    : [
        rowText('present', [...present, ...late], table, records),
        rowText('walkedIn', walkedIn, table, records),
        joined(
          away.map((row) =>
            table[row].length > 0 ? attendanceTexts.count(row, table[row].length) : undefined,
          ),
        ),
      ];
  return lines(
    attendanceTexts.tableTitle(activity.number, titleOf(activity), isOpen),
    total > named
      ? attendanceTexts.totalParts(total, named, expected)
      : attendanceTexts.totals(total, expected),
    ...rows,
    units.length > 0 && attendanceTexts.unitCounts(series(units)),
  );
}

/** How many came, without a name. */
export function turnoutText(activity: Activity, records: Records, { isOpen = false } = {}): Text {
  const { total, expected } = tableFor(activity, records);
  return lines(
    attendanceTexts.tableTitle(activity.number, titleOf(activity), isOpen),
    attendanceTexts.totals(total, expected),
  );
}

/** Who signed up and is not there, of how many. */
export function missingText(activity: Activity, records: Records): Text {
  const { unknown, total, expected } = tableFor(activity, records);
  if (unknown.length === 0) return attendanceTexts.nobodyMissing(activity.number, total, expected);
  const names = nameList(namesOf(records, unknown).map(plain), NAMES_SHOWN);
  return lines(
    attendanceTexts.missing(activity.number, unknown.length, names),
    attendanceTexts.totals(total, expected),
  );
}

export function completenessText(
  activity: Activity,
  record: Minutes | undefined,
  records: Records,
): Text {
  const completeness = completenessOf(activity, turnoutAt(activity.id, records).total, record);
  const keys = Object.keys(completeness) as (keyof Completeness)[];
  const lacks = keys.filter((key) => !completeness[key]);
  return lines(
    minutesTexts.completeness(
      keys.filter((key) => completeness[key]),
      lacks,
    ),
    minutesTexts.howToMend(activity.number, lacks),
  );
}

export function unitName(records: Records, unit: string): string {
  const found = unitOf(records, unit);
  return found?.short[0] ?? found?.name ?? '';
}

/** Of those who were there, how many with whom they brought; so the rows add up. */
function rowText(
  row: TableRow,
  people: readonly string[],
  { corrected, heads }: Table,
  records: Records,
): Text | undefined {
  if (people.length === 0) return undefined;
  const countOf = (person: string) => heads.get(person) ?? 1;
  const names = people.map((person) => {
    const name = personCount(person, countOf(person), records);
    const { zh, en } = attendanceTexts.correctedMark;
    return corrected.has(person) ? { zh: `${name.zh}(${zh})`, en: `${name.en} (${en})` } : name;
  });
  const count = people.reduce((sum, person) => sum + countOf(person), 0);
  return attendanceTexts.row(row, count, nameList(names, NAMES_SHOWN));
}

function joined(parts: readonly (Text | undefined)[]): Text | undefined {
  const there = parts.filter((part) => part !== undefined);
  return there.length === 0 ? undefined : series(there, { zh: '；', en: '; ' });
}
