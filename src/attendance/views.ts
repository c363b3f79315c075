import { type Activity, type Minutes, signups, titleOf } from '../activities/index.ts';
import { unitOf } from '../alliance/index.ts';
import type { Records } from '../core/collection.ts';
import { lines, nameList, plain, series, type Text } from '../core/text.ts';
import { namesOf, unitOfPerson } from '../people/index.ts';
import { attendance, headcounts } from './records.ts';
import { type Completeness, completenessOf, type Table, tableOf } from './rules.ts';
import { type TableRow, texts } from './texts.ts';

const NAMES_SHOWN = 20;

export function tableFor(activity: Activity, records: Records): Table {
  return tableOf(
    records.where(signups, activity.id),
    records.where(attendance, activity.id),
    records.where(headcounts, activity.id),
    (person) => unitOfPerson(records, person),
  );
}

/** `E7 到场 3 人（张伟、李娟、恒威 5 人）。应到 12`; the names are of the changes, or of everybody. */
export function arrivalsText(activity: Activity, changes: readonly string[], records: Records): Text {
  const table = tableFor(activity, records);
  const people = changes.flatMap((change) => (change.startsWith('person:') ? [change.slice(7)] : []));
  const units = new Set(changes.flatMap((change) => (change.startsWith('unit:') ? [change.slice(5)] : [])));
  const hasLeft = (person: string) => records.get(attendance, `${activity.id}/${person}`)?.left !== undefined;
  const shown = changes.length > 0 ? [...new Set(people)] : [...table.present, ...table.late, ...table.walkedIn];
  const counted = changes.length > 0 ? table.units.filter(({ unit }) => units.has(unit)) : table.units;
  const names = [
    ...namesOf(
      records,
      shown.filter((person) => records.get(attendance, `${activity.id}/${person}`)),
    ).map(plain),
    ...counted.map(({ unit, count }) => texts.unitCount(unitName(records, unit), count)),
  ];
  // Who has taken something back in the meantime is not in the news.
  const left = changes.flatMap((change) => (change.startsWith('left:') ? [change.slice(5)] : [])).filter(hasLeft);
  const gone = left.length > 0 && texts.left(activity.number, nameList(namesOf(records, left).map(plain), NAMES_SHOWN));
  const came = names.length > 0 || left.length === 0;
  return lines(came && texts.arrived(activity.number, table.total, nameList(names, NAMES_SHOWN), table.expected), gone);
}

/** The attendance table, as posted when check-in closes. */
export function tableText(activity: Activity, records: Records): Text {
  const table = tableFor(activity, records);
  const rows = (['present', 'late', 'walkedIn', 'leave', 'absent', 'unknown'] as const).map((row) =>
    rowText(row, table, records),
  );
  const units = table.units.map(({ unit, count }) => texts.unitCount(unitName(records, unit), count));
  const [present, late, walkedIn, ...away] = rows;
  return lines(
    texts.tableTitle(activity.number, titleOf(activity)),
    texts.totals(table.total, table.expected),
    present,
    joined([late, walkedIn]),
    joined(away),
    units.length > 0 && texts.unitCounts(series(units)),
    texts.askRecord(activity.number),
  );
}

/** Who signed up and is not there, of how many. */
export function missingText(activity: Activity, records: Records): Text {
  const { unknown, total, expected } = tableFor(activity, records);
  if (unknown.length === 0) return texts.nobodyMissing(activity.number, total, expected);
  const names = nameList(namesOf(records, unknown).map(plain), NAMES_SHOWN);
  return lines(texts.missing(activity.number, unknown.length, names), texts.totals(total, expected));
}

export function completenessText(activity: Activity, record: Minutes | undefined, records: Records): Text {
  const completeness = completenessOf(activity, tableFor(activity, records).total, record);
  const keys = Object.keys(completeness) as (keyof Completeness)[];
  const lacks = keys.filter((key) => !completeness[key]);
  return lines(
    texts.completeness(
      keys.filter((key) => completeness[key]),
      lacks,
    ),
    texts.howToMend(activity.number, lacks),
  );
}

function unitName(records: Records, unit: string): string {
  const found = unitOf(records, unit);
  return found?.short[0] ?? found?.name ?? '';
}

function rowText(row: TableRow, table: Table, records: Records): Text | undefined {
  const people = table[row];
  if (people.length === 0) return undefined;
  const names = namesOf(records, people).map((name, index) => {
    const corrected = table.corrected.has(people[index] ?? '');
    return corrected
      ? { zh: `${name}(${texts.correctedMark.zh})`, en: `${name} (${texts.correctedMark.en})` }
      : plain(name);
  });
  return texts.row(row, people.length, nameList(names, NAMES_SHOWN));
}

function joined(parts: readonly (Text | undefined)[]): Text | undefined {
  const there = parts.filter((part) => part !== undefined);
  return there.length === 0 ? undefined : series(there, { zh: '；', en: '; ' });
}
