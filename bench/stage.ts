import { MemoryBlobs } from '../adapters/blobs-memory/index.ts';
import { SimulatedClock } from '../adapters/clock-simulated/index.ts';
import { systemRandom } from '../adapters/clock-system/index.ts';
import { silentLog } from '../adapters/log-pino/index.ts';
import { NamedChat } from '../adapters/terminal/chat.ts';
import { traits } from '../adapters/terminal/traits.ts';
import { createBot } from '../src/bot.ts';
import { exampleAlliance } from '../src/demo.ts';
import { features } from '../src/features/index.ts';
import type { Store } from '../src/ports/store.ts';
import { playCrowdedDay } from '../test/support/crowd.ts';
import { Player } from '../tools/play/player.ts';

const file = exampleAlliance();
const GROUP = file.groups[0]?.title ?? '';

/** The bot as it runs, in front of a chat that takes every message at once. */
export interface Running {
  /** Somebody speaks; resolves when what came of it is durable. */
  say(name: string, text: string): Promise<void>;
  /** Resolves when everything is sent and ticked off. */
  idle(): Promise<void>;
  stop(): Promise<void>;
  /** How many messages the chat has taken. */
  readonly sent: () => number;
}

/** A store in which `size` people have signed up, checked in, voted and asked. */
export async function prepared(openStore: () => Promise<Store>, size: number): Promise<number> {
  const player = new Player({ file, openStore, log: silentLog });
  await player.start();
  await playCrowdedDay(player, size);
  const now = player.clock.now();
  await player.stop();
  return now;
}

export async function running(store: Store, now: number): Promise<Running> {
  let sent = 0;
  const chat = new NamedChat({
    platform: 'terminal',
    traits,
    session: `bench-${now}`,
    show: () => {
      sent += 1;
    },
  });
  const bot = createBot({
    features,
    chats: [chat],
    store,
    blobs: new MemoryBlobs(),
    clock: new SimulatedClock(now),
    random: systemRandom,
    log: silentLog,
    onFatal: (error) => {
      throw error;
    },
  });
  await bot.start();
  await bot.idle();
  return {
    say: (name, text) => chat.say({ name, private: false, group: GROUP, text, photos: 0, at: now }),
    idle: () => bot.idle(),
    stop: () => bot.stop(),
    sent: () => sent,
  };
}
