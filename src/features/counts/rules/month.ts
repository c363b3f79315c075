import type { Period } from '../../../core/reporting.ts';
import { dateOf, monthBegins, monthOf } from '../../../core/time.ts';
import { shortDate } from '../../../core/when/index.ts';

/** The month in which a moment lies. */
export function monthAround(moment: number, zone: string): Period {
  const { year, month } = monthOf(dateOf(moment, zone));
  return {
    from: monthBegins(year, month, zone),
    to: monthBegins(year, month + 1, zone),
    title: { zh: `${month}月`, en: shortDate(moment, zone).en.replace(/^\d+ /, '') },
  };
}
