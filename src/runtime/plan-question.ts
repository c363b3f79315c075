import { put, type Remember } from '../core/collection.ts';
import type { Effect } from '../core/outcome.ts';
import { questionId, questions } from '../core/questions.ts';
import { addressKey } from '../core/records.ts';
import { lines, plain, series, type Text } from '../core/text.ts';
import { accountKey, render } from '../identity/people/index.ts';
import type { EffectContext } from './effects.ts';

type QuestionEffect = Extract<Effect, { kind: 'question' }>;

/** What is asked, each choice with its number, and the words that buttons say. */
export function questionText({ text, choices }: QuestionEffect): {
  readonly text: Text;
  readonly choices: readonly string[];
} {
  if (choices.length <= 1) return { text, choices: [] };
  const labels = choices.map(({ label }, at) => series([plain(`${at + 1}. `), label], plain('')));
  return { text: lines(text, ...labels), choices: choices.slice(0, 2).map((one) => one.typed) };
}

/** The record that waits for the answer of whoever was asked. */
export function waitingQuestion(
  { choices, open, declined, within }: QuestionEffect,
  { cause, now, records }: EffectContext,
): readonly Remember[] {
  if (cause?.sender === undefined) return [];
  const { address, sender } = cause;
  const labelled = choices.map(({ label, typed }) => ({
    label: render(label, address, records),
    typed,
  }));
  return [
    put(questions, {
      id: questionId(accountKey(address, sender), addressKey(address)),
      until: now + within,
      choices: labelled,
      ...(open === undefined ? {} : { open }),
      ...(declined === undefined ? {} : { declined }),
    }),
  ];
}
