import type { ChatMember, UserFromGetMe } from 'grammy/types';
import type { Address, GroupNotice, Incoming } from '../../src/ports/chat.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { type Client, TelegramError } from './client.ts';

/** How long a message waits for the answer, ms; without one nobody asks for a while, ms. */
const ANSWERS_WITHIN = 3_000;
const ASKED_AGAIN = 600_000;

type Hears = NonNullable<Incoming['hears']>;

/**
 * What the bot gets to hear in a group: with privacy mode on only what is meant for it, unless it
 * is an admin. Asked once for each group, then followed.
 */
export class Hearing {
  private readonly client: Client;
  private readonly me: UserFromGetMe;
  private readonly clock: Pick<Clock, 'elapsed'>;
  private readonly known = new Map<string, Hears>();
  /** Groups for which there was no answer, and when they may be asked about again, ms. */
  private readonly unknown = new Map<string, number>();

  constructor(client: Client, me: UserFromGetMe, clock: Pick<Clock, 'elapsed'>) {
    this.client = client;
    this.me = me;
    this.clock = clock;
  }

  async of({ kind, chat }: Address): Promise<{ hears?: Hears }> {
    if (kind === 'private') return {};
    if (this.me.can_read_all_group_messages) return { hears: 'all' };
    const known = this.known.get(chat) ?? (await this.ask(chat));
    return known === undefined ? {} : { hears: known };
  }

  changed(notice: GroupNotice, member: ChatMember | undefined): void {
    if (notice.kind !== 'moved' && member !== undefined)
      this.known.set(notice.address.chat, hearsAs(member));
  }

  /**
   * Not known when Telegram does not say soon: a message, and all that came with it, waits for the
   * answer.
   */
  private async ask(chat: string): Promise<Hears | undefined> {
    if (this.clock.elapsed() < (this.unknown.get(chat) ?? 0)) return undefined;
    try {
      const asked = { chat_id: chat, user_id: this.me.id };
      const member = await this.client.call(
        'getChatMember',
        asked,
        AbortSignal.timeout(ANSWERS_WITHIN),
      );
      this.known.set(chat, hearsAs(member));
    } catch (error) {
      if (!(error instanceof TelegramError)) throw error;
      this.unknown.set(chat, this.clock.elapsed() + ASKED_AGAIN);
    }
    return this.known.get(chat);
  }
}

function hearsAs({ status }: ChatMember): Hears {
  return status === 'administrator' || status === 'creator' ? 'all' : 'addressed';
}
