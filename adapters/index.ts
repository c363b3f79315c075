import { z } from 'zod';
import type { ChatAdapter } from '../src/ports/chat.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { Log } from '../src/ports/log.ts';
import { Relay } from './relay/index.ts';
import type { Print } from './wechat/login.ts';
import { traits as wechat } from './wechat/traits.ts';

/** By which platforms are carried by hand, as `.env.example` lists it. */
export const byHand = z.object({
  RELAY: z
    .literal('wechat')
    .optional()
    .describe(
      'The platform that people carry by hand (npm run relay) where nothing else connects it: wechat',
    ),
});

/** What an adapter of a platform works with. */
interface Surroundings {
  /** Reads settings by their schema. @throws Error that names each one that cannot be used. */
  readonly settings: <T>(schema: z.ZodType<T>) => T;
  /** Where the bot keeps what it must not lose; an adapter's own state has a folder in it. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly print: Print;
}

/**
 * A platform: the variables of which one connects it, and how its chat is made. Its library is
 * loaded only then.
 */
interface Platform {
  readonly needs: readonly string[];
  readonly make: (surroundings: Surroundings) => Promise<ChatAdapter>;
}

/** Every platform there is; the one place where an adapter is registered. */
const platforms: Readonly<Record<string, Platform>> = {
  telegram: {
    needs: ['TELEGRAM_BOT_TOKEN'],
    make: async ({ settings: read, clock, log }) => {
      const { Telegram, understood } = await import('./telegram/index.ts');
      return new Telegram({ settings: read(understood), clock, log });
    },
  },
  wechat: {
    needs: ['WECHATY_PUPPET', 'RELAY'],
    // People can carry it by hand, also where nothing else connects it.
    make: async ({ settings: read, dataFolder, clock, log, print }) => {
      read(byHand);
      const { WECHATY_PUPPET: puppet } = read(z.object({ WECHATY_PUPPET: z.string().optional() }));
      if (puppet === undefined) return new Relay({ platform: 'wechat', traits: wechat, clock });
      const { Wechat, stateFolder, understood } = await import('./wechat/index.ts');
      const folder = stateFolder(dataFolder);
      const inner = new Wechat({ settings: read(understood), folder, clock, log, print });
      return new Relay({ platform: 'wechat', traits: wechat, clock, inner });
    },
  },
};

/** The chats that people can carry by hand. */
export function byHandOf(chats: readonly ChatAdapter[]): readonly Relay[] {
  return chats.filter((chat) => chat instanceof Relay);
}

/** The platforms that the environment connects. */
export function configured(
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return Object.keys(platforms).filter((name) =>
    platforms[name]?.needs.some((variable) => (environment[variable] ?? '') !== ''),
  );
}

/** Makes the chats of these platforms. */
export function chatsOf(
  names: readonly string[],
  surroundings: Surroundings,
): Promise<readonly ChatAdapter[]> {
  return Promise.all(names.flatMap((name) => platforms[name]?.make(surroundings) ?? []));
}
