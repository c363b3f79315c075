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
  const find = (letter: string) => {
    for (const { spokenOf } of features)
      for (const one of spokenOf ?? []) if (one.letter === letter) return one;
    return undefined;
  };
  return {
    isFor: (minRole) => mayActAs(role(), minRole),
    isAny: (letter) => find(letter)?.isAny(context) ?? true,
    known: (letter) => find(letter)?.known?.(context),
  };
}
