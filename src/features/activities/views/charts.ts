import type { Period, ReportChart } from '../../../core/reporting.ts';
import { plain, type Text } from '../../../core/text.ts';
import { DAY, dateOf, monthOf } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { heldIn, presentAt } from '../rules/held.ts';
import { titleOf } from '../rules/identifiers.ts';
import { figureTexts } from '../texts/figures.ts';

/** Up to this a period is shown activity by activity, and month by month beyond it, ms. */
const BY_ACTIVITY = 40 * DAY;

/** How many were there: members and residents. */
export function attendanceChart(period: Period, context: ViewContext): ReportChart {
  const { records, zone } = context;
  const isShort = period.to - period.from < BY_ACTIVITY;
  const bars = new Map<string, { label: Text; members: number; residents: number }>();
  for (const activity of heldIn(period, records)) {
    const { month } = monthOf(dateOf(activity.start, zone));
    const key = isShort ? activity.id : String(month);
    const label = isShort
      ? plain(`E${activity.number} ${titleOf(activity)}`)
      : figureTexts.month(month);
    const bar = bars.get(key) ?? { label, members: 0, residents: 0 };
    for (const { who, heads } of presentAt(activity, records))
      bar[who === 'member' ? 'members' : 'residents'] += heads;
    bars.set(key, bar);
  }
  const all = [...bars.values()];
  return {
    title: isShort ? figureTexts.chartByActivity : figureTexts.chartByMonth,
    labels: all.map(({ label }) => label),
    series: [
      { name: figureTexts.members, values: all.map(({ members }) => members) },
      { name: figureTexts.residents, values: all.map(({ residents }) => residents) },
    ],
    stacked: true,
  };
}
