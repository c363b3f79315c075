import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';

/** What a code is good for. */
const grant = z.discriminatedUnion('kind', [
  /** To become convenor. */
  z.object({ kind: z.literal('setup') }),
  /** To become a member, or a liaison, of a unit. */
  z.object({
    kind: z.literal('unit'),
    unit: z.string(),
    role: z.enum(['member', 'liaison']),
    deputy: z.boolean(),
  }),
  /** To be this person, whom nobody speaks for yet. */
  z.object({ kind: z.literal('person'), person: z.string() }),
  /** To be the same person on another platform. */
  z.object({ kind: z.literal('merge'), person: z.string() }),
]);
export type Grant = z.infer<typeof grant>;

/** A code that can still be used. Its id is the code's fingerprint; the code itself is not kept. */
export const codes = collection(
  'codes',
  z.object({
    id: z.string(),
    grant,
    /** The alliance that it is for; a setup code may be for whichever its holder names. */
    alliance: z.string().optional(),
    /** Who made it; nobody did when it came from the machine that the bot runs on. */
    by: z.string().optional(),
    at: moment,
    /** It is void after this; without it, good until it is used. */
    until: moment.optional(),
    /**
     * A few bits of the code under the key of sieves, by which it is found among all that a group
     * says; codes of earlier versions have none.
     */
    sieve: z.int().optional(),
  }),
  // Whoever uses a code looks up whom it names.
  { peopleApart: ['grant.person', 'by'] },
);
export type Code = z.infer<(typeof codes)['schema']>;

/** The key of sieves: without it nobody can make up words that pass for codes. */
export const sieves = collection('sieves', z.object({ id: z.literal('key'), key: z.string() }));

/** How often an account, or somebody in a group, gave a wrong code of late. */
export const tries = collection(
  'tries',
  z.object({
    id: z.string(),
    wrong: z.int(),
    at: moment,
    /** Its account has been told that no other is looked at for a while. */
    told: z.boolean().optional(),
  }),
  {
    accounts: ['id'],
  },
);
export type Tries = z.infer<(typeof tries)['schema']>;
