import { activity } from './commands/activity.ts';
import { chain } from './commands/chain.ts';
import { list } from './commands/list.ts';
import { signup } from './commands/signup.ts';
import { absent, withdraw } from './commands/withdraw.ts';

export const commands = [activity, signup, withdraw, absent, list, chain];
