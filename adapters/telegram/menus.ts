import type { BotCommandScope } from 'grammy/types';
import type { Address, MenuItem } from '../../src/ports/chat.ts';
import type { Log } from '../../src/ports/log.ts';
import { type Client, TelegramError } from './client.ts';
import { later, type Timing } from './later.ts';

/** When the menus are tried again that could not be set, ms. */
const MENUS_AGAIN = 60_000;
/** A menu that one has to search is none. */
const MOST = 15;
/** Of these so many may be for those who act for a unit only. */
const OF_LIAISONS = 7;

/**
 * The menus of commands, by place and language. They only show: who may do what is decided when a
 * command is carried out. Members see everybody's commands; who acts for a unit sees more, in each
 * chat where they have spoken.
 */
export class Menus {
  private readonly client: Client;
  private readonly items: readonly MenuItem[];
  private readonly log: Log;
  private readonly shown = new Map<string, MenuItem['for']>();

  constructor(client: Client, items: readonly MenuItem[], log: Log) {
    this.client = client;
    this.items = items;
    this.log = log;
  }

  /** Sets the menus that everybody sees. */
  async setAll(): Promise<void> {
    await this.set({ type: 'all_group_chats' }, 'group', 'everybody');
    await this.set({ type: 'all_private_chats' }, 'private', 'everybody');
  }

  /**
   * Shows somebody in a chat the menu that is theirs; says nothing to Telegram when they see it
   * already.
   */
  show({ kind, chat }: Address, user: string, whose: MenuItem['for']): void {
    const key = `${chat}\n${user}`;
    if ((this.shown.get(key) ?? 'everybody') === whose) return;
    this.shown.set(key, whose);
    const scope: BotCommandScope =
      kind === 'private'
        ? { type: 'chat', chat_id: chat }
        : { type: 'chat_member', chat_id: chat, user_id: Number(user) };
    this.set(scope, kind, whose).catch((error: unknown) => {
      this.shown.delete(key);
      this.log.error('telegram: a menu was not set', error);
    });
  }

  /** Chinese is the language of whoever has none of their own here. */
  private async set(
    scope: BotCommandScope,
    place: 'group' | 'private',
    whose: MenuItem['for'],
  ): Promise<void> {
    const items = itemsFor(this.items, place, whose);
    for (const language of ['zh', 'en'] as const) {
      const commands = items.map(({ name, summary }) => ({
        command: name,
        description: summary[language].slice(0, 256),
      }));
      await this.client.call('setMyCommands', {
        commands,
        scope,
        ...(language === 'zh' ? {} : { language_code: 'en' }),
      });
    }
  }
}

/**
 * What one can use in a place, at most 15; who acts for a unit sees first what only they can do.
 */
export function itemsFor(
  items: readonly MenuItem[],
  place: 'group' | 'private',
  whose: MenuItem['for'],
): readonly MenuItem[] {
  const here = items.filter(({ where }) => where === 'anywhere' || where === place);
  const everybodys = here.filter((item) => item.for === 'everybody');
  if (whose === 'everybody') return everybodys.slice(0, MOST);
  const own = here
    .filter((item) => item.for === 'liaisons')
    .slice(0, Math.max(OF_LIAISONS, MOST - everybodys.length));
  return [...own, ...everybodys].slice(0, MOST);
}

/** Tried until it is done: whoever finds no menu does not know what to type. */
export function setMenus(menus: Menus, timing: Timing): void {
  menus.setAll().catch((error: unknown) => {
    if (timing.signal.aborted) return;
    timing.log.error('telegram: the menus were not set; trying again', error);
    const asked = error instanceof TelegramError ? error.retryAfter : 0;
    later(timing, Math.max(asked, MENUS_AGAIN), () => setMenus(menus, timing));
  });
}
