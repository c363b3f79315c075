import type { CommandContext } from '../../../../core/command.ts';
import { type Introduction, introductions } from '../../records.ts';

/** The introduction of a number that waits for the speaker, and which of the two they are. */
export function introductionFor(
  number: number,
  { records, person }: CommandContext,
): { readonly introduction: Introduction; readonly isOne: boolean } | undefined {
  const [introduction] = records.where(introductions, String(number));
  if (introduction === undefined) return undefined;
  const isOne = introduction.one.person === person.id;
  return isOne || introduction.other.person === person.id ? { introduction, isOne } : undefined;
}
