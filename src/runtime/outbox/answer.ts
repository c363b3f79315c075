import { backoff } from '../../core/backoff.ts';
import { put, remove } from '../../core/collection.ts';
import { addressKey, type Delivery, deliveries } from '../../core/records.ts';
import { inLanguage, type Language } from '../../core/text.ts';
import { MINUTE } from '../../core/time.ts';
import { languageAt } from '../../identity/people/index.ts';
import type { Outgoing } from '../../ports/chat.ts';
import { perhapsAgain } from '../delivery-due-rules.ts';
import type { Partition } from '../partition.ts';
import { arrived } from '../photos/attach.ts';
import { filesOf } from './answer-files.ts';
import {
  cardText,
  markDone,
  markUnreachable,
  type OutboxContext,
  type Planned,
} from './context.ts';
import type { Tried } from './keyed-queue.ts';
import { marked, type Posted, post } from './post.ts';
import { withReaders } from './readers.ts';
import { joinOthers, noteTurn, turnOf } from './turns.ts';
import { unsaidAnswer } from './unsaid.ts';
import { WorkCard } from './work-card.ts';

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
    whose: one.choosers,
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
 * Sends an answer or a private word. What is uncertain is sent again, marked, with growing pauses,
 * until nobody waits for it any more; then the convenors are told.
 */
class AnswerJob {
  private readonly context: OutboxContext;
  private readonly partition: string;
  private readonly id: string;
  private tries = 0;
  private readonly work: WorkCard;

  constructor(context: OutboxContext, partition: string, id: string) {
    this.context = context;
    this.partition = partition;
    this.id = id;
    this.work = new WorkCard(context);
  }

  async attempt(): Promise<Tried> {
    const { partitions, clock } = this.context;
    const waiting = await partitions.transact(this.partition, ({ records }) =>
      records.get(deliveries, this.id),
    );
    if (waiting === undefined) return 'done';
    const turn = turnOf(this.context, waiting);
    if (typeof turn === 'number') return { again: clock.now() + turn };
    const later = (await this.untilPhotos(waiting)) ?? (await this.untilSlot(waiting));
    if (later !== undefined) return later;
    await joinOthers(this.context, this.partition, waiting, turn);
    const ready = await partitions.transact(this.partition, (partition) => this.prepare(partition));
    if (ready === undefined) return 'done';
    if (ready === 'nothing') return this.markSent();
    if (clock.now() > ready.one.deadline) return this.giveUp('late');
    const outgoing = await this.outgoing(ready);
    const { one, kept } = await this.begin();
    if (one === undefined) return 'done';
    await kept;
    return this.after(one, await this.send(outgoing, one));
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
    const later = (await this.context.chats.of(to)?.acquireSlot?.(to, true)) ?? 0;
    const now = this.context.clock.now();
    if (later <= 0 || now > deadline) return undefined;
    return { again: Math.min(now + later, deadline + 1), blocks: 'all', waitsForLine: true };
  }

  /** @returns undefined when it is not to be sent any more, `nothing` when it has no text now. */
  private prepare(partition: Partition): Ready | 'nothing' | undefined {
    const { records } = partition;
    const one = records.get(deliveries, this.id);
    if (one === undefined) return undefined;
    const language = languageAt(one.to, records);
    const card =
      one.card === undefined ? undefined : cardText(this.context, partition, one.card, [], one.to);
    const text = one.text ?? (card && withReaders(this.context, partition, one, card.text));
    if (text === undefined) return 'nothing';
    return { one, text, choices: card?.choices ?? one.choices, language };
  }

  private async outgoing({ one, text, choices, language }: Ready): Promise<Outgoing> {
    const files = await filesOf(this.context, this.partition, one, language, this.work);
    const outgoing: Outgoing = {
      ...platformOptions(one),
      ...(files.attachments.length === 0 ? {} : { attachments: files.attachments }),
      to: one.to,
      text: [text, ...files.remarks].join('\n'),
      choices,
      silent: false,
    };
    return one.begun === undefined
      ? outgoing
      : marked(outgoing, inLanguage(perhapsAgain, language));
  }

  /**
   * Notes that a send is begun, before it is: what is found begun is marked. With it everything is
   * kept that the text has seen.
   * @returns the delivery as it was before, undefined when it is not to be sent any more; and what
   * resolves when that is kept.
   */
  private begin(): Promise<{ readonly one?: Delivery; readonly kept?: Promise<unknown> }> {
    const { partitions, clock } = this.context;
    return partitions.transact(this.partition, (partition) => {
      const one = partition.records.get(deliveries, this.id);
      if (one === undefined) return {};
      const begun = put(deliveries, { ...one, begun: clock.now() });
      return { one, kept: partitions.remember(partition, [begun], [], 'written') };
    });
  }

  private send(outgoing: Outgoing, { standing = 0 }: Delivery): Promise<Posted> {
    // The parts that stand in the chat are not sent again, also after a restart.
    return post(this.context, outgoing, (parts) =>
      parts > standing ? this.change({ standing: parts }) : Promise.resolve(),
    );
  }

  private async after(before: Delivery, posted: Posted): Promise<Tried> {
    const now = this.context.clock.now();
    this.tries += 1;
    const pause = backoff(this.tries);
    // Tried once more until then, and ended right after it.
    const at = (wait: number) => Math.min(now + wait, before.deadline + 1);
    switch (posted.outcome) {
      case 'sent':
        noteTurn(this.context, before);
        return this.markSent();
      case 'refused': {
        const isNextPart = posted.partsSent > (before.standing ?? 0);
        if (before.begun === undefined || isNextPart) await this.change({ begun: undefined });
        return { again: at(Math.max(posted.wait, pause)), blocks: 'all', waitsForLine: true };
      }
      case 'uncertain':
        return { again: at(pause), waitsForLine: this.tries === 1 };
      default:
        if (posted.outcome === 'gone') markUnreachable(this.context, this.partition, before.to);
        return this.giveUp(posted.outcome);
    }
  }

  private markSent(): Tried {
    markDone(this.context, this.partition, () => [remove(deliveries, this.id)], 'riding');
    return 'done';
  }

  /** It is not said. */
  private giveUp(why: 'late' | 'gone' | 'unfit'): Tried {
    const { clock, log } = this.context;
    log.warn('an answer was given up', { why, alliance: this.partition });
    markDone(this.context, this.partition, (partition) => {
      const one = partition.records.get(deliveries, this.id);
      if (one === undefined) return [];
      return [remove(deliveries, one.id), ...unsaidAnswer(one, why, clock.now(), partition)];
    });
    return 'done';
  }

  /** Notes what has become of it so far; `undefined` takes a field away. */
  private async change(fields: {
    readonly standing?: number;
    readonly begun?: undefined;
  }): Promise<void> {
    const { partitions } = this.context;
    await partitions.transact(this.partition, (partition) => {
      const one = partition.records.get(deliveries, this.id);
      if (one === undefined) return undefined;
      const { begun, ...rest } = one;
      const next = 'begun' in fields || begun === undefined ? rest : { ...rest, begun };
      const changed = fields.standing === undefined ? next : { ...next, standing: fields.standing };
      return partitions.remember(partition, [put(deliveries, changed)], [], 'written');
    });
  }
}

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
