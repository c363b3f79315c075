import type { DocumentView } from '../../../core/feature.ts';
import type { Cell, Period, ReportChart, TableExport } from '../../../core/reporting.ts';
import type { Text } from '../../../core/text.ts';
import { dateOf, timeOf } from '../../../core/time.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { allianceOf } from '../../../identity/alliance/index.ts';
import { published } from '../../../identity/people/index.ts';
import { type Report, reports } from '../records.ts';
import { NONE, type Reckoning, type ReportParts, reckonAll } from '../rules/amounts.ts';
import { byArea } from '../rules/by-area.ts';
import { byBranch } from '../rules/by-branch.ts';
import { type NamedPeriod, periodNamed } from '../rules/periods.ts';
import { documentTexts } from '../texts/documents.ts';
import { areaName } from '../texts/report.ts';
import { amountText } from './meaning.ts';
import { reportName, reportText } from './report.ts';
import { figuresWithServices } from './services.ts';

type Write = (text: Text | string) => string;

/** The name of the file of a table: of a period, with personal columns in private only. */
export function exportFile({ name }: TableExport, key: string, inPrivate: boolean): string {
  return `export:${name} ${key} ${inPrivate ? 'private' : 'group'}`;
}

/** A table of a feature as a file. */
export function exportView(tables: readonly TableExport[]): DocumentView {
  return {
    name: 'export',
    content: (id, write, context) => {
      const [name, key = '', reader] = id.split(' ');
      const table = tables.find((one) => one.name === name);
      if (table === undefined) return undefined;
      const inPrivate = reader === 'private';
      const sheet = sheetOf(table, periodNamed(key, context), inPrivate, write, context);
      return {
        name: `${write(table.title)}-${key}`,
        content: { kind: 'table', sheets: [sheet] },
      };
    },
  };
}

function sheetOf(
  { title, columns, rows }: TableExport,
  period: Period,
  inPrivate: boolean,
  write: Write,
  context: ViewContext,
) {
  const { records } = context;
  // A group reads names only of people who agreed.
  const writeCell: Write = (text) => (inPrivate ? write(text) : published(write(text), records));
  const shown = columns.filter(({ personal }) => inPrivate || personal !== true);
  return {
    title: `${write(title)} ${write(period.title)}`,
    columns: shown.map((column) => ({ title: write(column.title), width: column.width })),
    rows: rows(period, context, { inPrivate }).map((row) =>
      shown.map(({ cell }) => written(cell(row, context), writeCell, context.zone)),
    ),
  };
}

function written(cell: Cell, write: Write, zone: string) {
  if (cell === undefined) return null;
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string' || 'zh' in cell) return write(cell);
  return { date: `${dateOf(cell.date, zone)}T${timeOf(cell.date, zone)}` };
}

/** The charts of a report as one picture. */
export function chartView(parts: ReportParts): DocumentView {
  return {
    name: 'report-chart',
    content: (key, write, context) => {
      const period = periodNamed(key, context);
      const charts = chartsOf(parts, period, context);
      if (charts.length === 0) return undefined;
      const name = reportName(period);
      const title = documentTexts.chart(allianceOf(context.records).name, period.title);
      return {
        name: `${write(name)}-${key}`,
        content: {
          kind: 'charts',
          title: write(title),
          charts: charts.map((chart) => ({
            title: write(chart.title),
            labels: chart.labels.map(write),
            series: chart.series.map((one) => ({ ...one, name: write(one.name) })),
            stacked: chart.stacked,
          })),
        },
      };
    },
  };
}

function chartsOf(
  parts: ReportParts,
  period: NamedPeriod,
  context: ViewContext,
): readonly ReportChart[] {
  return parts
    .flatMap((part) => part.charts?.(period, context) ?? [])
    .filter(({ series }) => series.some(({ values }) => values.some((value) => value > 0)));
}

/** By branch and by area, as far as there are any; every one, where the chat has no room. */
function partTables(reckoning: Reckoning, write: Write, { records }: ViewContext) {
  const branches = byBranch(reckoning, records).map((row) => [
    row.name,
    ...[row.held, row.attended, row.services].map(String),
  ]);
  const areas = byArea(reckoning, records).map((row) => [
    areaName(row),
    ...[row.held, row.asked, row.resolved].map(String),
  ]);
  return [
    { ...documentTexts.branches, rows: branches },
    { ...documentTexts.areas, rows: areas },
  ].flatMap(({ title, head, rows }) =>
    rows.length === 0 ? [] : [{ title: write(title), head: head.map(write), rows }],
  );
}

/** A report as a document that people go on writing in: its lines, and every number's meaning. */
export function letterView(parts: ReportParts): DocumentView {
  return {
    name: 'report-letter',
    content: (key, write, context) => {
      const period = periodNamed(key, context);
      const reckoning = reckonAll(figuresWithServices(parts, period, context), period, context);
      const sent: Report | undefined = context.records.get(reports, key);
      const text = sent?.text ?? reportText(period, reckoning, parts, context);
      const [first = '', ...others] = write(text).split('\n');
      const numbers = [...reckoning.values()].map(({ figure, amount }) => [
        write(figure.title),
        write(amountText(figure, amount ?? NONE, reckoning)),
        write(figure.meaning),
      ]);
      const { head, numbersTitle } = documentTexts;
      return {
        name: `${write(reportName(period))}-${key}`,
        content: {
          kind: 'letter',
          title: first,
          paragraphs: others,
          tables: [
            { title: write(numbersTitle), head: head.map(write), rows: numbers },
            ...partTables(reckoning, write, context),
          ],
        },
      };
    },
  };
}
