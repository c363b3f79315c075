import type { Period, ReportChart } from '../../../core/reporting.ts';
import { plain } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import type { RequestState } from '../records/index.ts';
import { claimableIn, resolvedIn } from '../rules/in-period.ts';
import { figureTexts } from '../texts/figures.ts';

/** The parts of a bar, and the states that each of them holds. */
const PARTS: readonly (readonly [keyof typeof figureTexts.parts, readonly RequestState[]])[] = [
  ['resolved', ['resolved']],
  ['inHand', ['claimed', 'underway', 'awaiting', 'held', 'handed']],
  ['open', ['open']],
];

/** What was asked in a period, by category, and how it stood at its end. */
export function categoryChart(period: Period, { records }: ViewContext): ReportChart {
  const found = claimableIn(period, records);
  const categories = [...new Set(found.map(({ request }) => request.category))];
  return {
    title: figureTexts.chartByCategory,
    labels: categories.map(plain),
    series: PARTS.map(([part, states]) => ({
      name: figureTexts.parts[part],
      values: categories.map(
        (category) =>
          found.filter(
            ({ request, progress }) =>
              request.category === category && states.includes(progress.state),
          ).length,
      ),
    })),
    stacked: true,
  };
}

/** What units resolved, in the order in which they first did; whoever did nothing is not in it. */
export function finishedChart(period: Period, { records }: ViewContext): ReportChart {
  const counts = new Map<string, number>();
  for (const { progress } of resolvedIn(period, records)) {
    const units = new Set(progress.claimants.flatMap(({ unit }) => unit ?? []));
    for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const known = [...counts].flatMap(([id, count]) => {
    const unit = unitOf(records, id);
    return unit === undefined ? [] : [{ name: unit.short[0] ?? unit.name, count }];
  });
  return {
    title: figureTexts.chartByUnit,
    labels: known.map(({ name }) => plain(name)),
    series: [{ name: figureTexts.parts.resolved, values: known.map(({ count }) => count) }],
    stacked: false,
  };
}
