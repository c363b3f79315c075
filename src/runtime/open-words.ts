import type { Feature } from '../core/feature.ts';
import { mayActAs, type Role } from '../core/roles.ts';
import type { ViewContext } from '../core/view-context.ts';
import type { OpenWords } from '../understanding/quick-look.ts';

/** Whether all features tell what their subjects are known by. */
export function tellAll(features: readonly Feature[]): boolean {
  return features.every(
    ({ subjects, spokenOf }) => subjects === undefined || spokenOf !== undefined,
  );
}

/** What is open in an alliance, as far as features tell it before anything is looked up. */
export function openWordsIn(
  context: ViewContext,
  features: readonly Feature[],
  role: () => Role,
): OpenWords {
  const told = features.flatMap(({ spokenOf = [] }) => spokenOf);
  const of = (letter: string) => told.filter((one) => one.letter === letter);
  return {
    isFor: (minRole) => mayActAs(role(), minRole),
    // Of a letter that nobody tells of anything may be open.
    isAny: (letter) => of(letter).length === 0 || of(letter).some((one) => one.isAny(context)),
    known: (letter) => {
      const known = of(letter).map((one) => one.known?.(context));
      return known.length === 0 || known.includes(undefined)
        ? undefined
        : (piece) => known.some((is) => is?.(piece) === true);
    },
  };
}
