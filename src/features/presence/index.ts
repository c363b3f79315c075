import type { Records } from '../../core/collection.ts';
import { feature } from '../../core/feature.ts';
import { unitOfPerson } from '../../identity/people/index.ts';
import { attendance, headcounts } from './records.ts';
import { type Turnout, turnoutOf } from './rules.ts';

export { type Attendance, type AttendanceState, attendance, headcounts } from './records.ts';
export { type Turnout, turnoutOf, wasThere } from './rules.ts';

export const presence = feature({ name: 'presence', collections: [attendance, headcounts] });

/** How many were at an activity, as far as it is known now. */
export function turnoutAt(activity: string, records: Records): Turnout {
  return turnoutOf(
    records.where(attendance, activity),
    records.where(headcounts, activity),
    (person) => unitOfPerson(records, person),
  );
}
