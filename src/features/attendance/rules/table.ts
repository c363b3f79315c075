import { heads, inOrder, type Signup } from '../../activities/index.ts';
import {
  type Attendance,
  type AttendanceState,
  type Turnout,
  wasThere,
} from '../../presence/index.ts';

/**
 * The one entry of somebody who turned out to have two: a correction counts before presence,
 * presence before absence.
 */
export function oneEntry(kept: Attendance, gone: Attendance): Attendance {
  const worth = (entry: Attendance) =>
    entry.corrected !== undefined ? 2 : wasThere(entry) ? 1 : 0;
  const { state, corrected } = worth(gone) > worth(kept) ? gone : kept;
  return { ...kept, state, heads: Math.max(kept.heads, gone.heads), corrected };
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
