import type { BoardRow, Period } from '../../../core/reporting.ts';
import { plain, series, type Text } from '../../../core/text.ts';
import { dateOf, monthBegins, monthOf } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { shortDate } from '../../../core/when/index.ts';
import { groups, unitOf } from '../../../identity/alliance/index.ts';
import { mayBeNamed, nameOf } from '../../../identity/people/index.ts';
import { type Request, requests } from '../records/index.ts';
import { resolvedIn } from '../rules/in-period.ts';
import { figureTexts } from '../texts/figures.ts';
import { shown } from './words.ts';

/** Of the words of a request, characters that stand on the board. */
const LONGEST = 28;

/** So many that wait are looked at. */
const MOST = 20;

/** What waits for a unit; what was finished this month, by which unit or, with consent, by whom. */
export function requestRows(context: ViewContext): readonly BoardRow[] {
  return [...openRows(context), ...finishedRows(context)];
}

function openRows({ records, zone }: ViewContext): readonly BoardRow[] {
  return records
    .slice(requests, 'sinceInState', 'open', 0, MOST)
    .filter((request) => isForWalls(request, { records }))
    .map((request): BoardRow => {
      const beside = series(
        [plain(request.category), figureTexts.since(shortDate(request.at, zone))],
        plain(' · '),
      );
      return {
        box: 'open',
        text: titleOf(request, { records }),
        beside,
        words: `认领 ${request.number}`,
      };
    });
}

function finishedRows(context: ViewContext): readonly BoardRow[] {
  const { records } = context;
  return resolvedIn(thisMonth(context), records)
    .filter(({ request }) => isForWalls(request, context))
    .toSorted((a, b) => b.progress.since - a.progress.since)
    .map(({ request, progress }): BoardRow => {
      const units = new Set(
        progress.claimants.flatMap(({ unit, person }) => {
          const known = unitOf(records, unit);
          if (known !== undefined) return [known.short[0] ?? known.name];
          const isNamed = person !== undefined && mayBeNamed(person, records);
          return isNamed ? [nameOf(records, person)] : [];
        }),
      );
      const beside = units.size === 0 ? {} : { beside: figureTexts.doneBy([...units].join('、')) };
      return { box: 'finished', text: titleOf(request, context), ...beside };
    });
}

/** What was said in private, for the community alone or for a branch hangs on no wall. */
function isForWalls(
  { kind, kept, discreet, group }: Request,
  { records }: Pick<ViewContext, 'records'>,
): boolean {
  const isForAll = group === undefined || records.get(groups, group)?.branch === undefined;
  return kind !== 'voice' && !kept && !discreet && isForAll;
}

function titleOf(request: Request, { records }: Pick<ViewContext, 'records'>): Text {
  return figureTexts.row(request.number, shown(request.text, request, records, LONGEST));
}

function thisMonth({ now, zone }: ViewContext): Period {
  const { year, month } = monthOf(dateOf(now, zone));
  return {
    from: monthBegins(year, month, zone),
    to: monthBegins(year, month + 1, zone),
    title: plain(String(month)),
  };
}
