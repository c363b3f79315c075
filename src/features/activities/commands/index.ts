import { absent } from './absent.ts';
import { activity } from './activity.ts';
import { sheet } from './attendance-sheet.ts';
import { callOff } from './call-off.ts';
import { chain } from './chain.ts';
import { checkin } from './checkin.ts';
import { checkinHours } from './checkin-hours.ts';
import { checkout } from './checkout.ts';
import { correct } from './correct.ts';
import { enter } from './enter.ts';
import { list } from './list.ts';
import { missing } from './missing.ts';
import { passcode } from './passcode.ts';
import { recap } from './recap.ts';
import { record } from './record.ts';
import { reschedule } from './reschedule.ts';
import { rollCall } from './roll-call.ts';
import { signup } from './signup.ts';
import { withdraw } from './withdraw.ts';

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
  enter,
  recap,
];
