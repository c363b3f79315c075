import { z } from 'zod';
import { moment } from '../../../core/moment.ts';
import { ahead } from '../../../core/recurring/index.ts';

/** A task or a shift with seats of its own: `登记2人`. */
const post = z.object({ name: z.string(), seats: z.int().positive() });
export type Post = z.infer<typeof post>;

/** A notice to the groups; it is not sent any more past its deadline. */
export const plannedNotice = ahead.extend({ planned: moment, deadline: moment });
export type PlannedNotice = z.infer<typeof plannedNotice>;

/** What whoever makes an activity says of it, besides its time, place and seats. */
export const details = {
  /** What it is about, in a sentence. */
  about: z.string().optional(),
  /** What people are to bring. */
  bring: z.string().optional(),
  /** Whom to ask, as it was written. */
  contact: z.string().optional(),
  /** Where what is to be read lies: the link of a study day. */
  material: z.string().optional(),
  /** When sign-up ends; without it when check-in does. */
  signupUntil: moment.optional(),
  /** Tasks or shifts to sign up for; together they have its seats. */
  posts: z.array(post).optional(),
  /** How it is held: `讲座`, `走访`. */
  form: z.string().optional(),
  /** When the groups are reminded; none: never; missing: as of a fixed day. */
  remind: z.array(ahead).optional(),
};
const shape = z.object(details);
export type Details = z.infer<typeof shape>;
