import type { Records } from '../../../core/collection.ts';
import { unitOfPerson } from '../../../identity/people/index.ts';
import {
  type Activity,
  type Attendance,
  type AttendanceState,
  attendance,
  type Headcount,
  headcounts,
  type Signup,
  signups,
} from '../records.ts';
import { unitSignedUp } from './names.ts';
import { heads, inOrder } from './seats.ts';

export function wasThere(entry: Attendance): boolean {
  return entry.state === 'present' || entry.state === 'late' || entry.state === 'walked_in';
}

/**
 * How many were there; head-counts of units mean all of the unit, those who checked in themselves
 * included.
 */
export interface Turnout {
  /** How many each of those stands for who were there by name. */
  readonly heads: ReadonlyMap<string, number>;
  /** Those who checked in, and who came with them. */
  readonly named: number;
  /** Units whose head-count is above those of them who checked in, with the whole number. */
  readonly units: readonly { readonly unit: string; readonly count: number }[];
  readonly total: number;
}

export function turnoutOf(
  entries: readonly Attendance[],
  headcounts: readonly Headcount[],
  unitOf: (person: string) => string | undefined,
): Turnout {
  const there = entries.filter(wasThere);
  const selves = (unit: string) =>
    sum(there.filter((entry) => unitOf(entry.person) === unit).map((one) => one.heads));
  const beyond = headcounts.filter(({ unit, count }) => count > selves(unit));
  const named = sum(there.map((entry) => entry.heads));
  return {
    heads: new Map(there.map((entry) => [entry.person, entry.heads])),
    named,
    units: beyond.map(({ unit, count }) => ({ unit, count })),
    total: named + sum(beyond.map(({ unit, count }) => count - selves(unit))),
  };
}

/** How many were at an activity, as far as it is known now. */
export function turnoutAt(activity: string, records: Records): Turnout {
  return turnoutOf(
    records.where(attendance, activity),
    records.where(headcounts, activity),
    (person) => unitOfPerson(records, person),
  );
}

/**
 * The attendance table: who stands where. Who signed up and was not heard of is unknown, not
 * absent.
 */
export interface Table extends Turnout {
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

export function tableOf(
  signups: readonly Signup[],
  entries: readonly Attendance[],
  turnout: Turnout,
): Table {
  const of = (state: AttendanceState) =>
    entries.filter((entry) => entry.state === state).map((entry) => entry.person);
  const known = new Set(entries.map((entry) => entry.person));
  const silent = (state: Signup['state']) =>
    inOrder(signups, state)
      .map((signup) => signup.person)
      .filter((person) => !known.has(person));
  return {
    ...turnout,
    present: of('present'),
    late: of('late'),
    walkedIn: of('walked_in'),
    leave: [...of('leave'), ...silent('leave')],
    absent: of('absent'),
    unknown: silent('in'),
    corrected: new Set(entries.filter((entry) => entry.corrected).map((entry) => entry.person)),
    expected: heads(inOrder(signups, 'in')),
  };
}

export function tableFor(activity: Activity, records: Records): Table {
  const { id } = activity;
  const said = new Set(records.where(headcounts, id).map(({ unit }) => unit));
  const table = tableOf(
    records.where(signups, id),
    records.where(attendance, id),
    turnoutAt(id, records),
  );
  // A unit has come when it has said how many are there.
  const isSilent = (one: string) => unitSignedUp(records, one) === undefined || !said.has(one);
  return { ...table, unknown: table.unknown.filter(isSilent) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
