import { z } from 'zod';
import { correctionOf } from '../../../core/act.ts';
import { collection } from '../../../core/collection.ts';
import { fold } from '../../../core/line.ts';
import { moment } from '../../../core/moment.ts';
import { piecesOf } from '../../../core/pieces.ts';
import { monthKey } from '../../../core/time.ts';
import { audience } from '../../../identity/alliance/index.ts';
import { details, plannedNotice } from './details.ts';

export type { Details, PlannedNotice, Post } from './details.ts';
export { type Minutes, minutes } from './minutes.ts';
export { type Recap, recaps } from './recaps.ts';

export const activityKind = z.enum(['study', 'service', 'meeting', 'joint', 'other']);

/** planned → open (for sign-up) → underway (check-in is open) → held → archived; or cancelled. */
const activityState = z.enum(['planned', 'open', 'underway', 'held', 'archived', 'cancelled']);

export type ActivityState = z.infer<typeof activityState>;

export const activities = collection(
  'activities',
  z.object({
    id: z.string(),
    /** 7 for `E7`. */
    number: z.int().positive(),
    kind: activityKind,
    title: z.string(),
    /** What a fixed day is about this time: 义诊. */
    theme: z.string().optional(),
    start: moment,
    end: moment,
    place: z.string().optional(),
    /** Seats; without it everybody has one. */
    capacity: z.int().positive().optional(),
    ...details,
    /** Its notices that are still to be sent, soonest first. */
    notices: z.array(plannedNotice).optional(),
    /** It was entered after it had been, with its day only or with its hours. */
    late: z.enum(['day', 'hours']).optional(),
    /** Whom it is for. */
    audience: audience.optional(),
    /** Ids of groups, from before there were audiences. */
    groups: z.array(z.string()),
    state: activityState,
    /** Check-in is possible from `opens` to `closes`. */
    opens: moment,
    closes: moment,
    /** The check-in word on the board; without one nobody is asked for it. */
    passcode: z.string().optional(),
    /** When sign-up begins, while it has not. */
    signupFrom: moment.optional(),
    /** The fixed day that it is. */
    occurrence: z.string().optional(),
    /** Its time was changed by hand then; cleared by whoever plans with it. */
    moved: moment.optional(),
    /**
     * The word changes every so many minutes while check-in is open, for this person to write it
     * up.
     */
    rotation: z.object({ minutes: z.int().positive(), person: z.string() }).optional(),
    /** When it changes next. */
    rotatesAt: moment.optional(),
    /** The word before, which counts for a little longer. */
    former: z.object({ word: z.string(), until: moment }).optional(),
    /** Whoever runs it is asked for the record then, if it is still missing. */
    asksRecord: moment.optional(),
    /** The groups have been told of it. */
    announced: z.boolean(),
    /** The number of what it came from: `P3`. */
    origin: z.string().optional(),
    /** Who made it; nobody did when it is a fixed day's. */
    by: z.string().optional(),
    message: z.string().optional(),
  }),
  {
    key: (activity) => String(activity.number),
    people: ['by', 'rotation.person'],
    indexes: {
      /** Those that are over stand in the order in which they ended. */
      byState: { by: ({ state }) => state, order: ({ closes }) => closes },
      /** What somebody has planned, by its time. */
      planned: {
        by: ({ state, occurrence, start }) =>
          (state === 'planned' || state === 'open') && occurrence === undefined
            ? String(start)
            : undefined,
      },
      /** The pieces of what those are called that are not over long, and of their check-in words. */
      byPiece: {
        by: ({ state, title, theme = '', passcode = '' }) =>
          state === 'archived' || state === 'cancelled'
            ? undefined
            : piecesOf([title, theme, passcode].map(fold)),
      },
      /** The words of those that are not over. */
      byWord: {
        by: ({ state, passcode }) =>
          state === 'held' || state === 'archived' || state === 'cancelled' ? undefined : passcode,
      },
      /** Those that are over, in the order in which they began. */
      over: {
        by: ({ state }) => (state === 'held' || state === 'archived' ? 'over' : undefined),
        order: ({ start }) => start,
      },
      /** All of them, in the order in which they begin. */
      byStart: { by: () => 'all', order: ({ start }) => start },
      all: { by: () => 'all' },
    },
  },
);

export type Activity = z.infer<(typeof activities)['schema']>;

/** Somebody's answer to an activity; stays when they withdraw. Its id is `<activity>/<person>`. */
export const signups = collection(
  'signups',
  z.object({
    id: z.string(),
    activity: z.string(),
    person: z.string(),
    /** How many come: the person and who they bring. */
    party: z.int().positive(),
    state: z.enum(['in', 'waiting', 'leave', 'withdrawn']),
    /** Their turn; who comes back after withdrawing goes to the end. */
    order: z.int(),
    /** The task or time that they put themselves down for in a list: `8:00-9:30 登记`. */
    slot: z.string().optional(),
    /** Who signed them up. */
    by: z.string(),
    /** When they were first heard of, and when they last changed. */
    since: moment,
    at: moment,
    message: z.string(),
  }),
  {
    key: (signup) => signup.activity,
    shard: (signup) => monthKey(signup.since),
    people: ['id', 'person', 'by'],
    indexes: {
      /** `<activity> <state>`: how many people, and who is first. */
      byState: {
        by: ({ activity, state }) => `${activity} ${state}`,
        sum: ({ party }) => party,
        order: ({ order }) => order,
      },
      /** `<activity> <state> <task>`: the same of one task. */
      byPost: {
        by: ({ activity, state, slot }) =>
          slot === undefined ? undefined : `${activity} ${state} ${slot}`,
        sum: ({ party }) => party,
        order: ({ order }) => order,
      },
      byTurn: { by: ({ activity }) => activity, order: ({ order }) => order },
      /** `<activity> <person>`: those of others whom that person has put down, while they stand. */
      forOthers: {
        by: ({ activity, by, person, state }) =>
          by !== person && (state === 'in' || state === 'waiting')
            ? `${activity} ${by}`
            : undefined,
        order: ({ order }) => order,
      },
    },
  },
);
export type Signup = z.infer<(typeof signups)['schema']>;

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
    act: correctionOf(({ state }) => state),
    indexes: {
      /** `<activity> <state>`: how many people. */
      byState: { by: ({ activity, state }) => `${activity} ${state}`, sum: ({ heads }) => heads },
    },
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
  {
    key: (count) => count.activity,
    people: ['by', 'corrected.by'],
    act: correctionOf(({ count }) => String(count)),
  },
);

/**
 * What has been said about a pasted list; said once, however often it is pasted. Its id is
 * `<activity>/<text>`.
 */
export const chainRemarks = collection('chain-remarks', z.object({ id: z.string(), at: moment }), {
  shard: (remark) => monthKey(remark.at),
});
