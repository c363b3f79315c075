import type { Records } from '../../../core/collection.ts';
import { lines, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { allianceOf } from '../../../identity/alliance/index.ts';
import { type Report, reports } from '../records.ts';
import { NONE, type Reckoning, type ReportParts, reckon, servicesIn } from '../rules/amounts.ts';
import { byArea } from '../rules/by-area.ts';
import { byBranch, finishers } from '../rules/by-branch.ts';
import { type Correction, correctionsOf, isKeptWhole } from '../rules/corrections.ts';
import { type NamedPeriod, periodBefore } from '../rules/periods.ts';
import { reportTexts } from '../texts/report.ts';

/** A report has so many lines; those of branches, areas and finishers give way. */
const MOST_LINES = 16;

/** Corrections that one line names. */
const CORRECTIONS = 6;

/** Units that one line names. */
const FINISHERS = 8;

export function reportName({ title, length }: NamedPeriod): Text {
  return reportTexts.name(title, length);
}

/** The report as groups read it. */
export function reportText(
  period: NamedPeriod,
  reckoning: Reckoning,
  parts: ReportParts,
  context: ViewContext,
): Text {
  const { records } = context;
  const title = reportTexts.title(reportName(period), allianceOf(records).name);
  return lines(title, bodyText(period, reckoning, parts, context));
}

/** The same under another first line. */
export function bodyText(
  period: NamedPeriod,
  reckoning: Reckoning,
  parts: ReportParts,
  context: ViewContext,
): Text {
  const { records } = context;
  const own = parts.flatMap((part) =>
    part.lines((name) => reckoning.get(name)?.amount ?? NONE, part.figures(period, context)),
  );
  const last = [earlierText(period, parts, context), sentenceText(period, reckoning)].flatMap(
    (line) => line ?? [],
  );
  const left = MOST_LINES - 2 - own.length - last.length;
  const more = moreLines(reckoning, records, left);
  return lines(...own, ...more, ...last, reportTexts.howItCounts);
}

/** What finds room: the finishers first, then all branches or none, then all areas or none. */
function moreLines(reckoning: Reckoning, records: Records, room: number): readonly Text[] {
  const done = finishers(reckoning, records).slice(0, FINISHERS);
  const branches = byBranch(reckoning, records).map(reportTexts.branch);
  const areas = byArea(reckoning, records).map(reportTexts.area);
  let left = room - (done.length > 0 ? 1 : 0);
  const shown = [branches.length > 1 ? branches : [], areas].flatMap((rows) => {
    if (rows.length > left) return [];
    left -= rows.length;
    return rows;
  });
  return [...shown, ...(done.length > 0 ? [reportTexts.finishers(done)] : [])];
}

/** `11月共开展活动4场，提供服务15次，惠及居民约210人次`. */
function sentenceText({ title }: NamedPeriod, reckoning: Reckoning): Text {
  const { value, estimated } = reckoning.get('served')?.amount ?? NONE;
  return reportTexts.sentence(title, {
    held: reckoning.get('held')?.amount.value ?? 0,
    services: servicesIn(reckoning),
    served: value,
    about: estimated,
  });
}

/** What the report before this one would say otherwise today. */
function earlierText(
  period: NamedPeriod,
  parts: ReportParts,
  context: ViewContext,
): Text | undefined {
  const before = earlierReport(period, context);
  return before && correctionsText(before.period, before.report, 'told', parts, context);
}

/** The report before this one, once it was sent. */
export function earlierReport(
  period: NamedPeriod,
  context: ViewContext,
): { readonly period: NamedPeriod; readonly report: Report } | undefined {
  const before = periodBefore(period, context);
  const report = context.records.get(reports, before.key);
  return report?.state === 'sent' ? { period: before, report } : undefined;
}

/** What was corrected after a report was sent. */
export function correctionsText(
  period: NamedPeriod,
  report: Report,
  since: 'sent' | 'told',
  parts: ReportParts,
  context: ViewContext,
): Text | undefined {
  // What went with its keeping time was no mistake.
  if (!isKeptWhole(period, context)) return undefined;
  const found = correctionsOf(report, reckon(parts, period, context), since);
  if (found.length === 0) return undefined;
  const named = found.slice(0, CORRECTIONS).map(correctionText);
  return reportTexts.corrections(reportName(period), named);
}

function correctionText({ title, from, to }: Correction): Text {
  return reportTexts.correction(title, from, to);
}

/** The titles of groups, the first few of them. */
export function groupsText(groups: readonly { readonly title: string }[]): Text {
  const shown = groups.slice(0, 3).map(({ title }) => ({ zh: title, en: title }));
  const more = { zh: `等 ${groups.length} 个群`, en: `${groups.length} groups in all` };
  return groups.length > 3 ? series([...shown, more]) : series(shown);
}
