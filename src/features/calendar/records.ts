import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { because } from '../../core/mistakes.ts';
import { moment } from '../../core/moment.ts';
import { ahead, holidayPolicy, recurrence } from '../../core/recurring/index.ts';
import { isSame } from '../../core/same.ts';
import { audience, timeOfDay } from '../../identity/alliance/index.ts';
import { activityKind } from '../activities/index.ts';
import { pollPlan } from '../polls/index.ts';

/** What is announced: so many days before, at a time; sign-up may begin with it, or a poll. */
export const notice = ahead.extend({
  id: z.string().refine(
    (text) => /^[a-z0-9][a-z0-9-]{0,40}$/.test(text),
    because({
      zh: '只能用小写字母、数字和连字符',
      en: 'should be small letters, digits and hyphens',
    }),
  ),
  opens: z.literal('signup').optional(),
  /** It asks this instead of telling of the day. */
  poll: pollPlan.extend({ until: ahead }).optional(),
});
export type RuleNotice = z.infer<typeof notice>;

/** Check-in is open so many minutes before the start and after the end. */
export const checkinWindow = z.strictObject({
  before: z.int().min(0).max(1_440),
  after: z.int().min(0).max(1_440),
});

/** A fixed day: a rule of the calendar, never an interval. */
export const rules = collection(
  'rules',
  z.object({
    id: z.string(),
    title: z.string(),
    kind: activityKind,
    on: recurrence,
    /** When the activity begins and how long it lasts, minutes. */
    at: timeOfDay,
    minutes: z.int().positive(),
    zone: z.string(),
    place: z.string().optional(),
    capacity: z.int().positive().optional(),
    /** Whom its days are for. */
    audience: audience.optional(),
    /** Ids of groups, from before there were audiences. */
    groups: z.array(z.string()),
    holiday: holidayPolicy,
    notices: z.array(notice),
    checkin: checkinWindow.optional(),
    /** Who runs its days and is asked for the record; the convenors where nobody is named. */
    liaison: z.string().optional(),
    /** A notice may come this much too late, minutes. */
    late: z.int().nonnegative().default(120),
    active: z.boolean(),
    /** In force as it stands since then: nothing that was due before is ever announced. */
    since: moment,
    /** The planned date of its newest occurrence; the next one lies in a later period. */
    through: z.string().optional(),
  }),
  {
    people: ['liaison'],
    keepsNames: true,
    act: (before, after) => {
      // What goes on by itself is no change of the rule.
      const byItself = { through: undefined, since: undefined };
      if (isSame({ ...before, ...byItself }, { ...after, ...byItself })) return undefined;
      const [from, to] = [before, after].map((rule) =>
        rule === undefined ? 'none' : rule.active ? 'active' : 'paused',
      );
      return { kind: 'rule', about: (after ?? before)?.id, from, to };
    },
  },
);
export type Rule = z.infer<(typeof rules)['schema']>;

const plannedNotice = notice.extend({ planned: moment, deadline: moment });

/**
 * One day of a rule that has come near, named by the rule and its planned date: `<rule>/<date>`.
 * What it says stays as it is when the rule or the holidays are changed afterwards; people have
 * been told.
 */
export const occurrences = collection(
  'occurrences',
  z.object({
    id: z.string(),
    rule: z.string(),
    /** Planned local date. */
    date: z.string(),
    /** The local date on which it takes place; holidays may have moved it. */
    day: z.string(),
    /** The activity, where there is one: a day that was over when it was found has none. */
    activity: z.string().optional(),
    /** Its notices that are still to be decided, soonest first. */
    notices: z.array(plannedNotice),
    /**
     * Those whose time was passed over when the day was moved; they are sent if it is moved back.
     */
    passed: z.array(plannedNotice).optional(),
  }),
  { key: (occurrence) => occurrence.rule },
);
export type Occurrence = z.infer<(typeof occurrences)['schema']>;
