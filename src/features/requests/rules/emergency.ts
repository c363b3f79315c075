import { fold } from '../../../core/line.ts';
import type { Emergency } from '../records.ts';
import { ASIDE, CRIES, NAMED, NOT_NOW, PRESSING, SAID, TALK } from './emergency-words.ts';

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
  const cry = CRIES.map((words) => words.exec(said)).find((found) => found !== null);
  if (cry === undefined || cry === null) return undefined;
  // Alone it needs nothing beside it.
  const isAlone = said.replace(/(?<![。.~～!！])[。.~～!！]+$/, '').length === cry[0].length;
  return isAlone || PRESSING.test(said) ? emergencySaid(text) : undefined;
}
