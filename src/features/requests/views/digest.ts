import type { Records } from '../../../core/collection.ts';
import { lines, plain, series, type Text } from '../../../core/text.ts';
import { DAY, dateOf, weekdayOf } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { shortDate } from '../../../core/when/index.ts';
import { groupsHeardByUnits, unitsGroups } from '../../../identity/alliance/index.ts';
import { type Request, type RequestState, requests } from '../records/index.ts';
import { cardTexts } from '../texts/cards.ts';
import { categoryText } from '../texts/categories.ts';
import { stateName } from '../texts/history.ts';
import { shown } from './words.ts';

const FINISHED = ['resolved', 'declined', 'handed', 'withdrawn'] as const;

/**
 * Open requests that the digest names, and for how long; then they are counted, and of themselves
 * told on Mondays.
 */
const NAMED = 4;

const NEW = 3 * DAY;

const MONDAY = 1;

/**
 * The morning digest: what is unclaimed, and what became of others since a moment. Nothing where
 * there is neither.
 */
export function digestText(
  group: string,
  from: number,
  alliance: string,
  context: ViewContext,
): Text | undefined {
  const { records } = context;
  const open = countIn(group, 'open', records);
  const became = FINISHED.flatMap((state) => {
    const numbers = since(from, group, state, records).map(({ number }) => `#${number}`);
    const more = numbers.length > 6 ? ` … ${numbers.length}` : '';
    return numbers.length === 0
      ? []
      : [cardTexts.becameSo(stateName[state], numbers.slice(0, 6).join(' ') + more)];
  });
  const named = newest(context.now - NEW + 1, group, records);
  const others = open - named.length;
  const isMonday = weekdayOf(dateOf(context.now, context.zone)) === MONDAY;
  if (named.length === 0 && became.length === 0 && (open === 0 || !isMonday)) return undefined;
  return lines(
    cardTexts.digest(alliance),
    became.length > 0 && cardTexts.became(became),
    named.length > 0 && cardTexts.unclaimed(open),
    ...named.map((one) => {
      const tail = series(
        [categoryText(one.category), shortDate(one.at, context.zone)],
        plain(' '),
      );
      return cardTexts.line(one.number, shown(one.text, one, context.records, 20), tail);
    }),
    others > 0 ? cardTexts.andMore(others) : named[0] && cardTexts.next.open(named[0].number),
  );
}

/**
 * A group's own requests, and those that belong to all; the units, who do them, hear of those of
 * other groups too.
 */
function keysFor(group: string, state: RequestState, records: Records): readonly string[] {
  const others = unitsGroups(records).some(({ id }) => id === group)
    ? groupsHeardByUnits(records).map(({ id }) => id)
    : [];
  return [...new Set([group, '', ...others])].map((one) => `${one} ${state}`);
}

function countIn(group: string, state: RequestState, records: Records): number {
  return keysFor(group, state, records).reduce(
    (sum, key) => sum + records.count(requests, 'byGroup', key),
    0,
  );
}

/**
 * The last of those that have been open since a moment. What was asked last has been open since
 * then, unless others were given back.
 */
function newest(moment: number, group: string, records: Records): readonly Request[] {
  const last = keysFor(group, 'open', records)
    .flatMap((key) => records.slice(requests, 'inGroup', key, -NAMED))
    .sort((a, b) => a.number - b.number)
    .slice(-NAMED);
  const areNew = last.length === NAMED && last.every((one) => one.since >= moment);
  return areNew ? last : since(moment, group, 'open', records).slice(-NAMED);
}

/** Those that have come into a state since a moment, in the order of their numbers. */
function since(
  moment: number,
  group: string,
  state: RequestState,
  records: Records,
): readonly Request[] {
  return keysFor(group, state, records)
    .flatMap((key) =>
      records.slice(
        requests,
        'byGroup',
        key,
        records.countBefore(requests, 'byGroup', key, moment),
      ),
    )
    .sort((a, b) => a.number - b.number);
}
