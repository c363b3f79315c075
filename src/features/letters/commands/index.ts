import { anonymous } from './anonymous.ts';
import { askWriter } from './ask-writer.ts';
import { letter } from './letter.ts';
import { reply } from './reply.ts';
import { turn } from './turn.ts';

export const commands = [letter, reply, anonymous, askWriter, turn];
