import { between } from '../../../core/collection.ts';
import type { Counted, Figure, Period, ReportPart } from '../../../core/reporting.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { type ProjectEntry, projectEntries, projects } from '../records.ts';
import { figureTexts } from '../texts/exports.ts';
import { headline } from './index.ts';

/** What happened in a period: entries of one kind, each a row. */
function rowsOf(
  event: ProjectEntry['event'],
  period: Period,
  { records }: ViewContext,
): readonly Counted[] {
  return between(period, records, projectEntries, 'byEvent', event).flatMap((entry) => {
    const project = records.get(projects, entry.project);
    if (project === undefined) return [];
    const units = project.claims.flatMap(({ unit }) => unit ?? []);
    const isHidden = project.pair?.isHousehold === true;
    return [
      {
        thing: entry.id,
        amount: 1,
        units,
        line: () => (isHidden ? figureTexts.household : headline(project)),
      },
    ];
  });
}

const figures: readonly Figure[] = [
  {
    name: 'visits',
    title: figureTexts.visits,
    words: ['走访', '结对'],
    measure: figureTexts.times,
    meaning: figureTexts.visitsMean,
    rows: (period, context) => rowsOf('visit', period, context),
  },
  {
    name: 'projects-done',
    title: figureTexts.done,
    words: ['结项', '项目'],
    measure: figureTexts.items,
    meaning: figureTexts.doneMeans,
    rows: (period, context) => rowsOf('finish', period, context),
  },
];

/** What projects and pairs add to a report. */
export const projectReport: ReportPart = {
  figures: () => figures,
  lines: (amountOf) => {
    const visits = amountOf('visits').value;
    const done = amountOf('projects-done').value;
    return visits + done === 0 ? [] : [figureTexts.line(visits, done)];
  },
};
