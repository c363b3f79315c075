import type { Figure, Period } from '../../../core/reporting.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { figuresOf, type ReportParts } from '../rules/amounts.ts';
import { reportTexts } from '../texts/report.ts';

/** The numbers that a period may have, and the services that several of them make together. */
export function figuresWithServices(
  parts: ReportParts,
  period: Period,
  context: ViewContext,
): readonly Figure[] {
  const figures = figuresOf(parts, period, context);
  const services: Figure = {
    name: 'services',
    words: ['服务', '提供服务'],
    ...reportTexts.services,
    rows: (when, now) =>
      figures.flatMap((figure) => (figure.service ? figure.rows(when, now) : [])),
  };
  return [...figures, services];
}
