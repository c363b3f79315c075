import { openBlobs } from '../../adapters/blobs.ts';
import { systemClock, systemRandom } from '../../adapters/clock-system/index.ts';
import { holidayFiles, OWN_HOLIDAYS } from '../../adapters/holiday-files/index.ts';
import { openStore } from '../../adapters/index.ts';
import type { ReadSettings } from '../../adapters/registration.ts';
import type { AdminContext } from '../../src/admin/index.ts';
import { createBot } from '../../src/bot.ts';
import { readSettings } from '../../src/config.ts';
import { featuresWith } from '../../src/features/index.ts';
import type { ByHand } from '../../src/ports/by-hand.ts';
import type { ChatAdapter } from '../../src/ports/chat.ts';
import type { Log } from '../../src/ports/log.ts';

/**
 * The bot in this process, on a store that no other runs on; not opened yet. @throws StoreLocked
 * when another does.
 */
export async function adminContextIn(
  folder: string,
  log: Log,
  byHand: readonly (ChatAdapter & ByHand)[] = [],
): Promise<AdminContext> {
  const onFatal = (error: unknown) => {
    throw error;
  };
  const clock = systemClock();
  const features = featuresWith(holidayFiles(OWN_HOLIDAYS));
  const settings: ReadSettings = (schema) => readSettings(schema, process.env);
  const store = await openStore({ settings, dataFolder: folder, log });
  const blobs = await openBlobs(settings, folder);
  const app = createBot({
    features: features,
    store,
    blobs,
    chats: byHand,
    clock,
    random: systemRandom,
    log,
    onFatal,
  });
  return { app, clock, random: systemRandom, byHand };
}
