import type { Outcome } from '../core/outcome.ts';
import { addressKey } from '../core/records.ts';
import { inLanguage, type Text } from '../core/text.ts';
import { MINUTE } from '../core/time.ts';
import { languageAt, renderView } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import { CommitFailed, type Refusal } from '../ports/store.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';
import { storeTexts } from './store-texts.ts';
import { SILENT } from './store-trouble.ts';
import { tellConvenors } from './tell-convenors.ts';

type Parts = Pick<RuntimeParts, 'partitions' | 'outbox' | 'chats' | 'clock'>;

/** How often a chat is told that nothing can be kept, ms. */
const TOLD_EVERY = 10 * MINUTE;

/** How often it is looked whether what waits has to be told, ms. */
const LOOK_AGAIN = 1_000;

/** A message that was entered by hand could not be kept; whoever entered it is told. */
export class NotKept extends CommitFailed {}

/**
 * Answers while the store keeps nothing: a question from memory, without remembering it; whatever
 * would change something with the reason why it cannot.
 */
export class WithoutStore {
  private readonly parts: Parts;
  /** Chat → when it was told, by `Clock.elapsed`. */
  private readonly told = new Map<string, number>();
  /** Since when the store has kept nothing of alliances, as their convenors were told. */
  private readonly toldConvenors = new Map<string, number>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /**
   * A message is done with by this, also where its platform would give it again: whatever follows
   * in the chat would wait behind it, and nobody would be answered. @throws NotKept
   */
  async answer(outcome: Outcome, incoming: Incoming, partition: Partition): Promise<void> {
    const { address, id } = incoming;
    const { remember, effects } = outcome;
    const answers = effects.flatMap((effect) => (effect.kind === 'answer' ? [effect] : []));
    if (remember.length === 0 && answers.length === effects.length) {
      for (const effect of answers) {
        const { text, choices } = renderView(effect, address, partition.records);
        this.parts.outbox.sayNow(address, text, { answers: id, choices });
      }
      return;
    }
    // Whoever enters it by hand still has it before them.
    if (incoming.byHand) throw new NotKept('nothing can be kept now');
    this.tell(incoming, partition);
  }

  /** Tells the convenors of these alliances, once as long as it lasts. */
  async tellConvenors(alliances: readonly string[]): Promise<void> {
    const { partitions } = this.parts;
    const news = new Map<Refusal['why'], readonly string[]>();
    for (const alliance of alliances) {
      const refusal = partitions.refusal(alliance);
      if (refusal === undefined || refusal.since === this.toldConvenors.get(alliance)) continue;
      this.toldConvenors.set(alliance, refusal.since);
      news.set(refusal.why, [...(news.get(refusal.why) ?? []), alliance]);
    }
    for (const [why, names] of news)
      await tellConvenors(storeTexts.nothingKept(why), this.parts, names);
  }

  /** A message is being kept; where that takes long its chat is told. */
  async whileWaiting(
    incoming: Incoming,
    partition: string,
    work: () => Promise<unknown>,
  ): Promise<void> {
    const { clock, partitions } = this.parts;
    // Only a store beside the process can fail to answer.
    if (partitions.holding === undefined) return void (await work());
    const look = () => {
      const known = partitions.peek(partition);
      if (known !== undefined && partitions.refusal(partition)?.why === 'silent')
        this.tell(incoming, known, storeTexts.notKeptYet);
      else cancel = clock.after(LOOK_AGAIN, look);
    };
    let cancel = clock.after(SILENT, look);
    try {
      await work();
    } finally {
      cancel();
    }
  }

  private tell({ address, id }: Incoming, { name, records }: Partition, said?: Text): void {
    const { clock, outbox, partitions } = this.parts;
    const why = partitions.refusal(name)?.why ?? 'broken';
    const chat = addressKey(address);
    const before = this.told.get(chat);
    const now = clock.elapsed();
    if (before !== undefined && now - before < TOLD_EVERY) return;
    this.told.set(chat, now);
    const text = inLanguage(said ?? storeTexts.notKept(why), languageAt(address, records));
    outbox.sayNow(address, text, { answers: id, isOfStore: true });
  }
}
