import { adopt } from './commands/adopt.ts';
import { cancelPoll, close } from './commands/close.ts';
import { poll } from './commands/poll.ts';
import { unvote, vote } from './commands/vote.ts';

export const commands = [poll, vote, unvote, close, cancelPoll, adopt];
