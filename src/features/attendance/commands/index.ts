import { checkin } from './checkin.ts';
import { checkout } from './checkout.ts';
import { correct } from './correct.ts';
import { missing } from './missing.ts';
import { passcode } from './passcode.ts';
import { record } from './record.ts';
import { rollCall } from './roll-call.ts';
import { sheet } from './sheet.ts';
import { window } from './window.ts';

export const commands = [
  checkin,
  checkout,
  rollCall,
  missing,
  sheet,
  window,
  passcode,
  correct,
  record,
];
