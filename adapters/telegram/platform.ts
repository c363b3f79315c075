import type { Platform } from '../registration.ts';
import { settings, understood } from './settings.ts';
import { title, traits } from './traits.ts';

export const telegram: Platform = {
  title,
  traits,
  settings,
  understood,
  connectedBy: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_BOT_TOKENS'],
  check: async (read) => {
    const { checkTokens } = await import('./check.ts');
    return checkTokens(read(understood));
  },
  make: async ({ settings: read, clock, log }) => {
    const { Telegram } = await import('./index.ts');
    return read(understood).map((settings) => new Telegram({ settings, clock, log }));
  },
};
