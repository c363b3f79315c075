import { backoff } from '../../core/backoff.ts';
import { put, type Records } from '../../core/collection.ts';
import { addressKey, type BroadcastRow, broadcasts, stopped } from '../../core/records.ts';
import { MINUTE } from '../../core/time.ts';
import { sayWhen } from '../../core/when/index.ts';
import { groups } from '../../identity/alliance/index.ts';
import { languageAt } from '../../identity/people/index.ts';
import { viewContextOf } from '../decision-context.ts';
import { broadcastStep, markedText } from '../delivery-due-rules.ts';
import type { Partition } from '../partition.ts';
import {
  groupAddress,
  markDone,
  markUnreachable,
  type OutboxContext,
  type Planned,
} from './context.ts';
import type { Job } from './keyed-queue.ts';
import { type Posted, post } from './post.ts';

/** How often it is looked whether a group was bound again, ms. */
const BOUND_AGAIN = MINUTE / 2;

/** A broadcast is to be sent to one group. */
export function planBroadcast(
  context: OutboxContext,
  { name, records }: Partition,
  id: string,
): Planned | undefined {
  const row = records.get(broadcasts, id);
  if (row?.state !== 'planned' && row?.state !== 'sending') return undefined;
  const to = groupAddress(records, row.group);
  const queue = to === undefined ? row.group : addressKey(to);
  return { queue, lowPriority: true, at: row.notBefore, run: broadcastJob(context, name, id) };
}

/**
 * Sends one broadcast to one group. The row says `sending`, durably, before the platform is asked.
 */
function broadcastJob(context: OutboxContext, name: string, id: string): Job['run'] {
  let tries = 0;
  return async (letPass) => {
    const waiting = await context.partitions.transact(name, ({ records }) =>
      waitingRow(records, id),
    );
    const to = waiting?.to;
    const slot = to && context.chats.get(to.platform)?.acquireSlot?.(to, false);
    const later = slot === undefined ? 0 : await letPass(slot);
    const asked = context.clock.now();
    // Past its time it is begun all the same, which ends it.
    if (waiting !== undefined && later > 0 && asked <= waiting.deadline)
      return { again: asked + later, blocks: 'lowPriority' };
    const begun = await context.partitions.transact(name, (partition) =>
      begin(context, partition, id),
    );
    if ('tried' in begun) return begun.tried;
    const { row, text, outgoing } = begun;
    await begun.durable;
    const posted = await post(context, {
      ...outgoing,
      text,
      choices: row.choices,
      silent: row.silent,
    });
    if (posted.outcome === 'gone') markUnreachable(context, name, outgoing.to);
    tries += 1;
    const now = context.clock.now();
    const next = after(row, posted, now);
    markDone(context, name, () => [put(broadcasts, next)]);
    if (next.state !== 'planned' && next.state !== 'sending') return 'done';
    if (posted.outcome !== 'refused') return { again: now + backoff(tries) };
    return { again: now + Math.max(posted.wait, backoff(tries)), blocks: 'all' };
  };
}

/**
 * Where a row that is still to be sent goes, and until when; undefined when nothing is to be waited
 * for.
 */
function waitingRow(records: Records, id: string) {
  const row = records.get(broadcasts, id);
  const to =
    row?.state === 'planned' || row?.state === 'sending'
      ? groupAddress(records, row.group)
      : undefined;
  return row && to && { to, deadline: row.deadline };
}

function begin(context: OutboxContext, partition: Partition, id: string) {
  const { records } = partition;
  const row = records.get(broadcasts, id);
  if (row === undefined) return { tried: 'done' } as const;
  const now = context.clock.now();
  const step = broadcastStep(row, now);
  const group = records.get(groups, row.group);
  if (group === undefined || group.gone !== undefined) {
    const ended: BroadcastRow = group
      ? { ...row, state: 'failed', why: 'gone', at: now }
      : stopped(row, now);
    if (step !== 'done') markDone(context, partition.name, () => [put(broadcasts, ended)]);
    return { tried: 'done' } as const;
  }
  const to = group.address;
  if (step === 'wait') return { tried: { again: row.notBefore } };
  if (step === 'send' && group.unverified !== undefined)
    return { tried: { again: now + BOUND_AGAIN } };
  if (step === 'done') return { tried: 'done' } as const;
  if (step !== 'send') {
    markDone(context, partition.name, () => [put(broadcasts, step)]);
    return { tried: 'done' } as const;
  }
  const planned = sayWhen({ start: row.planned }, viewContextOf(records, now));
  const text = markedText(row, now, planned, languageAt(to, records));
  const sending: BroadcastRow = { ...row, state: 'sending', attempts: row.attempts + 1, at: now };
  const outgoing = group.topic === undefined ? { to } : { to, topic: group.topic };
  return {
    row: sending,
    outgoing,
    text,
    durable: context.partitions.remember(partition, [put(broadcasts, sending)]),
  };
}

/** Certainly not sent: planned again. Perhaps sent: stays `sending`, as after a crash. */
function after(row: BroadcastRow, posted: Posted, at: number): BroadcastRow {
  switch (posted.outcome) {
    case 'sent':
      return { ...row, state: 'sent', at, messageId: posted.messageId };
    case 'refused':
      return { ...row, state: 'planned', attempts: row.attempts - 1, at };
    case 'uncertain':
      return { ...row, at };
    default:
      return { ...row, state: 'failed', why: posted.outcome, at };
  }
}
