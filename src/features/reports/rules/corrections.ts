import { daysKept } from '../../../core/keeping.ts';
import type { Period } from '../../../core/reporting.ts';
import type { Text } from '../../../core/text.ts';
import { DAY } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import type { Report, SentAmount } from '../records.ts';
import type { Reckoning } from './amounts.ts';

/** A number of a sent report that the records have changed since. */
export interface Correction {
  readonly figure: string;
  readonly title: Text;
  readonly measure: Text;
  readonly from: number;
  readonly to: number;
}

/** What has changed since a report was sent, or since a later one has told of it. */
export function correctionsOf(
  { amounts, told = [] }: Report,
  now: Reckoning,
  since: 'sent' | 'told',
): readonly Correction[] {
  const known = new Map(since === 'told' ? told.map(({ figure, value }) => [figure, value]) : []);
  return amounts.flatMap(({ figure, title, measure, value }) => {
    const from = known.get(figure) ?? value;
    const to = now.get(figure)?.amount.value ?? 0;
    return from === to ? [] : [{ figure, title, measure, from, to }];
  });
}

/** What the numbers are sums of. */
const COUNTED = ['requests', 'activities', 'votes', 'letters', 'projects', 'counts'] as const;

/** Whether nothing of a period can have gone because its keeping time is over. */
export function isKeptWhole({ from }: Period, { records, now }: ViewContext): boolean {
  const shortest = Math.min(...COUNTED.map((kind) => daysKept(kind, records)));
  return from >= now - shortest * DAY;
}

/** The numbers of a report, to be kept with it. */
export function sentAmounts(reckoning: Reckoning): readonly SentAmount[] {
  return [...reckoning.values()].map(({ figure, amount }) => {
    const { name, title, measure } = figure;
    return { figure: name, title, measure, value: amount.value };
  });
}
