import type { IgnoreReason } from '../../core/ignored.ts';
import { type Candidate, callsOnOthers, isPutDown, lacksNeeded } from './candidates.ts';
import type { WordingSituation } from './situation.ts';
import { isLoud } from './strength.ts';

/*
 * What keeps the bot from carrying out what it has read.
 */

/** Why a candidate is not carried out. */
export function doubtOf(best: Candidate, situation: WordingSituation): IgnoreReason | undefined {
  const isClear = isClearFor(best, situation);
  const unclear = unclearIn(best, situation);
  if (unclear !== undefined) return unclear;
  if (best.otherDay && best.named.length === 0 && best.strength !== 'sure' && !situation.addressed)
    return 'weak';
  if (!isLoud(best.strength) && !isClear) return 'weak';
  if (best.urges && callsOnOthers(best, situation)) return 'weak';
  const isCry = best.isExclaimed && !isLoud(best.strength);
  const isAside = best.remarks.length > 0 && best.strength !== 'sure' && (!isClear || isCry);
  return isAside ? 'remarks' : undefined;
}

/** Why what was said is no order. */
function unclearIn(best: Candidate, { addressed }: WordingSituation): IgnoreReason | undefined {
  if (best.isToOthers && !best.said.me) return addressed ? 'question' : 'talk';
  if (best.asks || best.isDoubtful) return 'question';
  return best.isWhole && !lacksNeeded(best) ? undefined : 'not-whole';
}

/** Whether there is no doubt what it is about. */
function isClearFor(
  best: Candidate,
  { addressed, references, fresh, subjects }: WordingSituation,
): boolean {
  const letter = best.wording.letter ?? '';
  const isNamed = best.named.some((one) => one.letter === letter);
  return (
    addressed || references.has(letter) || fresh.has(letter) || isNamed || isPutDown(best, subjects)
  );
}
