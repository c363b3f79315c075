import { type Activity, heads, inOrder, type Minutes, type Signup } from '../activities/index.ts';
import { HOUR, MINUTE } from '../core/time.ts';
import type { Attendance, AttendanceState, Headcount } from './records.ts';

/** After the start by more than this is late. */
const GRACE = 10 * MINUTE;

/** A unit's head-count above this is asked for again. */
export const MANY = 50;

/** How long a number that was asked again may be confirmed. */
export const CONFIRM_WITHIN = 10 * MINUTE;

/** The attendance table may still be sent this long after check-in has closed. */
export const TABLE_WITHIN = 2 * HOUR;

/** Who reads the board just before the word changes has so long to type it, ms. */
export const FORMER_COUNTS = MINUTE;

/** The card of who is there. */
export function attendanceCard(activity: Pick<Activity, 'id'>): string {
  return `attendance:${activity.id}`;
}

/** Whether a word is the one on the board, or was until a moment ago. */
export function isItsWord({ passcode, former }: Activity, word: string | undefined, now: number): boolean {
  if (word === undefined || passcode === undefined) return false;
  return word === passcode || (word === former?.word && now <= former.until);
}

/** What checking in at a moment means for somebody. */
export function arrival(activity: Activity, signup: Signup | undefined, at: number): AttendanceState {
  if (signup?.state !== 'in') return 'walked_in';
  return at > activity.start + GRACE ? 'late' : 'present';
}

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
  /** Ids of people whose entry was corrected. */
  readonly corrected: ReadonlySet<string>;
  /** Units whose head-count is above those of them who checked in, with the whole number. */
  readonly units: readonly { readonly unit: string; readonly count: number }[];
  /** People who were there, head-counts included. */
  readonly total: number;
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
    corrected: new Set(entries.filter((entry) => entry.corrected).map((entry) => entry.person)),
    units: beyond.map(({ unit, count }) => ({ unit, count })),
    total: sum(there.map((entry) => entry.heads)) + sum(beyond.map(({ unit, count }) => count - selves(unit))),
    expected: heads(inOrder(signups, 'in')),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The five things that make the record of an activity complete. */
export interface Completeness {
  readonly notice: boolean;
  readonly checkin: boolean;
  readonly summary: boolean;
  readonly photos: boolean;
  readonly served: boolean;
}

export function completenessOf(activity: Activity, total: number, record: Minutes | undefined): Completeness {
  return {
    notice: activity.announced,
    checkin: total > 0,
    summary: record?.text !== undefined,
    photos: (record?.photos.length ?? 0) > 0,
    served: record?.served !== undefined,
  };
}

export function isComplete(completeness: Completeness): boolean {
  return Object.values(completeness).every(Boolean);
}

/** `惠及38人次`, `惠及约 40 人` in the text of a record; the marks of an estimate are 约, 估, 左右, 多. */
export function servedIn(folded: string): Minutes['served'] {
  const found = /惠及\s{0,3}(约|大约|估计|估)?\s{0,3}(\d{1,6})\s{0,3}(多|余)?\s{0,3}人次?(左右)?/.exec(folded);
  if (found === null) return undefined;
  const [, about, people, more, around] = found;
  return { people: Number(people), estimated: [about, more, around].some((mark) => mark !== undefined) };
}
