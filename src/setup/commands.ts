import { current } from './commands/current.ts';
import { here } from './commands/here.ts';
import { setup } from './commands/setup.ts';

export const commands = [setup, here, current];
