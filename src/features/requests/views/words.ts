import type { Records } from '../../../core/collection.ts';
import { maskedWish } from '../../../core/masked-names.ts';
import { masked } from '../../../core/masking.ts';
import { shortened } from '../../../core/names.ts';
import { plain, series, type Text } from '../../../core/text.ts';
import { DAY, dateOf, monthOf } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { sayWhen, shortDate } from '../../../core/when/index.ts';
import { nameOf, partyText } from '../../../identity/people/index.ts';
import type { Claimant, Promised, Request, Use } from '../records/index.ts';
import { cardTexts } from '../texts/cards.ts';
import { stateName } from '../texts/history.ts';
import { useTexts } from '../texts/uses.ts';

/** What everybody may read of somebody's words about a request. */
export function shown(
  words: string,
  request: Pick<Request, 'kind' | 'asker' | 'state'>,
  records: Records,
  longest = 60,
): string {
  // What was taken back is repeated to nobody.
  if (request.state === 'withdrawn') return '…';
  const line = words.replace(/\s+/g, ' ').trim();
  const open = request.kind === 'wish' ? maskedWish(line, [nameOf(records, request.asker)]) : line;
  return shortened(masked(open), longest);
}

/** Whether there is more to it than everybody may read. */
export function hidesSomething({ kind, discreet, text }: Request): boolean {
  return kind === 'wish' || discreet || masked(text) !== text;
}

/** The name of who asked, as everybody may read it. */
export function askerText({ kind, asker, discreet }: Request, records: Records): Text {
  if (discreet) return cardTexts.somebody;
  const name = nameOf(records, asker);
  return plain(kind === 'wish' ? `${[...name][0] ?? ''}**` : name);
}

/** Whoever does it: the unit with the person who acts for it, the person, or the activity. */
export function claimantText({ person, unit, activity }: Claimant, records: Records): Text {
  if (activity !== undefined) return plain(`E${activity.number}`);
  const party = partyText({ person, unit }, records);
  return unit === undefined || person === undefined
    ? party
    : cardTexts.unitAndPerson(party.zh, nameOf(records, person));
}

export function claimantsText(claimants: readonly Claimant[], records: Records): Text {
  const names = claimants.map((one) => claimantText(one, records));
  return series(names.filter(({ zh }, at) => names.findIndex((other) => other.zh === zh) === at));
}

export function promiseText(
  promised: Promised | undefined,
  context: ViewContext,
): Text | undefined {
  if (promised === undefined) return undefined;
  const { start, end, dateOnly } = promised;
  if (end !== undefined && isMonth(start, end, context.zone)) return monthText(start, context.zone);
  return sayWhen({ start, dateOnly, ...(end === undefined ? {} : { end }) }, context);
}

export function untilText(until: number, context: ViewContext): Text {
  return sayWhen({ start: until, dateOnly: true }, context);
}

/** When an offer is wanted, where a time was said. */
export function useTime(
  { start, end, dateOnly = false }: Pick<Use, 'start' | 'end' | 'dateOnly'>,
  context: ViewContext,
): Text | undefined {
  if (start === undefined) return undefined;
  if (end !== undefined && isMonth(start, end, context.zone)) return monthText(start, context.zone);
  return sayWhen({ start, dateOnly, ...(dateOnly || end === undefined ? {} : { end }) }, context);
}

/** Whether a span is a whole month: what is had by the month begins and ends on a first. */
function isMonth(start: number, end: number, zone: string): boolean {
  return end - start > 27 * DAY && [start, end].every((one) => dateOf(one, zone).endsWith('-01'));
}

function monthText(start: number, zone: string): Text {
  const { en } = shortDate(start, zone);
  return { zh: `${monthOf(dateOf(start, zone)).month}月`, en: en.replace(/^\d+ /, '') };
}

/** Where a request stands, in words; the use of an offer in words of its own. */
export function stateText({ state, use }: Request, records: Records): Text {
  if (use === undefined) return stateName[state];
  if (state === 'claimed') return useTexts.states.agreed;
  if (state !== 'open') return stateName[state];
  return use.isWaiting
    ? useTexts.states.waiting
    : useTexts.states.asked(claimantText(use.owner, records));
}
