import { lines, plain, series, type Text } from '../../../core/text.ts';
import { DAY, dateOf, weekdayOf } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import type { Request } from '../records.ts';
import { cardTexts } from '../texts/cards.ts';
import { stateName } from '../texts/history.ts';
import { shortDate, shown } from './words.ts';

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
  all: readonly Request[],
  from: number,
  alliance: string,
  context: ViewContext,
): Text | undefined {
  const open = all.filter(({ state }) => state === 'open');
  const became = FINISHED.flatMap((state) => {
    const numbers = all
      .filter((one) => one.state === state && one.since >= from)
      .map(({ number }) => `#${number}`);
    const more = numbers.length > 6 ? ` … ${numbers.length}` : '';
    return numbers.length === 0
      ? []
      : [cardTexts.becameSo(stateName[state], numbers.slice(0, 6).join(' ') + more)];
  });
  const fresh = open.filter(({ since }) => context.now - since < NEW);
  const named = fresh.slice(-NAMED);
  const others = open.length - named.length;
  const isMonday = weekdayOf(dateOf(context.now, context.zone)) === MONDAY;
  if (fresh.length === 0 && became.length === 0 && (open.length === 0 || !isMonday))
    return undefined;
  return lines(
    cardTexts.digest(alliance),
    became.length > 0 && cardTexts.became(became),
    named.length > 0 && cardTexts.unclaimed(open.length),
    ...named.map((one) => {
      const tail = series([plain(one.category), shortDate(one.at, context.zone)], plain(' '));
      return cardTexts.line(one.number, shown(one.text, one, context.records, 20), tail);
    }),
    others > 0 ? cardTexts.andMore(others) : named[0] && cardTexts.next.open(named[0].number),
  );
}
