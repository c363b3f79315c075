import { backoff } from '../../core/backoff.ts';
import { put, remove } from '../../core/collection.ts';
import { addressKey, type Delivery, deliveries } from '../../core/records.ts';
import { inLanguage, type Language } from '../../core/text.ts';
import { MINUTE } from '../../core/time.ts';
import { languageAt } from '../../identity/alliance/index.ts';
import type { Attachment } from '../../ports/chat.ts';
import { calendarAttachment } from '../calendar-file.ts';
import { perhapsAgain } from '../delivery-due-rules.ts';
import { ownRecords } from '../own-records.ts';
import type { Partition } from '../partition.ts';
import { arrived, attached } from '../photos/attach.ts';
import {
  cardText,
  markDone,
  markUnreachable,
  type OutboxContext,
  type Planned,
} from './context.ts';
import type { Tried } from './keyed-queue.ts';
import { type Posted, post } from './post.ts';

/** What nobody has asked for waits so long for its photos, ms. */
const NOTICE_WAITS = 10 * MINUTE;
const LOOK_AGAIN = 15_000;

/** An answer or a private word is to be sent. */
export function planAnswer(
  context: OutboxContext,
  { name, records }: Partition,
  id: string,
): Planned | undefined {
  const one = records.get(deliveries, id);
  if (one === undefined) return undefined;
  const job = new AnswerJob(context, name, id);
  return {
    queue: addressKey(one.to),
    lowPriority: false,
    at: one.notBefore,
    run: () => job.attempt(),
  };
}

/** A delivery with its text as it is now. */
interface Ready {
  readonly one: Delivery;
  readonly text: string;
  readonly choices: readonly string[];
  readonly language: Language;
}

/**
 * Sends an answer or a private word. It is given up when nobody waits for it any more, or after two
 * uncertain tries.
 */
class AnswerJob {
  private readonly context: OutboxContext;
  private readonly partition: string;
  private readonly id: string;
  private tries = 0;
  private uncertain = false;

  constructor(context: OutboxContext, partition: string, id: string) {
    this.context = context;
    this.partition = partition;
    this.id = id;
  }

  async attempt(): Promise<Tried> {
    const { partitions, clock } = this.context;
    const waiting = await partitions.transact(this.partition, ({ records }) =>
      records.get(deliveries, this.id),
    );
    if (waiting === undefined) return 'done';
    const later = (await this.untilPhotos(waiting)) ?? (await this.untilSlot(waiting));
    if (later !== undefined) return later;
    const now = clock.now();
    const ready = await partitions.transact(this.partition, (partition) => this.prepare(partition));
    if (ready === undefined) return 'done';
    if (ready === 'nothing' || now > ready.one.deadline) return this.markSent();
    await partitions.durable();
    return this.after(ready.one, await this.send(ready), now);
  }

  /** What nobody has asked for waits for its photos. */
  private async untilPhotos({ photos, answers, notBefore }: Delivery): Promise<Tried | undefined> {
    if (photos === undefined || (await arrived(this.context, this.partition, photos)))
      return undefined;
    const now = this.context.clock.now();
    return answers === undefined && now < notBefore + NOTICE_WAITS
      ? { again: now + LOOK_AGAIN }
      : undefined;
  }

  private async untilSlot({ to, deadline }: Delivery): Promise<Tried | undefined> {
    const later = (await this.context.chats.get(to.platform)?.acquireSlot?.(to, true)) ?? 0;
    const now = this.context.clock.now();
    return later > 0 && now <= deadline ? { again: now + later, blocks: 'all' } : undefined;
  }

  /** @returns undefined when it is not to be sent any more, `nothing` when it has no text now. */
  private prepare(partition: Partition): Ready | 'nothing' | undefined {
    const { records } = partition;
    const one = records.get(deliveries, this.id);
    if (one === undefined) return undefined;
    const language = languageAt(one.to, records);
    const card =
      one.card === undefined ? undefined : cardText(this.context, partition, one.card, [], one.to);
    const text = one.text ?? card?.text;
    if (text === undefined) return 'nothing';
    const marked = this.uncertain ? `${text}\n${inLanguage(perhapsAgain, language)}` : text;
    return { one, text: marked, choices: card?.choices ?? one.choices, language };
  }

  private async send({ one, text, choices, language }: Ready): Promise<Posted> {
    const { attachments, remarks } = one.photos
      ? await attached(this.context, this.partition, one.photos, language)
      : NO_PHOTOS;
    const all = [
      ...attachments,
      ...(one.calendar ? [await calendarAttachment(one.calendar, this.partition, one.at)] : []),
      ...(one.own === undefined ? [] : [await this.own(one.own)]),
    ];
    return post(this.context, {
      ...platformOptions(one),
      ...(all.length === 0 ? {} : { attachments: all }),
      to: one.to,
      text: [text, ...remarks].join('\n'),
      choices,
      silent: false,
    });
  }

  /** Made now, and never kept: the file would be one more place in which they stand. */
  private own(person: string): Promise<Attachment> {
    const { partitions, features, clock } = this.context;
    return partitions.transact(this.partition, ({ records }) =>
      ownRecords(person, features, records, clock.now()),
    );
  }

  private after({ to, standing = 0 }: Delivery, posted: Posted, now: number): Tried {
    this.tries += 1;
    if ('partsSent' in posted && posted.partsSent > standing) {
      this.markParts(posted.partsSent);
      // Another part than the one that was in doubt before.
      this.uncertain = false;
    }
    if (posted.outcome === 'refused')
      return { again: now + Math.max(posted.wait, backoff(this.tries)), blocks: 'all' };
    if (posted.outcome === 'gone') markUnreachable(this.context, this.partition, to);
    if (posted.outcome !== 'uncertain' || this.uncertain) return this.markSent();
    this.uncertain = true;
    return { again: now + backoff(this.tries) };
  }

  private markSent(): Tried {
    markDone(this.context, this.partition, () => [remove(deliveries, this.id)], true);
    return 'done';
  }

  /** The parts that stand in the chat are not sent again, also after a restart. */
  private markParts(standing: number): void {
    markDone(this.context, this.partition, ({ records }) => {
      const one = records.get(deliveries, this.id);
      return one === undefined ? [] : [put(deliveries, { ...one, standing })];
    });
  }
}

const NO_PHOTOS = { attachments: [] as readonly Attachment[], remarks: [] as readonly string[] };

/** What of a delivery only some platforms make something of. */
function platformOptions({ answers, topic, choosers, link, standing }: Delivery) {
  return {
    ...(standing === undefined ? {} : { partsSent: standing }),
    ...(answers === undefined ? {} : { answers }),
    ...(topic === undefined ? {} : { topic }),
    ...(choosers === undefined ? {} : { choosers }),
    ...(link === undefined ? {} : { link }),
  };
}
