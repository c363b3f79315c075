import { fold, type Line } from '../core/line.ts';
import type { Choice, Question } from '../core/questions.ts';
import { withoutPoliteness } from './politeness.ts';

/** What a message is to the question that its sender was asked. */
export type Answered =
  /** Carried out one after the other, as if they had been typed. */
  | { readonly kind: 'typed'; readonly messages: readonly string[] }
  /** Nothing of what was proposed. */
  | { readonly kind: 'declined' };

const YES =
  /^(是|是的|是啊|对|对的|对啊|嗯|嗯嗯|好|好的|要|可以|行|没错|确认|确定|yes|yeah|y|ok|okay)$/;
const NO =
  /^(不|不是|不对|不用|不用了|不要|不要了|算了|不了|没有|别|否|取消|no|nope|n|never ?mind)$/;
const ALL =
  /^(我?(都|全|全部|两个|两个都|都要|都去|都报|都参加|全都)(要|去|报|报名|参加|来)?|both|all)$/;
const ORDINAL = /^(?:第)?(?:([1-9]\d?)|([一二两三四五六七八九十]))(?:个|号|项|条)?$/;

/**
 * Reads a message as the answer to a question: by the number or the words of a choice, by yes where
 * one thing is asked, by any words where any will do.
 * @returns undefined where it is none.
 */
export function answerTo(line: Line, { choices, open, declined }: Question): Answered | undefined {
  const said = fold(withoutPoliteness(line, true).folded || line.folded).trim();
  const [only, ...others] = choices;
  if (NO.test(said))
    return declined === undefined ? { kind: 'declined' } : { kind: 'typed', messages: [declined] };
  if (only !== undefined && others.length === 0 && YES.test(said)) return typed(only);
  if (others.length > 0 && ALL.test(said)) return typed(...choices);
  const chosen = numbered(said, choices) ?? worded(said, choices);
  if (chosen !== undefined) return typed(chosen);
  return open === undefined || line.typed === ''
    ? undefined
    : { kind: 'typed', messages: [open.replace('{}', () => line.typed)] };
}

function typed(...choices: readonly Choice[]): Answered {
  return { kind: 'typed', messages: choices.map((one) => one.typed) };
}

function numbered(said: string, choices: readonly Choice[]): Choice | undefined {
  const [, digits, numeral] = ORDINAL.exec(said) ?? [];
  if (digits !== undefined) return choices[Number(digits) - 1];
  return numeral === undefined
    ? undefined
    : choices['一二三四五六七八九十'.indexOf(numeral.replace('两', '二'))];
}

/** The one choice whose label holds the words, `25号的` for one on the 25th. */
function worded(said: string, choices: readonly Choice[]): Choice | undefined {
  const plain = said
    .replace(/(?:那个|这个|那次|那场)?的?(?:吧|呗|啊|就行|好了)?$/, '')
    .replace(/^(我)?(选|要|是|去|报|参加)/, '');
  const words = comparable(plain);
  // 灯那个: of one character it is said that it points at something.
  const isPointing = words.length === 1 && /^.[那这]个/.test(said);
  if (words.length < 2 && !isPointing) return undefined;
  const ways = [(label: string) => label.includes(words), (label: string) => holds(label, words)];
  for (const fits of ways) {
    const fitting = choices.filter(({ label }) => fits(comparable(fold(label))));
    if (fitting.length === 1) return fitting[0];
  }
  return undefined;
}

/** 发群里 of 发到群里，不写名字: the characters stand there in their order, without a long gap. */
function holds(label: string, words: string): boolean {
  if (!/^\p{Script=Han}{3,}$/u.test(words)) return false;
  let at = label.indexOf(words[0] ?? '');
  for (const character of words.slice(1)) {
    const next = at < 0 ? -1 : label.indexOf(character, at + 1);
    if (next < 0 || next - at > 3) return false;
    at = next;
  }
  return at >= 0;
}

function comparable(text: string): string {
  return text.replace(/号/g, '日').replace(/[\s，,。.！!]/g, '');
}
