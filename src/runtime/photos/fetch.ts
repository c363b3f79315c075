import { backoff } from '../../core/backoff.ts';
import { put, type Records, type Remember } from '../../core/collection.ts';
import { type Loss, type Photo, photos } from '../../core/records.ts';
import { DAY, MINUTE } from '../../core/time.ts';
import { BY_HAND } from '../../ports/by-hand.ts';
import { PhotoUnavailable } from '../../ports/chat.ts';
import { planDeliveries } from '../effects.ts';
import { inTime } from '../in-time.ts';
import type { OutboxContext, Planned } from '../outbox/context.ts';
import type { Tried } from '../outbox/keyed-queue.ts';
import type { Partition } from '../partition.ts';
import { texts } from '../texts.ts';
import { photoKey } from './attach.ts';
import { kindOf } from './kind.ts';
import { isHuge } from './pixels.ts';
import { photosQueue } from './sweep.ts';

/**
 * A platform that does not give a photo out is asked again for so long, ms; one that is not there
 * is waited for.
 */
const GIVEN_UP_AFTER = DAY;
const ANSWERS_WITHIN = MINUTE;
/** The largest photo that is kept, bytes. */
const LARGEST = 10 * 1024 * 1024;

type Wanted = Extract<Photo, { state: 'wanted' }>;
type Settled = Exclude<Photo, Wanted>;

/** A photo that a record names is to be fetched. */
export function planFetch(
  context: OutboxContext,
  { name, records }: Partition,
  id: string,
): Planned | undefined {
  if (records.get(photos, id)?.state !== 'wanted') return undefined;
  const { arriving, clock } = context;
  const key = photoKey(name, id);
  const first = Promise.withResolvers<void>();
  arriving.set(key, first.promise);
  const attempt = fetchJob(context, name, id);
  const run = async (): Promise<Tried> => {
    const tried = await attempt();
    first.resolve();
    if (tried === 'done') arriving.delete(key);
    return tried;
  };
  return { queue: photosQueue(name), lowPriority: true, at: clock.now(), run };
}

/**
 * Fetches a photo and remembers which file it is, or that it is lost; tries until either is so.
 */
function fetchJob(context: OutboxContext, name: string, id: string): () => Promise<Tried> {
  const { clock, partitions, log } = context;
  let tries = 0;
  return async () => {
    const one = await partitions.transact(name, ({ records }) => records.get(photos, id));
    if (one?.state !== 'wanted') return 'done';
    tries += 1;
    try {
      const settled = await settle(context, name, one);
      if (settled.state === 'lost')
        log.warn('a photo is lost', { why: settled.why, platform: one.from.platform });
      await partitions.transact(name, (partition) =>
        partitions.remember(partition, changes(context, partition.records, one, settled)),
      );
      return 'done';
    } catch (error) {
      // Not there yet, or the disk is full: nothing is lost by that.
      log.error('a photo was not fetched', error, { platform: one.from.platform, tries });
      return { again: clock.now() + backoff(tries) };
    }
  };
}

/** @throws when it may be otherwise later. */
async function settle(
  context: OutboxContext,
  partition: string,
  { id, at, by, since, ...wanted }: Wanted,
): Promise<Settled> {
  const own = { id, at, ...(by === undefined ? {} : { by }) };
  const lost = (why: Loss): Settled => ({ ...own, state: 'lost', why });
  const got = await bytesOf(context, wanted).catch((error: unknown) => {
    if (error instanceof PhotoUnavailable) return error.why;
    if (context.clock.now() - since >= GIVEN_UP_AFTER) return 'late' as const;
    throw error;
  });
  if (typeof got === 'string') return lost(got);
  if (got.length > LARGEST) return lost('large');
  const kind = kindOf(got);
  if (kind === undefined) return lost('unknown');
  if (isHuge(got, kind)) return lost('large');
  return {
    ...own,
    state: 'kept',
    file: await context.blobs.put(partition, got, kind),
    kind,
    size: got.length,
  };
}

async function bytesOf(
  { chats, clock }: OutboxContext,
  { from, handle }: Pick<Wanted, 'from' | 'handle'>,
): Promise<Uint8Array> {
  const chat = chats.of(from);
  if (chat === undefined) throw new Error('the platform is not connected');
  if (chat.fetch === undefined) throw new PhotoUnavailable('gone');
  return inTime(chat.fetch(handle), ANSWERS_WITHIN, clock, () => {
    throw new Error('the platform did not answer');
  });
}

/**
 * Whoever sent a photo that is lost is asked for another one, as an answer to it; by hand it was
 * never more than a mark.
 */
function changes(
  context: OutboxContext,
  records: Records,
  { from, message }: Wanted,
  settled: Settled,
): readonly Remember[] {
  if (settled.state === 'kept' || message.startsWith(BY_HAND)) return [put(photos, settled)];
  const answer = planDeliveries(
    [{ kind: 'answer', text: texts.photoLost(settled.why), choices: [] }],
    {
      records,
      now: context.clock.now(),
      // Several photos of one message are answered once.
      newId: () => `lost ${JSON.stringify([from.platform, from.account, from.chat, message])}`,
      cause: { address: from, messageId: message },
      chats: context.chats,
    },
  );
  return [put(photos, settled), ...answer];
}
