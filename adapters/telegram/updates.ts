import type { Update, UserFromGetMe } from 'grammy/types';
import type { Address, Incoming, Notice } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import { CommitFailed } from '../../src/ports/store.ts';
import { InTurn } from '../in-turn.ts';
import type { Buttons } from './buttons.ts';
import type { Client } from './client.ts';
import type { Hearing } from './hearing.ts';
import { PressAnswer } from './press-answer.ts';
import { chatOf, type Decoded, decode, pressed } from './receive.ts';
import { texts } from './texts.ts';

export interface HandlingParts {
  readonly client: Client;
  readonly buttons: Buttons;
  readonly hearing: Hearing;
  readonly me: UserFromGetMe;
  readonly clock: Pick<Clock, 'now' | 'elapsed' | 'after'>;
  readonly log: Log;
  readonly receive: (incoming: Incoming) => Promise<void>;
  readonly notice: (notice: Notice) => Promise<void>;
}

/**
 * An update that fails this often for another reason than the store is given up, so that it cannot
 * block its chat.
 */
const MOST_TRIES = 5;

/** Handles updates: those of one chat one after another, chats without waiting for each other. */
export class Updates {
  private readonly parts: HandlingParts;
  private readonly chats = new InTurn();
  private readonly tries = new Map<number, number>();

  constructor(parts: HandlingParts) {
    this.parts = parts;
  }

  /**
   * Resolves when the effect of an update is durable, or it has none; until then it must not be
   * confirmed. Rejects, with all that follows in its chat, when it is to be delivered again.
   */
  handle(update: Update): Promise<void> {
    return this.chats.run(chatOf(update), () => this.attempt(update));
  }

  private async attempt(update: Update): Promise<void> {
    const { log } = this.parts;
    try {
      await this.carry(update);
      this.tries.delete(update.update_id);
    } catch (error) {
      const tries = (this.tries.get(update.update_id) ?? 0) + 1;
      this.tries.set(update.update_id, tries);
      log.error('telegram: an update could not be handled', error, {
        update: update.update_id,
        tries,
      });
      if (error instanceof CommitFailed || tries < MOST_TRIES) throw error;
      this.tries.delete(update.update_id);
    }
  }

  private async carry(update: Update): Promise<void> {
    const { receive, notice, hearing } = this.parts;
    const decoded = this.read(update);
    if (decoded.kind === 'said')
      return receive({ ...decoded.incoming, ...(await hearing.of(decoded.incoming.address)) });
    if (decoded.kind === 'notice') {
      hearing.changed(decoded.notice, decoded.member);
      return notice(decoded.notice);
    }
    if (decoded.kind === 'pressed') return this.press(decoded.query, decoded.address);
  }

  /** An update that cannot be read will not be readable the next time either. */
  private read(update: Update): Decoded {
    try {
      return decode(update, this.parts.me);
    } catch (error) {
      this.parts.log.error('telegram: an update could not be read', error, {
        update: update.update_id,
      });
      return { kind: 'nothing' };
    }
  }

  /**
   * A press is decided first and answered with what came of it. What is not for anybody, or comes
   * to nothing, only lets its button come to rest.
   */
  private async press(
    query: NonNullable<Update['callback_query']>,
    address: Address | undefined,
  ): Promise<void> {
    const { buttons, me, clock, receive, hearing } = this.parts;
    const press = buttons.pressed(query);
    const language = query.from.language_code?.startsWith('en') ? 'en' : 'zh';
    const answering = new PressAnswer(query.id, this.parts);
    if (press.kind !== 'words' || address === undefined) {
      void answering.answer(press.kind === 'words' ? '' : texts[press.kind][language]);
      return;
    }
    const incoming = pressed(query, press.words, address, me, clock.now(), answering);
    await receive({ ...incoming, ...(await hearing.of(address)) });
    answering.rest();
  }
}
