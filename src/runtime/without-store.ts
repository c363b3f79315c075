import type { Outcome } from '../core/outcome.ts';
import { addressKey } from '../core/records.ts';
import { inLanguage, type Text } from '../core/text.ts';
import { MINUTE } from '../core/time.ts';
import { languageAt, renderView } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import { CommitFailed } from '../ports/store.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';
import { tellConvenors } from './tell-convenors.ts';
import { texts } from './texts.ts';

type Parts = Pick<RuntimeParts, 'partitions' | 'outbox' | 'chats' | 'clock'>;

/** How often a chat is told that nothing can be kept, ms. */
const TOLD_EVERY = 10 * MINUTE;

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
  /** Since when the store has kept nothing, as the convenors were told. */
  private toldConvenors: number | undefined;

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

  /** Tells the convenors of all alliances, once as long as it lasts. */
  async tellConvenors(): Promise<void> {
    const { refusal } = this.parts.partitions;
    if (refusal === undefined || refusal.since === this.toldConvenors) return;
    this.toldConvenors = refusal.since;
    await tellConvenors(texts.nothingKept(refusal.isFull), this.parts);
  }

  private tell({ address, id }: Incoming, { records }: Partition): void {
    const { clock, outbox, partitions } = this.parts;
    const chat = addressKey(address);
    const before = this.told.get(chat);
    const now = clock.elapsed();
    if (before !== undefined && now - before < TOLD_EVERY) return;
    this.told.set(chat, now);
    const said: Text = texts.notKept(partitions.refusal?.isFull === true);
    outbox.sayNow(address, inLanguage(said, languageAt(address, records)), { answers: id });
  }
}
