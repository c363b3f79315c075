import { activity } from './commands/activity.ts';
import { callOff } from './commands/call-off.ts';
import { chain } from './commands/chain.ts';
import { list } from './commands/list.ts';
import { reschedule } from './commands/reschedule.ts';
import { signup } from './commands/signup.ts';
import { absent, withdraw } from './commands/withdraw.ts';

export const commands = [activity, reschedule, callOff, signup, withdraw, absent, list, chain];
