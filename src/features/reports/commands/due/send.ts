import { put } from '../../../../core/collection.ts';
import { broadcast, type Outcome, remember, together } from '../../../../core/outcome.ts';
import { DAY } from '../../../../core/time.ts';
import { type Report, reports } from '../../records.ts';

/** What could not go out within this is not sent any more, ms. */
const LATEST = DAY;

/** A report goes out as it was frozen. */
export function sendReport(report: Report): Outcome {
  const { id, at, groups, text, sendAt } = report;
  return together(
    remember(put(reports, { ...report, state: 'sent' })),
    broadcast({
      id: `report:${id}:${at}`,
      groups,
      text,
      choices: [],
      planned: sendAt,
      deadline: sendAt + LATEST,
      atAnyHour: false,
      publishes: true,
      documents: [`report-chart:${id}`],
    }),
  );
}
