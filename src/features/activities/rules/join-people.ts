import { put, type Records, type Remember, remove } from '../../../core/collection.ts';
import { type Attendance, attendance, headcounts, type Signup } from '../records/index.ts';
import { wasThere } from './attendance-table.ts';

/**
 * What counts of two sign-ups, the last most; between being in and being on leave the later word
 * counts.
 */
const STANDS: readonly Signup['state'][] = ['withdrawn', 'leave', 'waiting', 'in'];

/** The one sign-up of somebody who turned out to have made two. Nobody takes two seats. */
export function oneSignup(kept: Signup, gone: Signup): Signup {
  const [earlier, later] = kept.at <= gone.at ? [kept, gone] : [gone, kept];
  const onLeave = earlier.state === 'leave' || later.state === 'leave';
  const withdrawn = earlier.state === 'withdrawn' || later.state === 'withdrawn';
  const stronger = STANDS.indexOf(kept.state) >= STANDS.indexOf(gone.state) ? kept : gone;
  const { state } = onLeave && !withdrawn ? later : stronger;
  const there = [kept, gone].filter((one) => one.state === 'in' || one.state === 'waiting');
  return {
    ...kept,
    state,
    party: Math.max(...(there.length > 0 ? there : [kept]).map((one) => one.party)),
    order: Math.min(kept.order, gone.order),
    at: later.at,
    message: later.message,
  };
}

/**
 * The one entry of somebody who turned out to have two: a correction counts before being there,
 * being there before being away.
 */
export function oneEntry(kept: Attendance, gone: Attendance): Attendance {
  const worth = (entry: Attendance) =>
    entry.corrected !== undefined ? 2 : wasThere(entry) ? 1 : 0;
  const { state, corrected } = worth(gone) > worth(kept) ? gone : kept;
  return { ...kept, state, heads: Math.max(kept.heads, gone.heads), corrected };
}

/**
 * Two entries of one person for an activity become one; what they recorded for others stays
 * recorded by them.
 */
export function joinedAttendance(from: string, to: string, records: Records): readonly Remember[] {
  const who = (person: string) => (person === from ? to : person);
  const theirs = (entry: Attendance): Attendance => ({
    ...entry,
    person: who(entry.person),
    by: who(entry.by),
    corrected: entry.corrected && { ...entry.corrected, by: who(entry.corrected.by) },
  });
  const isNamed = (entry: Attendance) => entry.by === from || entry.corrected?.by === from;
  const entries = records.all(attendance);
  const own = entries.filter((entry) => entry.person === from);
  const both = new Set(own.map((entry) => `${entry.activity}/${to}`));
  return [
    ...entries
      .filter((entry) => entry.person !== from && isNamed(entry) && !both.has(entry.id))
      .map((entry) => put(attendance, theirs(entry))),
    ...own.flatMap((gone) => {
      const id = `${gone.activity}/${to}`;
      const kept = records.get(attendance, id);
      const one = theirs(kept === undefined ? { ...gone, id } : oneEntry(kept, gone));
      return [remove(attendance, gone.id), put(attendance, one)];
    }),
    ...records
      .all(headcounts)
      .flatMap((one) => (one.by === from ? [put(headcounts, { ...one, by: to })] : [])),
  ];
}
