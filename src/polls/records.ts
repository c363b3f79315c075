import { z } from 'zod';
import { collection } from '../core/collection.ts';
import { moment } from '../core/records.ts';

/** A question with 2 to 12 options; open until its deadline, or until somebody closes it. */
export const polls = collection(
  'polls',
  z.object({
    id: z.string(),
    /** 3 for `P3`. */
    number: z.int().positive(),
    question: z.string(),
    options: z.array(z.string()).min(2).max(12),
    /** How many options one vote may hold. */
    most: z.int().positive(),
    /** Nobody is told who voted for what. */
    secret: z.boolean(),
    /** The counts are shown at the end only. A secret poll's always are. */
    hidden: z.boolean(),
    /** One vote for each person, or for each unit, cast by its liaisons. */
    per: z.enum(['person', 'unit']),
    /** Guests have no vote. */
    membersOnly: z.boolean(),
    /** Fewer votes than this decide nothing. */
    quorum: z.int().positive().optional(),
    /** Ids of the groups it is for; none means all. */
    groups: z.array(z.string()),
    deadline: moment,
    /** When those who have not voted are reminded; missing when they were, or will not be. */
    remindAt: moment.optional(),
    state: z.enum(['open', 'closed', 'cancelled']),
    /** Once closed: the votes for each option, and how many voted. */
    result: z.object({ counts: z.array(z.int()), voters: z.int() }).optional(),
    closedAt: moment.optional(),
    /** Id of the activity that it became. */
    activity: z.string().optional(),
    by: z.string(),
    message: z.string(),
  }),
  { key: (poll) => String(poll.number) },
);
export type Poll = z.infer<(typeof polls)['schema']>;

/**
 * The vote of a person or a unit, the last one they cast. Its id is `<poll>/<voter>`. Ballots of a secret poll are sealed,
 * and removed when it is closed.
 */
export const ballots = collection(
  'ballots',
  z.object({
    id: z.string(),
    poll: z.string(),
    /** Id of the person, or of the unit. */
    voter: z.string(),
    /** The chosen options, as bits; in a secret poll under a veil. */
    marks: z.int(),
    /** Who cast it, and from which message; a secret poll keeps neither. */
    by: z.string().optional(),
    message: z.string().optional(),
    at: moment,
  }),
  { key: (ballot) => ballot.poll, shard: (ballot) => ballot.poll },
);
export type Ballot = z.infer<(typeof ballots)['schema']>;

/** What the ballots of an open secret poll are sealed with; removed when it is closed. Its id is the poll's. */
export const pollKeys = collection('poll-keys', z.object({ id: z.string(), key: z.string() }));
