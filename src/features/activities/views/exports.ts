import { between, type Records } from '../../../core/collection.ts';
import { type Column, type Period, tableExport } from '../../../core/reporting.ts';
import type { Text } from '../../../core/text.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import { unitOfPerson } from '../../../identity/people/index.ts';
import {
  type Activity,
  type Attendance,
  activities,
  attendance,
  headcounts,
  type Signup,
  signups,
} from '../records/index.ts';
import { turnoutAt } from '../rules/attendance-table.ts';
import { titleOf } from '../rules/identifiers.ts';
import { nameOf, unitSignedUp } from '../rules/names.ts';
import { exportTexts } from '../texts/exports.ts';
import { figureTexts } from '../texts/figures.ts';

/** Somebody, or those of a unit who have no name of their own, at an activity. */
interface AttendanceRow {
  readonly activity: Activity;
  readonly entry?: Attendance;
  readonly unit?: string | undefined;
  readonly heads: number;
  readonly state: Text;
}

interface SignupRow {
  readonly activity: Activity;
  readonly signup: Signup;
}

const columnsOfActivity: readonly Column<{ readonly activity: Activity }>[] = [
  { title: exportTexts.number, width: 8, cell: ({ activity }) => `E${activity.number}` },
  { title: exportTexts.activity, width: 24, cell: ({ activity }) => titleOf(activity) },
  {
    title: exportTexts.kind,
    width: 8,
    cell: ({ activity }) => figureTexts.kindName[activity.kind],
  },
  { title: exportTexts.start, width: 18, cell: ({ activity }) => ({ date: activity.start }) },
  { title: exportTexts.place, width: 16, cell: ({ activity }) => activity.place },
];

/** Who was at which activity: a row for each person, and one for the rest of a unit. */
const attendanceExport = tableExport<AttendanceRow>({
  name: 'attendance',
  title: exportTexts.attendance,
  columns: [
    ...columnsOfActivity,
    {
      title: exportTexts.unit,
      width: 18,
      cell: ({ unit }, { records }) => unitName(unit, records),
    },
    {
      title: exportTexts.name,
      width: 12,
      personal: true,
      cell: ({ entry }, { records }) => entry && nameOf(records, entry.person),
    },
    { title: exportTexts.state, width: 12, cell: ({ state }) => state },
    { title: exportTexts.heads, width: 8, cell: ({ heads }) => heads },
    { title: exportTexts.at, width: 18, cell: ({ entry }) => entry && { date: entry.at } },
    { title: exportTexts.left, width: 18, cell: ({ entry }) => dateCell(entry?.left) },
    {
      title: exportTexts.why,
      width: 24,
      personal: true,
      cell: ({ entry }) => entry?.corrected?.why,
    },
  ],
  rows: (period, { records }) =>
    begunIn(period, records).flatMap((activity) => [
      ...records.where(attendance, activity.id).map((entry): AttendanceRow => {
        const unit = unitOfPerson(records, entry.person);
        return {
          activity,
          entry,
          unit,
          heads: entry.heads,
          state: exportTexts.present[entry.state],
        };
      }),
      ...unnamedOf(activity, records),
    ]),
});

const signupExport = tableExport<SignupRow>({
  name: 'signups',
  title: exportTexts.signups,
  columns: [
    ...columnsOfActivity,
    {
      title: exportTexts.unit,
      width: 18,
      cell: ({ signup: { person } }, { records }) =>
        unitName(unitSignedUp(records, person)?.id ?? unitOfPerson(records, person), records),
    },
    {
      title: exportTexts.name,
      width: 12,
      personal: true,
      cell: ({ signup }, { records }) => nameOf(records, signup.person),
    },
    { title: exportTexts.state, width: 10, cell: ({ signup }) => exportTexts.signup[signup.state] },
    { title: exportTexts.heads, width: 8, cell: ({ signup }) => signup.party },
    { title: exportTexts.slot, width: 18, personal: true, cell: ({ signup }) => signup.slot },
    { title: exportTexts.since, width: 18, cell: ({ signup }) => ({ date: signup.since }) },
  ],
  rows: (period, { records }) =>
    begunIn(period, records).flatMap((activity) =>
      records.where(signups, activity.id).map((signup) => ({ activity, signup })),
    ),
});

export const activityExports = [attendanceExport, signupExport];

/** The activities that begin in a period, in their order; those called off too. */
function begunIn(period: Period, records: Records): readonly Activity[] {
  return between(period, records, activities, 'byStart', 'all');
}

/** Those of units whose head-count is above those who checked in themselves. */
function unnamedOf(activity: Activity, records: Records): readonly AttendanceRow[] {
  const counted = new Map(turnoutAt(activity.id, records).units.map((one) => [one.unit, one]));
  const named = new Map<string, number>();
  for (const { person, heads, state } of records.where(attendance, activity.id)) {
    const unit = unitOfPerson(records, person);
    if (unit !== undefined && state !== 'leave' && state !== 'absent')
      named.set(unit, (named.get(unit) ?? 0) + heads);
  }
  return records.where(headcounts, activity.id).flatMap(({ unit }) => {
    const count = counted.get(unit)?.count ?? 0;
    const heads = count - (named.get(unit) ?? 0);
    return heads > 0 ? [{ activity, unit, heads, state: exportTexts.headcount }] : [];
  });
}

function unitName(unit: string | undefined, records: Records): string | undefined {
  return unitOf(records, unit)?.name;
}

function dateCell(date: number | undefined) {
  return date === undefined ? undefined : { date };
}
