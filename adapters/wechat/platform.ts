import type { Platform } from '../registration.ts';
import { settings, understood } from './settings.ts';
import { stateFolder } from './state.ts';
import { title, traits } from './traits.ts';

export const wechat: Platform = {
  title,
  traits,
  settings,
  understood,
  connectedBy: ['WECHATY_PUPPET'],
  byHand: true,
  make: async ({ settings: read, dataFolder, clock, log, print }) => {
    const { Wechat } = await import('./index.ts');
    const folder = stateFolder(dataFolder);
    return [new Wechat({ settings: read(understood), folder, clock, log, print })];
  },
};
