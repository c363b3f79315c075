import { z } from 'zod';
import { collection } from '../../core/collection.ts';
import { moment } from '../../core/moment.ts';
import { nameKey } from '../../core/names.ts';
import { mayActAs, type Role, role } from '../../core/roles.ts';

/** `liaison@<unit>`: what a change of role is a change of. */
function standing(
  person: { role: Role; unit?: string | undefined; deputy?: boolean | undefined } | undefined,
): string {
  if (person === undefined || person.role === 'guest') return 'guest';
  const name = person.deputy ? 'deputy' : person.role;
  return person.unit === undefined ? name : `${name}@${person.unit}`;
}

/**
 * Somebody, as the alliance knows them. Names stand here and nowhere else; other records hold the
 * id.
 */
export const people = collection(
  'people',
  z.object({
    id: z.string(),
    name: z.string(),
    role,
    /** Id of their unit. */
    unit: z.string().optional(),
    /** A liaison who stands in for another; may do the same. */
    deputy: z.boolean().optional(),
    /** Who gave them their role, when, and by which message. */
    appointed: z.object({ by: z.string(), at: moment, message: z.string() }).optional(),
  }),
  {
    key: (person) => nameKey(person.name),
    people: ['appointed.by'],
    peopleApart: ['id'],
    keepsNames: true,
    act: (before, after) => {
      const [from, to] = [standing(before), standing(after)];
      // Whoever only became known, or is called otherwise, may do no more than before.
      if (from === to) return undefined;
      return { kind: 'role', whom: [(after ?? before)?.id ?? ''], from, to };
    },
    indexes: {
      /** Everybody who may do what a role may do. */
      byRight: { by: (person) => role.options.filter((needed) => mayActAs(person.role, needed)) },
      byUnit: { by: (person) => person.unit },
    },
  },
);
export type Person = z.infer<(typeof people)['schema']>;

/** An account on a platform that a person speaks from. Its id is the account as one text. */
export const accounts = collection(
  'accounts',
  z.object({
    id: z.string(),
    person: z.string(),
    platform: z.string(),
    /** The bot's own account that they talk to. */
    account: z.string(),
    /** The person's id on the platform, which is also the id of their private chat. */
    user: z.string(),
    /** They have written to the bot in private. */
    met: z.boolean(),
    /** They have been told what is kept, with the first answer that they got in private. */
    informed: z.boolean().optional(),
    /**
     * The platform has given out new ids since: nobody speaks from it until they are bound again.
     */
    unverified: z.boolean().optional(),
    /**
     * It is known by a name only, and whoever carries the platform by hand was asked whether it is
     * the member's of that name: what they said.
     */
    vouched: z.boolean().optional(),
  }),
  {
    key: (account) => account.person,
    // Whoever merges says whose each account is now.
    peopleApart: ['person'],
    accounts: ['id', 'user'],
    act: (before, after) =>
      before === undefined || after === undefined || before.person === after.person
        ? undefined
        : { kind: 'account', whom: [before.person, after.person] },
  },
);
export type Account = z.infer<(typeof accounts)['schema']>;

/** What an account tried that it may not, the last few times. Its id is the account's. */
export const attempts = collection(
  'attempts',
  z.object({
    id: z.string(),
    /** As it called itself the last time. */
    name: z.string(),
    count: z.int(),
    last: z.array(
      z.object({ command: z.string(), at: moment, where: z.enum(['group', 'private']) }),
    ),
  }),
  { accounts: ['id'], keepsNames: true },
);
export type Attempts = z.infer<(typeof attempts)['schema']>;

/** Who turned out to be somebody else: the id that is gone → the person who has everything now. */
export const merged = collection(
  'merged',
  z.object({ id: z.string(), into: z.string(), at: moment }),
  { people: ['into'], peopleApart: ['id'] },
);

/**
 * Whether somebody's name may stand in what is published: asked once, answered by them alone. Its
 * id is the person's.
 */
export const consents = collection(
  'consents',
  z.object({
    id: z.string(),
    /** `asked`: there is no answer yet, and they are not asked again. */
    state: z.enum(['asked', 'given', 'withdrawn']),
    at: moment,
    message: z.string().optional(),
  }),
  {
    people: ['id'],
    act: (before, after) => {
      const [from, to] = [before?.state ?? 'asked', after?.state ?? 'asked'];
      if (from === to) return undefined;
      return { kind: 'consent', whom: [(after ?? before)?.id ?? ''], from, to };
    },
  },
);

/** Somebody asks to join a unit, until one of its liaisons answers. Its id is the person's. */
export const joinings = collection(
  'joinings',
  z.object({
    id: z.string(),
    /** 3 for `同意 3`. */
    number: z.int().positive(),
    unit: z.string(),
    at: moment,
    /** The group in which they asked. */
    group: z.string().optional(),
  }),
  { people: ['id'] },
);
export type Joining = z.infer<(typeof joinings)['schema']>;

/** Whom to call at a unit. Its id is the unit's. */
export const contacts = collection(
  'contacts',
  z.object({
    id: z.string(),
    people: z.array(
      z.object({ name: z.string(), phone: z.string().optional(), post: z.string().optional() }),
    ),
  }),
  { keepsNames: true },
);
