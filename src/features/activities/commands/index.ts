import { activity } from './activity.ts';
import { callOff } from './call-off.ts';
import { chain } from './chain.ts';
import { list } from './list.ts';
import { reschedule } from './reschedule.ts';
import { signup } from './signup.ts';
import { absent, withdraw } from './withdraw.ts';

export const commands = [activity, reschedule, callOff, signup, withdraw, absent, list, chain];
