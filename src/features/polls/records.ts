import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { fold } from '../../core/line.ts';
import { moment } from '../../core/moment.ts';
import { visibleLength } from '../../core/names.ts';
import { piecesOf } from '../../core/pieces.ts';
import { audience } from '../../identity/alliance/index.ts';

/** What is asked, and how it is held. */
const asked = {
  question: z.string(),
  options: z.array(z.string()).min(2).max(12),
  /** The number of the request that each option is, where it asks which of some to do. */
  requests: z.array(z.int().positive()).optional(),
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
};

/** Longer questions and options are cut, in characters. */
export const LONGEST_QUESTION = 40;
export const LONGEST_OPTION = 24;

/** One more stands for what was cut. */
const said = z
  .string()
  .trim()
  .min(1)
  .refine(
    (text) => visibleLength(text, LONGEST_QUESTION + 2) <= LONGEST_QUESTION + 1,
    '40 characters at most',
  );

/** A question as a fixed day or a file holds it, before there is a poll. */
export const pollPlan = z.strictObject({
  ...asked,
  question: said,
  options: z
    .array(said)
    .min(2)
    .max(12)
    .refine((all) => new Set(all.map(fold)).size === all.length, 'two options are the same'),
  most: asked.most.default(1),
  secret: asked.secret.default(false),
  hidden: asked.hidden.default(false),
  per: asked.per.default('person'),
  membersOnly: asked.membersOnly.default(false),
});
export type PollPlan = z.infer<typeof pollPlan>;

/** A question with 2 to 12 options; open until its deadline, or until somebody closes it. */
export const polls = collection(
  'polls',
  z.object({
    id: z.string(),
    /** 3 for `P3`. */
    number: z.int().positive(),
    ...asked,
    /** Id of the activity whose shape it settles. */
    about: z.string().optional(),
    /** Whom it asks. */
    audience: audience.optional(),
    /** Ids of groups, from before there were audiences. */
    groups: z.array(z.string()),
    deadline: moment,
    /** When it was opened: its words are meant as of then. */
    at: moment.optional(),
    /** When those who have not voted are reminded; missing when they were, or will not be. */
    remindAt: moment.optional(),
    state: z.enum(['open', 'closed', 'cancelled']),
    /** Once closed: the votes for each option, and how many voted. */
    result: z.object({ counts: z.array(z.int()), voters: z.int() }).optional(),
    closedAt: moment.optional(),
    /** What becomes of its result is settled elsewhere: it makes no activity. */
    isSettledElsewhere: z.boolean().optional(),
    /** Id of the activity that it became. */
    activity: z.string().optional(),
    /** Who opened it; nobody did when a fixed day did. */
    by: z.string().optional(),
    message: z.string().optional(),
  }),
  {
    key: (poll) => String(poll.number),
    people: ['by'],
    indexes: {
      /** In the order in which they end. */
      byState: {
        by: ({ state }) => state,
        order: ({ closedAt, deadline }) => closedAt ?? deadline,
      },
      /** All of them, in the order in which they end. */
      byDeadline: { by: () => 'all', order: ({ closedAt, deadline }) => closedAt ?? deadline },
      all: { by: () => 'all' },
      /** The pieces of the questions and options of those that are open. */
      byPiece: {
        by: ({ state, question, options }) =>
          state === 'open' ? piecesOf([question, ...options].map(fold)) : undefined,
      },
    },
  },
);
export type Poll = z.infer<(typeof polls)['schema']>;

/** The options that stand as bits in some marks, by their place. */
export function optionsIn(marks: number): readonly number[] {
  return OPTIONS.filter((option) => marks & (1 << option));
}

const OPTIONS = Array.from({ length: 12 }, (_, option) => option);

/**
 * The vote of a person or a unit, the last one they cast. Its id is `<poll>/<voter>`. Ballots of a
 * secret poll are masked, and removed when it is closed.
 */
export const ballots = collection(
  'ballots',
  z.object({
    id: z.string(),
    poll: z.string(),
    /** Id of the person, or of the unit. */
    voter: z.string(),
    /** The chosen options, as bits; masked in a secret poll. */
    marks: z.int(),
    /** Who cast it, and from which message; a secret poll keeps neither. */
    by: z.string().optional(),
    message: z.string().optional(),
    at: moment,
  }),
  {
    key: (ballot) => ballot.poll,
    shard: (ballot) => ballot.poll,
    people: ['by'],
    indexes: {
      byPoll: { by: ({ poll }) => poll },
      /** `<poll> <option>`; of a secret poll by what its masks show, which says nothing. */
      byOption: { by: ({ poll, marks }) => optionsIn(marks).map((option) => `${poll} ${option}`) },
    },
    // A sealed vote opens for its voter only, and those of closed polls are counted.
    peopleApart: ['id', 'voter'],
  },
);
export type Ballot = z.infer<(typeof ballots)['schema']>;

/**
 * The key of the masks of an open secret poll's ballots; removed when it is closed. Its id is the
 * poll's.
 */
export const pollKeys = collection('poll-keys', z.object({ id: z.string(), key: z.string() }));
