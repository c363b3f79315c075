import type { AnyCommand } from '../../../core/command.ts';
import type { TableExport } from '../../../core/reporting.ts';
import type { ReportParts } from '../rules/amounts.ts';
import { exportCommand } from './export.ts';
import { meaningCommand } from './meaning.ts';
import { reportCommand } from './report.ts';
import { unitSheetCommand } from './unit-sheet.ts';

export function commandsOver(
  parts: ReportParts,
  tables: readonly TableExport[],
): readonly AnyCommand[] {
  return [
    reportCommand('month', parts),
    meaningCommand(parts),
    exportCommand(tables),
    reportCommand('quarter', parts),
    reportCommand('year', parts),
    unitSheetCommand(parts),
  ];
}
