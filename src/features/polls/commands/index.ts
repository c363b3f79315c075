import { adopt } from './adopt.ts';
import { cancelPoll, close } from './close.ts';
import { poll } from './poll.ts';
import { unvote, vote } from './vote.ts';

export const commands = [poll, vote, unvote, close, cancelPoll, adopt];
