import { type Attack, attacksOn, textOf } from './attacks.ts';
import { Machine } from './machine.ts';

/** The steps of a linear pattern become twice as many with the text; a little more is allowed. */
const MOST_GROWTH = 2.2;
/** What is worth a second look: what ends at a limit of its own begins like what does not. */
const FIRST_GROWTH = 2.1;
/** However they grow, more steps than this for each character are too many. */
const MOST_EACH = 400;
/** A first look, and one where short loops have long come to their limits. */
const SHORT = 100;
const LONG = 600;

/** How a text makes a pattern take more and more steps for each character. */
export interface Excess {
  readonly attack: Attack;
  /** By how much the steps are multiplied where the text is doubled. */
  readonly growth: number;
  /** Steps for each character of the longer text; they are not counted much beyond the limit. */
  readonly each: number;
}

/** A text on which the steps of a pattern grow faster than the text, if one is found. */
export function excessOf(source: string, flags: string): Excess | undefined {
  const machine = new Machine(source, flags);
  for (const attack of attacksOn(source, flags)) {
    const first = growthFrom(machine, attack, SHORT);
    if (first.growth < FIRST_GROWTH && first.each <= MOST_EACH) continue;
    const found = growthFrom(machine, attack, LONG);
    if (found.growth > MOST_GROWTH || found.each > MOST_EACH) return found;
  }
  return undefined;
}

function growthFrom(machine: Machine, attack: Attack, length: number): Excess {
  const once = stepsOf(machine, textOf(attack, length));
  const twice = stepsOf(machine, textOf(attack, 2 * length));
  return { attack, growth: twice / once, each: twice / (2 * length) };
}

function stepsOf(machine: Machine, text: string): number {
  const before = machine.steps;
  machine.limit = before + 10 * MOST_EACH * text.length;
  machine.searchAll(text);
  return machine.steps - before;
}
