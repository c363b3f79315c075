import { current } from './commands/current.ts';
import { here } from './commands/here.ts';
import { settings } from './commands/settings.ts';
import { setup } from './commands/setup.ts';

export const commands = [setup, here, settings, current];
