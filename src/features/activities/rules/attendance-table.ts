import type { Records } from '../../../core/collection.ts';
import { people, unitOfPerson } from '../../../identity/people/index.ts';
import {
  type Activity,
  type Attendance,
  type AttendanceState,
  attendance,
  headcounts,
  type Signup,
} from '../records/index.ts';
import { unitSignedUp } from './names.ts';
import { headsOf, inOrder } from './seats.ts';

export function wasThere(entry: Attendance): boolean {
  return entry.state === 'present' || entry.state === 'late' || entry.state === 'walked_in';
}

/**
 * How many were there; head-counts of units mean all of the unit, those who checked in themselves
 * included.
 */
export interface Turnout {
  /** Those who checked in, and who came with them. */
  readonly named: number;
  /** Units whose head-count is above those of them who checked in, with the whole number. */
  readonly units: readonly { readonly unit: string; readonly count: number }[];
  readonly total: number;
}

/** What is said of those who were there. */
export const THERE: readonly AttendanceState[] = ['present', 'late', 'walked_in'];

/** How many were at an activity, as far as it is known now. */
export function turnoutAt(activity: string, records: Records): Turnout {
  const named = THERE.reduce(
    (total, state) => total + records.sum(attendance, 'byState', `${activity} ${state}`),
    0,
  );
  const units = records.where(headcounts, activity).flatMap(({ unit, count }) => {
    const selves = selvesOf(unit, activity, records);
    return count > selves ? [{ unit, count, selves }] : [];
  });
  return {
    named,
    units: units.map(({ unit, count }) => ({ unit, count })),
    total: named + sum(units.map(({ count, selves }) => count - selves)),
  };
}

/** How many of a unit checked in themselves, by whichever is less to look through. */
function selvesOf(unit: string, activity: string, records: Records): number {
  const entries =
    records.count(people, 'byUnit', unit) < countThere(activity, records)
      ? records
          .slice(people, 'byUnit', unit)
          .flatMap(({ id }) => records.get(attendance, `${activity}/${id}`) ?? [])
          .filter(wasThere)
      : THERE.flatMap((state) => entriesOf({ id: activity }, state, records)).filter(
          ({ person }) => unitOfPerson(records, person) === unit,
        );
  return sum(entries.map(({ heads }) => heads));
}

/** How many were there by name, those they brought left out. */
export function countThere(activity: string, records: Records): number {
  return THERE.reduce(
    (total, state) => total + records.count(attendance, 'byState', `${activity} ${state}`),
    0,
  );
}

/** Those in a state, as they came, the first so many where not all are needed. */
export function entriesOf(
  { id }: Pick<Activity, 'id'>,
  state: AttendanceState,
  records: Records,
  most?: number,
): readonly Attendance[] {
  return records.slice(attendance, 'byState', `${id} ${state}`, 0, most);
}

/**
 * The attendance table: who stands where. Who signed up and was not heard of is unknown, not
 * absent.
 */
export interface Table extends Turnout {
  /** How many each of those stands for who were there by name. */
  readonly heads: ReadonlyMap<string, number>;
  readonly present: readonly string[];
  readonly late: readonly string[];
  readonly walkedIn: readonly string[];
  readonly leave: readonly string[];
  readonly absent: readonly string[];
  readonly unknown: readonly string[];
  /** Ids of people whose entry was corrected. */
  readonly corrected: ReadonlySet<string>;
  /** People who were expected: those signed up and who they bring. */
  readonly expected: number;
}

export function tableFor(activity: Activity, records: Records): Table {
  const entries = records.where(attendance, activity.id);
  const of = (state: AttendanceState) =>
    entriesOf(activity, state, records).map(({ person }) => person);
  const silent = (state: Signup['state']) =>
    inOrder(activity, state, records).flatMap(({ person }) =>
      records.get(attendance, `${activity.id}/${person}`) === undefined ? [person] : [],
    );
  return {
    ...turnoutAt(activity.id, records),
    heads: new Map(entries.filter(wasThere).map(({ person, heads }) => [person, heads])),
    present: of('present'),
    late: of('late'),
    walkedIn: of('walked_in'),
    leave: [...of('leave'), ...silent('leave')],
    absent: of('absent'),
    // A unit has come when it has said how many are there.
    unknown: silent('in').filter(
      (one) =>
        unitSignedUp(records, one) === undefined ||
        records.get(headcounts, `${activity.id}/${one}`) === undefined,
    ),
    corrected: new Set(entries.filter((entry) => entry.corrected).map((entry) => entry.person)),
    expected: headsOf(activity, 'in', records),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
