import { type Outcome, refuse } from './outcome.ts';
import { lines, type Text } from './text.ts';

/** Of several that may be meant so many are named, and so many offered as words to type. */
const NAMED = 5;
const OFFERED = 2;

/** The one that somebody means, or what to answer where it is not clear or cannot be. */
export type Meant<T, A = Outcome> = { readonly one: T } | { readonly answer: A };

/** How a thing is found by its number. */
export interface ByNumber<T, A = Outcome> {
  /** Whichever has the number, whether it fits or not. */
  readonly find: (number: number) => T | undefined;
  readonly fits: (one: T) => boolean;
  readonly noSuch: (number: number) => A;
  /** What to answer of one that does not fit. */
  readonly unfit: (one: T) => A;
}

/** How a thing is found where no number was said. */
export interface ByFitting<T> extends ByNumber<T> {
  /** All that may be meant here, the likeliest first. */
  readonly all: () => readonly T[];
  /** What to answer where nothing fits. */
  readonly none: () => Outcome;
  /** Names one of several. */
  readonly headline: (one: T) => Text;
  /** So many more fit than are named. */
  readonly more?: (count: number) => Text;
  /** Asks which of several it is, with an example of what to type. */
  readonly whichOne: (choices: Text, example: string) => Text;
  /** What was said, with the number of the one in it. */
  readonly example: (one: T) => string;
}

/** The one of this number. */
export function theNumbered<T, A>(number: number, by: ByNumber<T, A>): Meant<T, A> {
  const one = by.find(number);
  if (one === undefined) return { answer: by.noSuch(number) };
  return by.fits(one) ? { one } : { answer: by.unfit(one) };
}

/** The one of this number; where none was said, the only one that fits. */
export function theOneMeant<T>(number: number | undefined, by: ByFitting<T>): Meant<T> {
  if (number !== undefined) return theNumbered(number, by);
  const fitting = by.all().filter(by.fits);
  const [first] = fitting;
  if (first === undefined) return { answer: by.none() };
  if (fitting.length === 1) return { one: first };
  const hidden = fitting.length - NAMED;
  const choices = lines(
    ...fitting.slice(0, NAMED).map(by.headline),
    hidden > 0 && by.more?.(hidden),
  );
  const words = fitting.slice(0, OFFERED).map(by.example);
  return { answer: refuse(by.whichOne(choices, by.example(first)), ...words) };
}
