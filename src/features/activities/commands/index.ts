import { checkin } from './attendance/checkin.ts';
import { checkinHours } from './attendance/checkin-hours.ts';
import { checkout } from './attendance/checkout.ts';
import { correct } from './attendance/correct.ts';
import { missing } from './attendance/missing.ts';
import { passcode } from './attendance/passcode.ts';
import { record } from './attendance/record.ts';
import { rollCall } from './attendance/roll-call.ts';
import { sheet } from './attendance/sheet.ts';
import { activity } from './organise/activity.ts';
import { callOff } from './organise/call-off.ts';
import { reschedule } from './organise/reschedule.ts';
import { absent } from './sign-up/absent.ts';
import { chain } from './sign-up/chain.ts';
import { list } from './sign-up/list.ts';
import { signup } from './sign-up/signup.ts';
import { withdraw } from './sign-up/withdraw.ts';

export const commands = [
  activity,
  reschedule,
  callOff,
  signup,
  withdraw,
  absent,
  list,
  chain,
  checkin,
  checkout,
  rollCall,
  missing,
  sheet,
  checkinHours,
  passcode,
  correct,
  record,
];
