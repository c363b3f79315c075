import type { AnyCommand } from '../../../core/command.ts';
import type { ReportParts } from '../rules/amounts.ts';
import { meaningCommand } from './meaning.ts';

export function commandsOver(parts: ReportParts): readonly AnyCommand[] {
  return [meaningCommand(parts)];
}
