import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/records.ts';
import { monthKey } from '../../core/time.ts';

const attendanceState = z.enum(['present', 'late', 'leave', 'absent', 'walked_in']);
export type AttendanceState = z.infer<typeof attendanceState>;

/**
 * That somebody was there, or was said not to be. Only ever explicit. Its id is
 * `<activity>/<person>`.
 */
export const attendance = collection(
  'attendance',
  z.object({
    id: z.string(),
    activity: z.string(),
    person: z.string(),
    state: attendanceState,
    /** The person and who came with them without an account of their own. */
    heads: z.int().positive(),
    /** When it was first recorded, and by whom. */
    at: moment,
    by: z.string(),
    message: z.string(),
    /** When they checked out. */
    left: moment.optional(),
    /** What a liaison set right afterwards; the last one counts, the first state stays readable. */
    corrected: z
      .object({
        from: attendanceState.optional(),
        by: z.string(),
        at: moment,
        why: z.string(),
        message: z.string(),
      })
      .optional(),
  }),
  {
    key: (entry) => entry.activity,
    shard: (entry) => monthKey(entry.at),
    people: ['id', 'person', 'by', 'corrected.by'],
  },
);
export type Attendance = z.infer<(typeof attendance)['schema']>;

/**
 * How many of a unit were there in all, those who checked in themselves included. Its id is
 * `<activity>/<unit>`.
 */
export const headcounts = collection(
  'headcounts',
  z.object({
    id: z.string(),
    activity: z.string(),
    unit: z.string(),
    count: z.int().nonnegative(),
    /** A number that is to be said again before it counts, and when it was first said. */
    asked: z.object({ count: z.int(), at: moment }).optional(),
    /** What a liaison set right afterwards; the number before stays readable. */
    corrected: z
      .object({ from: z.int(), by: z.string(), at: moment, why: z.string(), message: z.string() })
      .optional(),
    by: z.string(),
    at: moment,
    message: z.string(),
  }),
  { key: (count) => count.activity, people: ['by', 'corrected.by'] },
);
export type Headcount = z.infer<(typeof headcounts)['schema']>;
