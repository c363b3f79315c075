import { put, remove } from '../../core/collection.ts';
import { type Delivery, deliveries } from '../../core/records.ts';
import { inLanguage } from '../../core/text.ts';
import { MINUTE } from '../../core/time.ts';
import { calendarAttachment } from '../calendar-file.ts';
import { perhapsAgain } from '../delivery-due-rules.ts';
import type { Partition } from '../partition.ts';
import { arrived, attached } from '../photos/attach.ts';
import { languageAt } from '../render.ts';
import { cardText, gone, markDone, type OutboxContext } from './context.ts';
import type { Tried } from './keyed-queue.ts';
import { acquireSlot, backoff, post } from './post.ts';

/** What nobody has asked for waits so long for its photos, ms. */
const NOTICE_WAITS = 10 * MINUTE;
const LOOK_AGAIN = 15_000;

/**
 * Sends an answer or a private word. It is given up when nobody waits for it any more, or after two
 * uncertain tries.
 */
export function answerJob(
  context: OutboxContext,
  partition: string,
  id: string,
): () => Promise<Tried> {
  let tries = 0;
  let uncertain = false;
  const done = (): Tried => {
    markDone(context, partition, () => [remove(deliveries, id)]);
    return 'done';
  };
  return async () => {
    const waiting = await context.partitions.transact(partition, ({ records }) =>
      records.get(deliveries, id),
    );
    if (waiting === undefined) return 'done';
    const { answers, notBefore, photos } = waiting;
    const complete = photos === undefined || (await arrived(context, partition, photos));
    if (!complete && answers === undefined && context.clock.now() < notBefore + NOTICE_WAITS)
      return { again: context.clock.now() + LOOK_AGAIN };
    const later = await acquireSlot(context.chats, waiting.to, true);
    const now = context.clock.now();
    if (later > 0 && now <= waiting.deadline) return { again: now + later, blocks: 'all' };
    const ready = await context.partitions.transact(partition, (opened) =>
      prepare(context, opened, id, uncertain),
    );
    if (ready === undefined) return 'done';
    const { one, choices, language } = ready;
    if (ready.text === undefined || now > one.deadline) return done();
    await context.partitions.durable();
    const { attachments, remarks } = await attached(context, partition, one.photos ?? [], language);
    const text = [ready.text, ...remarks].join('\n');
    const { calendar, at } = one;
    const all = calendar
      ? [...attachments, await calendarAttachment(calendar, partition, at)]
      : attachments;
    const files = all.length === 0 ? {} : { attachments: all };
    const posted = await post(context, {
      ...howOf(one),
      ...files,
      to: one.to,
      text,
      choices,
      silent: false,
    });
    tries += 1;
    if ('partsSent' in posted && posted.partsSent > (one.standing ?? 0)) {
      begun(context, partition, id, posted.partsSent);
      // Another part than the one that was in doubt before.
      uncertain = false;
    }
    if (posted.outcome === 'refused')
      return { again: now + Math.max(posted.wait, backoff(tries)), blocks: 'all' };
    if (posted.outcome === 'gone') gone(context, partition, one.to);
    if (posted.outcome !== 'uncertain' || uncertain) return done();
    uncertain = true;
    return { again: now + backoff(tries) };
  };
}

/** What stands there is not sent again, also after a restart. */
function begun(context: OutboxContext, partition: string, id: string, standing: number): void {
  markDone(context, partition, ({ records }) => {
    const one = records.get(deliveries, id);
    return one === undefined ? [] : [put(deliveries, { ...one, standing })];
  });
}

function prepare(context: OutboxContext, opened: Partition, id: string, again: boolean) {
  const one = opened.records.get(deliveries, id);
  if (one === undefined) return undefined;
  const language = languageAt(one.to, opened.records);
  const card = one.card === undefined ? undefined : cardText(context, opened, one.card, [], one.to);
  const text = one.text ?? card?.text;
  const marked =
    again && text !== undefined ? `${text}\n${inLanguage(perhapsAgain, language)}` : text;
  return { one, text: marked, choices: card?.choices ?? one.choices, language };
}

/** What of a delivery only some platforms make something of. */
function howOf({ answers, topic, choosers, link, standing }: Delivery) {
  return {
    ...(standing === undefined ? {} : { partsSent: standing }),
    ...(answers === undefined ? {} : { answers }),
    ...(topic === undefined ? {} : { topic }),
    ...(choosers === undefined ? {} : { choosers }),
    ...(link === undefined ? {} : { link }),
  };
}
