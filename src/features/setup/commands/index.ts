import { current } from './current.ts';
import { here } from './here.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';

export const commands = [setup, here, settings, current];
