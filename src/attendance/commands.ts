import { checkin } from './commands/checkin.ts';
import { checkout } from './commands/checkout.ts';
import { correct } from './commands/correct.ts';
import { missing } from './commands/missing.ts';
import { passcode } from './commands/passcode.ts';
import { record } from './commands/record.ts';
import { rollCall } from './commands/roll-call.ts';
import { sheet } from './commands/sheet.ts';
import { window } from './commands/window.ts';

export const commands = [checkin, checkout, rollCall, missing, sheet, window, passcode, correct, record];
