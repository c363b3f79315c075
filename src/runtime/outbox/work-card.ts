import type { Delivery } from '../../core/records.ts';
import { inLanguage, type Language, type Text } from '../../core/text.ts';
import { texts } from '../texts.ts';
import type { OutboxContext } from './context.ts';
import { post } from './post.ts';

/** What takes longer than this says how far it is, ms. */
const LONG = 3_000;

/**
 * Says how far long work for an answer is, on one message that is edited, where the platform can.
 * Elsewhere it says nothing: there the answer alone comes, at the end. It is never kept: after a
 * restart the work begins anew, and so does its card.
 */
export class WorkCard {
  private readonly context: OutboxContext;
  private done = 0;
  private all = 0;
  private messageId: string | undefined;
  private cancel: (() => void) | undefined;
  /** One after another, so that the last word stands. */
  private writing: Promise<void> = Promise.resolve();
  private show: (text: Text) => void = () => {};

  constructor(context: OutboxContext) {
    this.context = context;
  }

  /**
   * The work for an answer begins. Tried again, it goes on with the same card.
   * @returns what is to be told how far it is.
   */
  begin(one: Delivery, language: Language): (done: number, all: number) => void {
    if (this.context.chats.of(one.to)?.traits.edits !== true) return () => {};
    this.show = (text) => {
      this.writing = this.writing.then(() => this.write(one, inLanguage(text, language)));
    };
    return (done, all) => {
      [this.done, this.all] = [done, all];
      if (all > 0 && this.cancel === undefined)
        this.cancel = this.context.clock.after(LONG, () => this.tell());
      if (this.messageId !== undefined && done < all) this.tell();
    };
  }

  /** Nothing is left to be made: the card says so before the answer comes. */
  async end(): Promise<void> {
    this.cancel?.();
    await this.writing;
    if (this.messageId === undefined) return;
    this.show(this.done === 0 ? texts.noDocument : texts.filesMade(this.done));
    await this.writing;
  }

  private tell(): void {
    this.show(texts.filesInWork(this.done, this.all));
  }

  private async write({ to, answers, topic }: Delivery, text: string): Promise<void> {
    const later = await this.context.chats.of(to)?.acquireSlot?.(to, false);
    // Without room it is silent: the answer matters more.
    if (later !== undefined && later > 0) return;
    const posted = await post(this.context, {
      to,
      text,
      choices: [],
      silent: true,
      ...(answers === undefined ? {} : { answers }),
      ...(topic === undefined ? {} : { topic }),
      ...(this.messageId === undefined ? {} : { replaces: this.messageId }),
    });
    if (posted.outcome === 'sent') this.messageId = posted.messageId;
  }
}
