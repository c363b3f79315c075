import { backoff } from '../../core/backoff.ts';
import { put, type Records, type Remember } from '../../core/collection.ts';
import { addressKey, type BroadcastRow, broadcasts, cards, stopped } from '../../core/records.ts';
import { inLanguage } from '../../core/text.ts';
import { MINUTE } from '../../core/time.ts';
import { sayWhen } from '../../core/when/index.ts';
import { type Group, groups } from '../../identity/alliance/index.ts';
import { languageAt, published } from '../../identity/people/index.ts';
import type { Address, Outgoing } from '../../ports/chat.ts';
import { viewContextOf } from '../decision-context.ts';
import { broadcastStep, broadcastText, perhapsAgain } from '../delivery-due-rules.ts';
import { madeDocuments } from '../documents.ts';
import type { Partition } from '../partition.ts';
import {
  groupAddress,
  markDone,
  markUnreachable,
  type OutboxContext,
  type Planned,
} from './context.ts';
import type { Job, LetPass, Tried } from './keyed-queue.ts';
import { marked, type Posted, post } from './post.ts';

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

/** Sends one broadcast to one group. The row says `sending` before the platform is asked. */
function broadcastJob(context: OutboxContext, name: string, id: string): Job['run'] {
  const { partitions } = context;
  let tries = 0;
  return async (letPass) => {
    const waiting = await partitions.transact(name, ({ records }) => waitingRow(records, id));
    const later = waiting && (await untilSlot(context, waiting, letPass));
    if (later !== undefined) return later;
    // What takes time is made before it is begun: a crash then repeats nothing.
    const files = await filesFor(context, name, waiting);
    const begun = await partitions.transact(name, (partition) => begin(context, partition, id));
    if ('tried' in begun) return begun.tried;
    await begun.kept;
    tries += 1;
    return send(context, name, { ...begun, outgoing: { ...begun.outgoing, ...files } }, tries);
  };
}

/** Past its time it is begun all the same, which ends it. */
async function untilSlot(
  { chats, clock }: OutboxContext,
  { to, deadline }: Waiting,
  letPass: LetPass,
): Promise<Tried | undefined> {
  const slot = chats.of(to)?.acquireSlot?.(to, false);
  const later = slot === undefined ? 0 : await letPass(slot);
  const now = clock.now();
  if (later <= 0 || now > deadline) return undefined;
  const again = Math.min(now + later, deadline + 1);
  return { again, blocks: 'lowPriority', waitsForLine: true };
}

async function send(
  context: OutboxContext,
  name: string,
  { row, outgoing, wasSending }: Begun,
  tries: number,
): Promise<Tried> {
  const { partitions, clock } = context;
  let sending = row;
  const posted = await post(context, outgoing, (standing) => {
    sending = { ...row, standing };
    const change = [put(broadcasts, sending)];
    return partitions.transact(name, (now) => partitions.remember(now, change, [], 'written'));
  });
  if (posted.outcome === 'gone') markUnreachable(context, name, outgoing.to);
  const now = clock.now();
  const next = after(sending, posted, wasSending, now);
  markDone(context, name, (partition) => [
    put(broadcasts, next),
    ...cardStanding(context, next, outgoing, partition),
  ]);
  if (next.state !== 'planned' && next.state !== 'sending') return 'done';
  const end = row.deadline + 1;
  if (posted.outcome !== 'refused') return { again: Math.min(now + backoff(row.attempts), end) };
  const again = Math.min(now + Math.max(posted.wait, backoff(tries)), end);
  return { again, blocks: 'all', waitsForLine: true };
}

/** A row that is still to be sent: where it goes, until when, and the files that go with it. */
interface Waiting {
  readonly to: Address;
  readonly deadline: number;
  readonly documents: readonly string[];
}

/**
 * Where a row that is still to be sent goes, and until when; undefined when nothing is to be waited
 * for.
 */
function waitingRow(records: Records, id: string): Waiting | undefined {
  const row = records.get(broadcasts, id);
  const to =
    row?.state === 'planned' || row?.state === 'sending'
      ? groupAddress(records, row.group)
      : undefined;
  return row && to && { to, deadline: row.deadline, documents: row.documents ?? [] };
}

/** The files that go with it. */
async function filesFor(context: OutboxContext, partition: string, waiting: Waiting | undefined) {
  if (waiting === undefined || waiting.documents.length === 0) return {};
  const { documents, to } = waiting;
  const { attachments } = await madeDocuments(context, partition, documents, to);
  return attachments.length === 0 ? {} : { attachments };
}

/** Where its message can be edited it is the card from now on. */
function cardStanding(
  { chats }: OutboxContext,
  { card, group, state, messageId, at }: BroadcastRow,
  { to, topic }: Outgoing,
  { records }: Partition,
): readonly Remember[] {
  const canEdit = chats.of(to)?.traits.edits === true;
  if (card === undefined || state !== 'sent' || messageId === undefined || !canEdit) return [];
  const id = `${card}@${group}`;
  const fresh = { id, card, group, version: 1, sent: 1, changes: [], first: at, last: at };
  const known = records.get(cards, id) ?? { ...fresh, notBefore: at };
  const inTopic = topic === undefined ? {} : { topic };
  return [put(cards, { ...known, messageId, sentAt: at, ...inTopic })];
}

interface Begun {
  readonly row: BroadcastRow;
  /** It was begun before. */
  readonly wasSending: boolean;
  readonly outgoing: Outgoing;
  /** Resolves when it is kept that the message is begun. */
  readonly kept: Promise<unknown>;
}

function begin(
  context: OutboxContext,
  partition: Partition,
  id: string,
): Begun | { readonly tried: Tried } {
  const { records } = partition;
  const row = records.get(broadcasts, id);
  if (row === undefined) return { tried: 'done' };
  const now = context.clock.now();
  const group = records.get(groups, row.group);
  const step = stepOf(row, group, now);
  if (step === 'done') return { tried: 'done' };
  if (typeof step === 'number') return { tried: { again: Math.min(step, row.deadline + 1) } };
  if (step !== 'send') {
    markDone(context, partition.name, () => [put(broadcasts, step)]);
    return { tried: 'done' };
  }
  if (group === undefined) return { tried: 'done' };
  const to = group.address;
  const planned = sayWhen({ start: row.planned }, viewContextOf(records, now));
  const language = languageAt(to, records);
  const sending: BroadcastRow = { ...row, state: 'sending', attempts: row.attempts + 1, at: now };
  const wasSending = row.state === 'sending';
  const text = broadcastText(row, now, planned, language);
  const outgoing: Outgoing = {
    to,
    ...(group.topic === undefined ? {} : { topic: group.topic }),
    ...(row.standing === undefined ? {} : { partsSent: row.standing }),
    text: row.publishes ? published(text, records) : text,
    choices: row.choices,
    silent: row.silent,
  };
  return {
    row: sending,
    wasSending,
    outgoing: wasSending ? marked(outgoing, inLanguage(perhapsAgain, language)) : outgoing,
    kept: context.partitions.remember(partition, [put(broadcasts, sending)], [], 'written'),
  };
}

/** What to do with it now: end it as a row, wait until a moment, or send it. */
function stepOf(
  row: BroadcastRow,
  group: Group | undefined,
  now: number,
): 'done' | 'send' | number | BroadcastRow {
  const step = broadcastStep(row, now);
  if (step === 'done') return step;
  if (group === undefined) return stopped(row, now);
  if (group.gone !== undefined) return { ...row, state: 'failed', why: 'gone', at: now };
  return step === 'send' && group.unverified !== undefined ? now + BOUND_AGAIN : step;
}

/**
 * Certainly not sent: as it was before. Perhaps sent: stays `sending`, as after a crash.
 */
function after(row: BroadcastRow, posted: Posted, wasSending: boolean, at: number): BroadcastRow {
  switch (posted.outcome) {
    case 'sent':
      return { ...row, state: 'sent', at, messageId: posted.messageId };
    case 'refused':
      return {
        ...row,
        state: wasSending ? 'sending' : 'planned',
        attempts: row.attempts - 1,
        at,
      };
    case 'uncertain':
      return { ...row, at };
    default:
      return { ...row, state: 'failed', why: posted.outcome, at };
  }
}
