import { dueRule, type Feature, feature } from '../../core/feature.ts';
import { keeps, stays } from '../../core/keeping.ts';
import { sendReport } from './commands/due/send.ts';
import { commandsOver } from './commands/index.ts';
import { draftReports } from './commands/shared/send-report.ts';
import { reportDrafts, reports } from './records.ts';
import { reportParts } from './rules/amounts.ts';
import { chartView, exportView, letterView } from './views/documents.ts';

export { readPeriod } from './rules/periods.ts';
export { monthNumbers } from './views/month-numbers.ts';

/**
 * What was done in a month, a quarter or a year, in numbers with a meaning: put together from what
 * each of these features declares as its `report`.
 */
export function reportsFeature(of: readonly Feature[]): Feature {
  const parts = reportParts(of);
  const tables = of.flatMap((one) => one.exports);
  return feature({
    name: 'reports',
    collections: [reports, reportDrafts],
    keeps: [keeps({ collection: reportDrafts, as: 'attempts', since: ({ at }) => at })],
    stays: [stays('history', reports)],
    commands: commandsOver(parts, tables),
    documents: [exportView(tables), chartView(parts), letterView(parts)],
    drafts: draftReports(parts),
    dueRules: [
      dueRule({
        name: 'a report goes out',
        collection: reports,
        at: ({ state, sendAt }) => (state === 'confirmed' ? sendAt : undefined),
        fire: sendReport,
      }),
    ],
  });
}
