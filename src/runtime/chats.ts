import type { Address, ChatAdapter } from '../ports/chat.ts';

type Own = Pick<Address, 'platform' | 'account'>;

/**
 * The chats of this process, by platform and by the bot's own account there. The only chat of a
 * platform stands for all accounts: a bot may have been given another one.
 */
export class Chats<T extends Pick<ChatAdapter, 'platform' | 'account'> = ChatAdapter> {
  private readonly byPlatform = new Map<string, readonly T[]>();

  constructor(chats: readonly T[] = []) {
    for (const chat of chats) this.byPlatform.set(chat.platform, [...this.on(chat.platform), chat]);
  }

  /** The chat that carries what is said at an address; undefined where none is connected. */
  of({ platform, account }: Own): T | undefined {
    const there = this.on(platform);
    return there.length === 1 ? there[0] : there.find((chat) => chat.account === account);
  }

  /** What a chat is called for machines: its platform, and the account where there are several. */
  nameOf({ platform, account }: { readonly platform: string; readonly account?: string }): string {
    return this.on(platform).length > 1 ? `${platform}:${account}` : platform;
  }

  /** Whether an address is one of this chat, among all. */
  isOf({ platform, account }: Pick<ChatAdapter, 'platform' | 'account'>, own: Own): boolean {
    return own.platform === platform && (this.on(platform).length === 1 || own.account === account);
  }

  all(): readonly T[] {
    return [...this.byPlatform.values()].flat();
  }

  private on(platform: string): readonly T[] {
    return this.byPlatform.get(platform) ?? [];
  }
}
