import type { Feature } from '../../../core/feature.ts';
import { fold } from '../../../core/line.ts';
import type { Amount, Counted, Figure, Period, ReportPart } from '../../../core/reporting.ts';
import type { ViewContext } from '../../../core/view-context.ts';

/** What the features of an alliance report, in their order. */
export type ReportParts = readonly ReportPart[];

export function reportParts(features: readonly Feature[]): ReportParts {
  return features.flatMap(({ report }) => report ?? []);
}

/** A number with the rows behind it, as the records are now. */
interface Reckoned {
  readonly figure: Figure;
  readonly rows: readonly Counted[];
  readonly amount: Amount;
}

/** Every number of a period, by its name. */
export type Reckoning = ReadonlyMap<string, Reckoned>;

export function reckon(parts: ReportParts, period: Period, context: ViewContext): Reckoning {
  return reckonAll(figuresOf(parts, period, context), period, context);
}

/** The numbers that a period may have. */
export function figuresOf(
  parts: ReportParts,
  period: Period,
  context: ViewContext,
): readonly Figure[] {
  return parts.flatMap((part) => part.figures(period, context));
}

/** These numbers of a period, by their names. */
export function reckonAll(
  figures: readonly Figure[],
  period: Period,
  context: ViewContext,
): Reckoning {
  return new Map(
    figures.map((figure) => {
      const rows = figure.rows(period, context);
      return [figure.name, { figure, rows, amount: amountOf(rows) }];
    }),
  );
}

function amountOf(rows: readonly Counted[]): Amount {
  const sum = (some: readonly Counted[]) => some.reduce((total, { amount }) => total + amount, 0);
  return {
    value: sum(rows),
    members: sum(rows.filter(({ who }) => who === 'member')),
    residents: sum(rows.filter(({ who }) => who === 'resident')),
    estimated: rows.some(({ estimated }) => estimated === true),
  };
}

export const NONE: Amount = { value: 0, members: 0, residents: 0, estimated: false };

/** Of all services: resolved requests, counted services, what later features add. */
export function servicesIn(reckoning: Reckoning): number {
  return [...reckoning.values()]
    .filter(({ figure }) => figure.service)
    .reduce((total, { amount }) => total + amount.value, 0);
}

/** The figure that words name; the one whose name is nearest to the beginning where several fit. */
export function figureCalled(words: string, figures: readonly Figure[]): Figure | undefined {
  const said = fold(words).replace(/\s+/g, '');
  const namesOf = ({ title, words: others }: Figure) =>
    [title.zh, title.en, ...others].map((name) => fold(name).replace(/\s+/g, ''));
  return (
    figures.find((figure) => namesOf(figure).includes(said)) ??
    figures.find((figure) => namesOf(figure).some((name) => name.includes(said)))
  );
}

/** Rows of the same thing as one. */
export function byThing(rows: readonly Counted[]): readonly Counted[] {
  const found = new Map<string, Counted>();
  for (const row of rows) {
    const before = found.get(row.thing);
    const units = [...new Set([...(before?.units ?? []), ...row.units])];
    const amount = (before?.amount ?? 0) + row.amount;
    found.set(row.thing, { ...row, ...before, amount, units });
  }
  return [...found.values()];
}
