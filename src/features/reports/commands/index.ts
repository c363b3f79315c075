import type { AnyCommand } from '../../../core/command.ts';
import type { ReportParts } from '../rules/amounts.ts';
import { meaningCommand } from './meaning.ts';
import { reportCommand } from './report.ts';
import { unitSheetCommand } from './unit-sheet.ts';

export function commandsOver(parts: ReportParts): readonly AnyCommand[] {
  return [
    reportCommand('month', parts),
    meaningCommand(parts),
    reportCommand('quarter', parts),
    reportCommand('year', parts),
    unitSheetCommand(parts),
  ];
}
