import { adopt } from './adopt.ts';
import { cancelPoll } from './cancel-poll.ts';
import { close } from './close.ts';
import { poll } from './poll.ts';
import { unvote } from './unvote.ts';
import { vote } from './vote.ts';

export const commands = [poll, vote, unvote, close, cancelPoll, adopt];
