import { checkin } from './commands/checkin.ts';
import { correct } from './commands/correct.ts';
import { passcode } from './commands/passcode.ts';
import { record } from './commands/record.ts';

export const commands = [checkin, passcode, correct, record];
