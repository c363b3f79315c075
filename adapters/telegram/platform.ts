import type { Platform } from '../registration.ts';
import { settings, understood } from './settings.ts';
import { title, traits } from './traits.ts';

export const telegram: Platform = {
  title,
  traits,
  settings,
  connectedBy: 'TELEGRAM_BOT_TOKEN',
  check: async (read) => {
    const { checkToken } = await import('./check.ts');
    return checkToken(read(understood));
  },
  make: async ({ settings: read, clock, log }) => {
    const { Telegram } = await import('./index.ts');
    return new Telegram({ settings: read(understood), clock, log });
  },
};
