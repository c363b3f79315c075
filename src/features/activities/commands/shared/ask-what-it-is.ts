import { ask, type Outcome, refuse } from '../../../../core/outcome.ts';
import type { Unread } from '../../rules/plan-words.ts';
import { planningTexts, planUnread } from '../../texts/planning.ts';

/**
 * What a piece of a plan is that was not understood: a choice carries the plan out with it, and
 * where nothing can be chosen it is said what can be written. `typed` is the command with the plan.
 */
export function askWhatItIs({ piece, behind, mayBe }: Unread, typed: string): Outcome {
  const parts = typed.split(/([\s，,；;]+)/);
  const at = parts.lastIndexOf(piece);
  const name = parts.findLastIndex((part, index) => index < at && part.endsWith(behind));
  if (mayBe.length < 2 || at < 0 || name < 0) return refuse(planUnread(piece));
  const written = {
    place: parts.with(at, `@${piece}`),
    title: parts.with(name, `${parts[name]}${piece}`).toSpliced(at - 1, 2),
    about: parts.with(at, `说明 ${piece}`),
  };
  return ask(
    planningTexts.whatIsIt(piece),
    mayBe.map((one) => ({ label: planningTexts.mayBe[one], typed: written[one].join('') })),
  );
}
