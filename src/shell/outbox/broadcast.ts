import { put } from '../../core/collection.ts';
import { type BroadcastRow, broadcasts } from '../../core/records.ts';
import { sayWhen } from '../../core/when/index.ts';
import type { Opened } from '../ledger.ts';
import { broadcastStep, markedText } from '../sending.ts';
import { situationOf } from '../situation.ts';
import { languageAt } from '../wording.ts';
import { type Desk, groupAddress, tickOff } from './desk.ts';
import type { Tried } from './lanes.ts';
import { backoff, type Posted, post } from './post.ts';

/** Sends one broadcast to one group. The row says `sending`, durably, before the platform is asked. */
export function broadcastJob(desk: Desk, partition: string, id: string): () => Promise<Tried> {
  let tries = 0;
  return async () => {
    const begun = await desk.ledger.with(partition, (opened) => begin(desk, opened, id));
    if ('tried' in begun) return begun.tried;
    const { row, to, text } = begun;
    await begun.durable;
    const posted = await post(desk, { to, text, choices: row.choices, silent: row.silent });
    tries += 1;
    const now = desk.clock.now();
    const next = after(row, posted, now);
    tickOff(desk, partition, () => [put(broadcasts, next)]);
    if (next.state !== 'planned' && next.state !== 'sending') return 'done';
    const wait = posted.outcome === 'refused' ? posted.wait : 0;
    return { again: now + Math.max(wait, backoff(tries)) };
  };
}

function begin(desk: Desk, opened: Opened, id: string) {
  const row = opened.records.get(broadcasts, id);
  const to = row && groupAddress(opened.records, row.group);
  if (row === undefined) return { tried: 'done' } as const;
  const now = desk.clock.now();
  if (to === undefined) {
    tickOff(desk, opened.name, () => [put(broadcasts, { ...row, state: 'failed', why: 'gone', at: now })]);
    return { tried: 'done' } as const;
  }
  const step = broadcastStep(row, now);
  if (step === 'wait') return { tried: { again: row.notBefore } };
  if (step === 'done') return { tried: 'done' } as const;
  if (step !== 'send') {
    tickOff(desk, opened.name, () => [put(broadcasts, step)]);
    return { tried: 'done' } as const;
  }
  const planned = sayWhen({ start: row.planned }, situationOf(opened.records, now));
  const text = markedText(row, now, planned, languageAt(to, opened.records));
  const sending: BroadcastRow = { ...row, state: 'sending', attempts: row.attempts + 1, at: now };
  return { row: sending, to, text, durable: desk.ledger.remember(opened, [put(broadcasts, sending)]) };
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
