import { z } from 'zod';

const quoted = z.object({ sender: z.string(), text: z.string() });

/** What somebody said, as it was noted. */
const notedMessage = z.object({
  /** Never twice in a session; of a message without a time it is the id. */
  n: z.int(),
  /**
   * The group in which it was said, or beside which it was said in private; not needed where there
   * is only one.
   */
  group: z.string().optional(),
  private: z.boolean(),
  name: z.string().min(1).max(100),
  /** `8:12`, `11-25 08:12:33`. */
  when: z.string().optional(),
  text: z.string(),
  photos: z.int().nonnegative(),
  quoted: quoted.optional(),
});
export type NotedMessage = z.infer<typeof notedMessage>;

/**
 * Somebody carries a platform by hand: tells what was said, and asks what is to be pasted where.
 * Given every second.
 */
export const relayCommand = z.object({
  do: z.literal('relay'),
  platform: z.string(),
  session: z.string(),
  /** Ids of what was shown since. */
  shown: z.array(z.string()),
  said: z.array(notedMessage),
  /**
   * Whether there is somebody to be asked, and what they answered: by the question's key, null for
   * no.
   */
  asks: z.boolean(),
  answers: z.record(z.string(), z.string().nullable()),
  leaves: z.literal(true).optional(),
});
export type RelayCommand = z.infer<typeof relayCommand>;

const question = z.discriminatedUnion('kind', [
  /** Whether an account that is known by its name is one of these people's. */
  z.object({
    kind: z.literal('person'),
    key: z.string(),
    name: z.string(),
    choices: z.array(z.object({ id: z.string(), who: z.string() })),
  }),
  /** Whether a group is a new one. */
  z.object({ kind: z.literal('group'), key: z.string(), title: z.string() }),
]);
export type RelayQuestion = z.infer<typeof question>;

export const relayAnswer = z.object({
  /** Another has come and has the place now. */
  taken: z.boolean(),
  /** To be pasted into a group, or sent to a person. */
  show: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      to: z.union([z.object({ group: z.string() }), z.object({ name: z.string() })]),
    }),
  ),
  groups: z.array(
    z.object({ label: z.string(), alliance: z.string(), branch: z.string().optional() }),
  ),
  /**
   * So many of what was said, from the first one, are dealt with; the others are to be said again.
   */
  took: z.int(),
  /** Of these, what was not taken, and why. */
  left: z.array(z.object({ n: z.int(), why: z.enum(['own', 'group', 'which', 'when']) })),
  /** Who spoke with rights, and how often. */
  acted: z.array(z.object({ who: z.string(), count: z.int() })),
  /** To be answered before the next one can be taken. */
  question: question.optional(),
  /** The next one could not be made durable just now. */
  stuck: z.boolean(),
  /** So many messages are still to be shown within the next minute. */
  owed: z.int(),
});
export type RelayAnswer = z.infer<typeof relayAnswer>;
