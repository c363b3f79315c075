import type { Records } from '../../../core/collection.ts';
import { masked, maskedWish } from '../../../core/masking.ts';
import { shortened } from '../../../core/names.ts';
import { plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import { nameOf } from '../../../identity/people/index.ts';
import type { Claimant, Promised, Request } from '../records.ts';
import { cardTexts } from '../texts/cards.ts';

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

export function claimantText({ person, unit }: Claimant, records: Records): Text {
  const known = unitOf(records, unit);
  const unitName = known?.short[0] ?? known?.name ?? '';
  if (unit === undefined) return plain(nameOf(records, person ?? ''));
  return person === undefined
    ? plain(unitName)
    : cardTexts.unitAndPerson(unitName, nameOf(records, person));
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
  return sayWhen({ start, dateOnly, ...(end === undefined ? {} : { end }) }, context);
}

export function untilText(until: number, context: ViewContext): Text {
  return sayWhen({ start: until, dateOnly: true }, context);
}
