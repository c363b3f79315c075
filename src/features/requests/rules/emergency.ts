import { fold } from '../../../core/line.ts';
import type { Emergency } from '../records/index.ts';
import {
  ASIDE,
  CRIES,
  HAPPENS,
  NAMED,
  NOT_NOW,
  OF_A_CRY,
  PRESSING,
  SAID,
  SOMEBODY,
  TALK,
} from './emergency-words.ts';

/**
 * What was done to somebody at home, and who does not want to live, is not for everybody's ears: no
 * group is told of it by the bot.
 */
export function isForAllEars(kind: Emergency): boolean {
  return kind !== 'abuse' && kind !== 'life';
}

/** What a request reports that cannot wait: named in a clause that is about now. */
export function emergencyIn(text: string): Emergency | undefined {
  return named(NAMED, clausesNow(text));
}

/**
 * What somebody reports who speaks to the bot. Said once too often it does no harm there, so
 * `着火了怎么办` is answered too.
 */
export function emergencySaid(text: string): Emergency | undefined {
  const clauses = clausesNow(text);
  return named(NAMED, clauses) ?? (ASIDE.test(fold(text)) ? undefined : named(SAID, clauses));
}

function clausesNow(text: string): readonly string[] {
  return fold(text.slice(0, 500))
    .split(/[,，.。;；?？\n]/)
    .filter((clause) => !NOT_NOW.test(clause));
}

function named(words: typeof NAMED, clauses: readonly string[]): Emergency | undefined {
  // What happens and where may stand in two clauses.
  const whole = clauses.join('，');
  return words.find(([, pattern]) => pattern.test(whole))?.[0];
}

/** The longest cry. */
const SHORT = 40;

/** What is cried out where the bot is not spoken to; silence unless there can be no doubt. */
export function criedOut(text: string): Emergency | undefined {
  const said = fold(text).replace(/\s+/g, '');
  if (said.length > SHORT || TALK.test(said) || NOT_NOW.test(said)) return undefined;
  const length = cryIn(said);
  if (length === undefined) return undefined;
  return isAlone(said, length) || PRESSING.test(said) ? emergencySaid(text) : undefined;
}

/** Beside the cry stand more of what happens, to whom, and nothing else: 老人摔倒了，流血了. */
function isAlone(said: string, length: number): boolean {
  if (said.replace(/(?<![。.~～!！])[。.~～!！]+$/, '').length === length) return true;
  const left = OF_A_CRY.reduce((rest, words) => rest.replaceAll(words, ' '), said);
  return left.trim() === '';
}

/** So far before what happens stands whom it happens to, characters. */
const NEAR = 16;

/** How much of a text is the cry itself, characters. */
function cryIn(said: string): number | undefined {
  for (const { 0: happens, index } of said.matchAll(HAPPENS)) {
    const before = said.slice(Math.max(0, index - NEAR), index);
    const who = SOMEBODY.exec(before);
    if (who !== null) return before.length - who.index + happens.length;
  }
  for (const words of CRIES) {
    const cry = words.exec(said);
    if (cry !== null) return cry[0].length;
  }
  return undefined;
}
