import { z } from 'zod';
import { collection } from './collection.ts';

/** One answer that the bot can take: what it is called there, and the words that it stands for. */
const choice = z.object({
  /** As printed behind its number: `E1 服务日 11月25日`. Words of it answer, too. */
  label: z.string(),
  /** The message that is carried out as if the person had typed it: `报名 E1`. */
  typed: z.string(),
});
export type Choice = z.infer<typeof choice>;

/**
 * What the bot has asked one person in one chat, and still waits to hear. Its id is `questionId`.
 * It gives way to the person's next command.
 */
export const questions = collection(
  'questions',
  z.object({
    id: z.string(),
    /** Ms since the epoch: an answer that comes later is talk. */
    until: z.int(),
    choices: z.array(choice),
    /** Where any words answer: the message to carry out, with `{}` for them: `需求 {}`. */
    open: z.string().optional(),
    /** Where they say no: the message to carry out. */
    declined: z.string().optional(),
  }),
);
export type Question = z.infer<(typeof questions)['schema']>;

/** One question for each account in each chat. `chat` is an `addressKey`. */
export function questionId(account: string, chat: string): string {
  return JSON.stringify([account, chat]);
}
