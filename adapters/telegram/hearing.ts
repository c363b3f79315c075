import type { ChatMember, UserFromGetMe } from 'grammy/types';
import type { Address, Incoming, PlaceNotice } from '../../src/ports/chat.ts';
import { type Client, TelegramError } from './client.ts';

type Hears = NonNullable<Incoming['hears']>;

/**
 * What the bot gets to hear in a group: with privacy mode on only what is meant for it, unless it is an admin. Asked once
 * for each group, then followed.
 */
export class Hearing {
  private readonly client: Client;
  private readonly me: UserFromGetMe;
  private readonly known = new Map<string, Hears>();

  constructor(client: Client, me: UserFromGetMe) {
    this.client = client;
    this.me = me;
  }

  async of({ kind, chat }: Address): Promise<{ hears?: Hears }> {
    if (kind === 'private') return {};
    if (this.me.can_read_all_group_messages) return { hears: 'all' };
    const known = this.known.get(chat) ?? (await this.ask(chat));
    return known === undefined ? {} : { hears: known };
  }

  changed(notice: PlaceNotice, member: ChatMember | undefined): void {
    if (notice.kind !== 'moved' && member !== undefined) this.known.set(notice.address.chat, hearsAs(member));
  }

  /** Not known when Telegram does not say; asked again with the next message. */
  private async ask(chat: string): Promise<Hears | undefined> {
    try {
      const member = await this.client.call('getChatMember', { chat_id: chat, user_id: this.me.id });
      this.known.set(chat, hearsAs(member));
    } catch (error) {
      if (!(error instanceof TelegramError)) throw error;
    }
    return this.known.get(chat);
  }
}

function hearsAs({ status }: ChatMember): Hears {
  return status === 'administrator' || status === 'creator' ? 'all' : 'addressed';
}
