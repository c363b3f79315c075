import { z } from 'zod';
import { acts } from './acts.ts';
import { address, addressKey } from './address.ts';
import { collection } from './collection.ts';
import { calendarFile } from './documents.ts';
import { erased, erasureKeys, withheld } from './erased.ts';
import { lastChanges } from './last-changes.ts';
import { moment } from './moment.ts';
import { questions } from './questions.ts';
import { dayKey, monthKey } from './time.ts';
import { unsaid } from './unsaid.ts';

export { address, addressKey };

/*
 * The records of the delivery pipeline itself: which messages were handled, what is still to be
 * sent, which broadcasts went where. Only the runtime writes them.
 */
/**
 * A message that was acted on, by platform, account, chat and id; kept for 48 hours by its own
 * time, one that was entered by hand for longer.
 */
export const handled = collection(
  'handled',
  z.object({ id: z.string(), at: moment, byHand: z.boolean().optional() }),
  {
    shard: (message) => dayKey(message.at),
    indexes: {
      /** Those entered by hand stand apart: they are kept for longer. */
      byAge: { by: ({ byHand }) => (byHand ? 'by hand' : 'heard'), order: ({ at }) => at },
    },
  },
);

/**
 * Why the bytes of a photo will never be had: the platform has lost them, or could not be reached
 * for a day …
 */
const loss = z.enum(['gone', 'late', 'large', 'unknown']);
export type Loss = z.infer<typeof loss>;

const photo = z.object({
  /** `<platform>:<handle>`, by which records name it. */
  id: z.string(),
  /** When the first record named it. */
  at: moment,
  /** Who sent it; earlier versions did not note it. */
  by: z.string().optional(),
});

/** A photo that records name: its bytes are wanted, kept as a file, or lost. */
export const photos = collection(
  'photos',
  z.discriminatedUnion('state', [
    photo.extend({
      state: z.literal('wanted'),
      /** Since when it is tried to be fetched. */
      since: moment,
      /** What its platform knows it by. */
      handle: z.string(),
      /** Where it was sent, and with which message. */
      from: address,
      message: z.string(),
    }),
    photo.extend({
      state: z.literal('kept'),
      file: z.string(),
      kind: z.enum(['jpg', 'png', 'gif', 'webp', 'heic']),
      /** Bytes. */
      size: z.int(),
    }),
    photo.extend({ state: z.literal('lost'), why: loss }),
  ]),
  { shard: ({ at }) => monthKey(at), people: ['by'] },
);
export type Photo = z.infer<(typeof photos)['schema']>;

/** An answer or a private word that is still to be sent; removed when it has been. */
export const deliveries = collection(
  'deliveries',
  z.object({
    id: z.string(),
    to: address,
    /** What to send, or the card whose text is made when it is sent. */
    text: z.string().optional(),
    card: z.string().optional(),
    /** The groups that read of it too, and the changes of the card that they read. */
    readBy: z.object({ groups: z.array(z.string()), changes: z.array(z.string()) }).optional(),
    choices: z.array(z.string()),
    /**
     * The message that it answers, the topic it was said in, and the account that the choices are
     * for.
     */
    answers: z.string().optional(),
    topic: z.string().optional(),
    choosers: z.string().optional(),
    /** Words that a link says. */
    link: z.string().optional(),
    /** Photos that go with it, by their ids; their bytes are read when it is sent. */
    photos: z.array(z.object({ photo: z.string(), caption: z.string() })).optional(),
    /** A file for calendars that goes with it; it is made when it is sent. */
    calendar: calendarFile.optional(),
    /** Files that go with it, by their names; they are made when it is sent. */
    documents: z.array(z.string()).optional(),
    /** The file of what is kept about this person goes with it; likewise. */
    own: z.string().optional(),
    /** So many of its parts stand there already. */
    standing: z.int().optional(),
    /** What its words are about; taken back, they are not sent any more. */
    about: z.string().optional(),
    /** A send was begun then, and nobody knows whether it arrived. */
    begun: moment.optional(),
    /** Nobody is told when it cannot be said: it tells that itself of something else. */
    lastWord: z.boolean().optional(),
    at: moment,
    /** Quiet hours end then. */
    notBefore: moment,
    /** Nobody waits for it any more after this. */
    deadline: moment,
  }),
  {
    people: ['own'],
    accounts: ['choosers', 'to.chat'],
    indexes: {
      all: { by: () => 'all' },
      byChat: { by: ({ to }) => addressKey(to) },
      about: { by: ({ about }) => about },
    },
  },
);
export type Delivery = z.infer<(typeof deliveries)['schema']>;

/** A card in a group, and what of it has been sent there. */
export const cards = collection(
  'cards',
  z.object({
    id: z.string(),
    card: z.string(),
    group: z.string(),
    /** Counts the changes; what was sent showed `sent` of them. */
    version: z.int(),
    sent: z.int(),
    /** The changes since it was last sent, oldest first; at most 60 are named. */
    changes: z.array(z.string()),
    /** The first and the last change that was not sent yet. */
    first: moment,
    last: moment,
    notBefore: moment,
    messageId: z.string().optional(),
    /** When it was last sent. */
    sentAt: moment.optional(),
    /** The topic of the group in which it stands. */
    topic: z.string().optional(),
    /** The next text is a new message, so that it is noticed. */
    anew: z.boolean().optional(),
    /** One person waits for it: it is not collected with what others change. */
    direct: z.boolean().optional(),
    /** A new message was begun then, and nobody knows whether it arrived. */
    begun: moment.optional(),
  }),
  {
    key: (card) => card.card,
    indexes: {
      unsent: { by: ({ version, sent }) => (version > sent ? 'unsent' : undefined) },
      byGroup: { by: ({ group }) => group },
    },
  },
);
export type CardRecord = z.infer<(typeof cards)['schema']>;

/** One broadcast in one group: planned → sending → sent, or skipped, failed, uncertain. */
export const broadcasts = collection(
  'broadcasts',
  z.object({
    id: z.string(),
    broadcast: z.string(),
    group: z.string(),
    text: z.string(),
    choices: z.array(z.string()),
    /** The card that its message is from now on, where messages can be edited. */
    card: z.string().optional(),
    planned: moment,
    notBefore: moment,
    deadline: moment,
    silent: z.boolean(),
    state: z.enum(['planned', 'sending', 'sent', 'skipped', 'failed', 'uncertain']),
    /** How often it was begun to be sent. */
    attempts: z.int(),
    /** So many of its parts stand there already. */
    standing: z.int().optional(),
    /** When it came into its state. */
    at: moment,
    messageId: z.string().optional(),
    /** Why it was not sent, for people. */
    why: z.enum(['stale', 'gone', 'unfit', 'crashed', 'stopped']).optional(),
    /** The liaisons have been told that it was not sent. */
    reported: z.boolean(),
    /** Files that go with it, by their names. */
    documents: z.array(z.string()).optional(),
    /** Names in it are hidden when it is sent, but for those of people who agreed. */
    publishes: z.literal(true).optional(),
  }),
  {
    key: (row) => row.broadcast,
    shard: (row) => monthKey(row.planned),
    indexes: {
      byState: { by: ({ state }) => state },
      missed: { by: (row) => (wasMissed(row) && !row.reported ? 'missed' : undefined) },
    },
  },
);
export type BroadcastRow = z.infer<(typeof broadcasts)['schema']>;

/** It did not reach its group, or nobody knows whether it did. */
export function wasMissed({ state }: { readonly state: string }): boolean {
  return state === 'skipped' || state === 'failed' || state === 'uncertain';
}

/**
 * A broadcast whose group was put out of use: it is not sent, and whoever did that has been told.
 * What was begun to be sent may have arrived.
 */
export function stopped(row: BroadcastRow, at: number): BroadcastRow {
  if (row.state === 'planned')
    return { ...row, state: 'skipped', why: 'stopped', at, reported: true };
  return row.state === 'sending' ? { ...row, state: 'uncertain', why: 'crashed', at } : row;
}

/**
 * Given up as too late for a moment that is still to come, by a clock that stood ahead: it was
 * never too late.
 */
export function isVoid({ state, why, planned }: BroadcastRow, now: number): boolean {
  return state === 'skipped' && why === 'stale' && planned > now;
}

export const pipelineCollections = [
  handled,
  photos,
  deliveries,
  cards,
  broadcasts,
  lastChanges,
  questions,
  unsaid,
  acts,
  erased,
  erasureKeys,
  withheld,
];
