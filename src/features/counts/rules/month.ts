import type { Period } from '../../../core/reporting.ts';
import { addMonths, dateOf, isoDate, momentOf, monthOf } from '../../../core/time.ts';
import { shortDate } from '../../../core/when/index.ts';

/** The month in which a moment lies. */
export function monthAround(moment: number, zone: string): Period {
  const { year, month } = monthOf(dateOf(moment, zone));
  const next = addMonths(year, month, 1);
  return {
    from: momentOf(isoDate(year, month, 1), '00:00', zone),
    to: momentOf(isoDate(next.year, next.month, 1), '00:00', zone),
    title: { zh: `${month}月`, en: shortDate(moment, zone).en.replace(/^\d+ /, '') },
  };
}
