import { heads, inOrder, type Signup } from '../../activities/index.ts';
import type { Attendance, AttendanceState, Headcount } from '../records.ts';

export function wasThere(entry: Attendance): boolean {
  return entry.state === 'present' || entry.state === 'late' || entry.state === 'walked_in';
}

/** The one entry of somebody who turned out to have two: a correction counts before presence, presence before absence. */
export function oneEntry(kept: Attendance, gone: Attendance): Attendance {
  const worth = (entry: Attendance) => (entry.corrected !== undefined ? 2 : wasThere(entry) ? 1 : 0);
  const { state, corrected } = worth(gone) > worth(kept) ? gone : kept;
  return { ...kept, state, heads: Math.max(kept.heads, gone.heads), corrected };
}

/** The attendance table: who stands where. Who signed up and was not heard of is unknown, not absent. */
export interface Table {
  readonly present: readonly string[];
  readonly late: readonly string[];
  readonly walkedIn: readonly string[];
  readonly leave: readonly string[];
  readonly absent: readonly string[];
  readonly unknown: readonly string[];
  /** Of those who were there, how many each stands for. */
  readonly heads: ReadonlyMap<string, number>;
  /** Ids of people whose entry was corrected. */
  readonly corrected: ReadonlySet<string>;
  /** Units whose head-count is above those of them who checked in, with the whole number. */
  readonly units: readonly { readonly unit: string; readonly count: number }[];
  /** People who were there, head-counts included. */
  readonly total: number;
  /** Those of them who checked in, or came with somebody who did. */
  readonly named: number;
  /** People who were expected: those signed up and who they bring. */
  readonly expected: number;
}

export function tableOf(
  signups: readonly Signup[],
  entries: readonly Attendance[],
  headcounts: readonly Headcount[],
  unitOf: (person: string) => string | undefined,
): Table {
  const of = (state: AttendanceState) => entries.filter((entry) => entry.state === state).map((entry) => entry.person);
  const known = new Set(entries.map((entry) => entry.person));
  const silent = (state: Signup['state']) =>
    inOrder(signups, state)
      .map((signup) => signup.person)
      .filter((person) => !known.has(person));
  const there = entries.filter(wasThere);
  const selves = (unit: string) => sum(there.filter((entry) => unitOf(entry.person) === unit).map((one) => one.heads));
  const beyond = headcounts.filter(({ unit, count }) => count > selves(unit));
  return {
    present: of('present'),
    late: of('late'),
    walkedIn: of('walked_in'),
    leave: [...of('leave'), ...silent('leave')],
    absent: of('absent'),
    unknown: silent('in'),
    heads: new Map(there.map((entry) => [entry.person, entry.heads])),
    corrected: new Set(entries.filter((entry) => entry.corrected).map((entry) => entry.person)),
    units: beyond.map(({ unit, count }) => ({ unit, count })),
    named: sum(there.map((entry) => entry.heads)),
    total: sum(there.map((entry) => entry.heads)) + sum(beyond.map(({ unit, count }) => count - selves(unit))),
    expected: heads(inOrder(signups, 'in')),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
