import type { z } from 'zod';
import type { Chat } from '../src/ports/chat.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { Log } from '../src/ports/log.ts';

/** What an adapter of a platform works with. */
interface Surroundings {
  /** Reads settings by their schema. @throws Error that names each one that cannot be used. */
  readonly settings: <T>(schema: z.ZodType<T>) => T;
  /** Where the bot keeps what it must not lose; an adapter's own state has a folder in it. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Shows something on the machine's own screen. */
  readonly print: (text: string) => void;
}

/** A platform: the variable that connects it, and how its chat is made. Its library is loaded only then. */
interface Platform {
  readonly needs: string;
  readonly make: (surroundings: Surroundings) => Promise<Chat>;
}

/** Every platform there is; the one place where an adapter is registered. */
const platforms: Readonly<Record<string, Platform>> = {
  telegram: {
    needs: 'TELEGRAM_BOT_TOKEN',
    make: async ({ settings: read, clock, log }) => {
      const { Telegram, understood } = await import('./telegram/index.ts');
      return new Telegram({ settings: read(understood), clock, log });
    },
  },
  wechat: {
    needs: 'WECHATY_PUPPET',
    make: async ({ settings: read, dataFolder, clock, log, print }) => {
      const { Wechat, stateFolder, understood } = await import('./wechat/index.ts');
      return new Wechat({ settings: read(understood), folder: stateFolder(dataFolder), clock, log, print });
    },
  },
};

/** The platforms that the environment connects. */
export function configured(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.keys(platforms).filter((name) => (environment[platforms[name]?.needs ?? ''] ?? '') !== '');
}

/** Makes the chats of these platforms. */
export function chatsOf(names: readonly string[], surroundings: Surroundings): Promise<readonly Chat[]> {
  return Promise.all(names.flatMap((name) => platforms[name]?.make(surroundings) ?? []));
}
