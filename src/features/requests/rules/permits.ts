import type { Records } from '../../../core/collection.ts';
import type { DecisionContext, Speaker } from '../../../core/command.ts';
import { mayActAs } from '../../../core/roles.ts';
import { liaisonsOf, speaksFor, unitOfPerson } from '../../../identity/people/index.ts';
import { type Claimant, type Request, requests } from '../records/index.ts';

/* Who may speak for whom about a request. Roles come from the speaker's account. */

/** The speaker's own part in it, their unit's included. */
export function claimOf(request: Request, speaker: Speaker): Claimant | undefined {
  return (
    request.claimants.find((claimant) => claimant.person === speaker.id) ??
    request.claimants.find((one) => speaksFor(one, speaker))
  );
}

/** Whoever does it: claimants, and of a unit that has taken it on every member. */
export function worksOn(request: Request, speaker: Speaker): boolean {
  const { unit, role } = speaker;
  const ofUnit = request.claimants.some((one) => one.unit !== undefined && one.unit === unit);
  return claimOf(request, speaker) !== undefined || (ofUnit && mayActAs(role, 'member'));
}

/** Whether it has been silent so long that others were asked to see to it. */
export function isStuck({ state, prompted }: Request): boolean {
  const late = prompted?.kind === 'liaison' || prompted?.kind === 'convenor';
  return late && (state === 'claimed' || state === 'underway');
}

/**
 * The claim that a liaison may give back for its claimant: one of their own unit, any where it has
 * been silent.
 */
export function claimToFree(
  request: Request,
  { role, unit }: Speaker,
  records: Records,
): Claimant | undefined {
  if (!mayActAs(role, 'liaison')) return undefined;
  const theirs = request.claimants.find((one) => {
    const home = one.unit ?? unitOfPerson(records, one.person ?? '');
    return home !== undefined && home === unit;
  });
  return theirs ?? (role === 'convenor' || isStuck(request) ? request.claimants[0] : undefined);
}

/** Claimants, and the convenor for them. */
export function mayAct(request: Request, speaker: Speaker): boolean {
  return claimOf(request, speaker) !== undefined || speaker.role === 'convenor';
}

/** Who needs it, who wrote it down for them, and who needs the same. */
export function isAsker({ asker, reporter, seconds }: Request, { id }: Speaker): boolean {
  return asker === id || reporter === id || seconds.includes(id);
}

/** Whole texts are for who does it and who asked. */
export function mayReadWhole(request: Request, speaker: Speaker): boolean {
  return (
    isAsker(request, speaker) ||
    claimOf(request, speaker) !== undefined ||
    answersForUse(request, speaker)
  );
}

/** Whoever says yes or no to somebody who wants what they offer. */
export function answersForUse({ use }: Request, speaker: Speaker): boolean {
  return use !== undefined && speaksFor(use.owner, speaker);
}

/** What was said for the community alone is for who asked, who does it, and liaisons. */
export function mayKnowOf(request: Request, speaker: Speaker): boolean {
  const isTheirs = mayReadWhole(request, speaker) || mayActAs(speaker.role, 'liaison');
  return request.kept !== true || isTheirs;
}

/** Who asked and who does it, and whoever acts for a unit. */
export function mayAddPhotos(request: Request, speaker: Speaker): boolean {
  return mayReadWhole(request, speaker) || mayActAs(speaker.role, 'liaison');
}

/**
 * No number or face in a photo can be masked: they are for those who have a part in it and for
 * liaisons, and where nothing of its text is hidden for all members.
 */
export function maySeePhotos(
  request: Request,
  speaker: Speaker,
  hidden: boolean,
  records: Records,
): boolean {
  const hasPart = mayAddPhotos(request, speaker) || askersOf(request, records).includes(speaker.id);
  return hasPart || (!hidden && mayActAs(speaker.role, 'member'));
}

/** Everybody who asked, each once, for what was merged into it too. */
export function askersOf(
  { id, asker, reporter, seconds }: Request,
  records: Records,
): readonly string[] {
  const merged = records.slice(requests, 'duplicates', id);
  return [
    ...new Set([asker, reporter, ...seconds, ...merged.flatMap((one) => askersOf(one, records))]),
  ];
}

/**
 * Everybody who has a part in doing it: who claimed it, or where it is a unit's alone its liaisons.
 */
export function doersOf(
  claimants: readonly Claimant[],
  context: DecisionContext,
): readonly string[] {
  const doers = claimants.flatMap(({ person, unit }) =>
    person === undefined
      ? liaisonsOf(context.records)
          .filter((one) => one.unit === unit)
          .map(({ id }) => id)
      : [person],
  );
  return [...new Set(doers)];
}
