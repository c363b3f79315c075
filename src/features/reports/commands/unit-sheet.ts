import { rest } from '../../../core/arguments.ts';
import { type AnyCommand, type CommandContext, command } from '../../../core/command.ts';
import { refuse, say } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { type Unit, unitCalled, unitOf } from '../../../identity/alliance/index.ts';
import { type ReportParts, reckon } from '../rules/amounts.ts';
import { nameAndPeriod } from '../rules/periods.ts';
import { unitSheetPhrases } from '../texts/phrases.ts';
import { unitSheetTexts } from '../texts/unit-sheet.ts';
import { unitSheetText } from '../views/unit-sheet.ts';

/** A unit's own sheet of evidence, for what it hands in at the year's end. */
export function unitSheetCommand(parts: ReportParts): AnyCommand {
  return command({
    name: 'unitsheet',
    zhName: '述职',
    aliases: ['单位清单', '单位成绩单'],
    minRole: 'member',
    scope: 'private',
    summary: { zh: '一个单位做了什么，一条条列出来', en: 'what a unit did, item by item' },
    examples: ['/述职 恒威', '/述职', '/述职 恒威 11月'],
    phrases: unitSheetPhrases,
    args: { words: rest({ zh: '单位 哪一段', en: 'unit, which time' }).optional() },
    run: ({ words = '' }, context) => {
      const { name, period } = nameAndPeriod(words, 'year', context);
      const { records, person } = context;
      const unit = name === '' ? unitOf(records, person.unit) : unitCalled(records, name);
      if (unit === undefined)
        return refuse(name === '' ? unitSheetTexts.whichUnit : unitSheetTexts.noUnit(name));
      if (!maySee(unit, context)) return refuse(unitSheetTexts.ownOnly);
      return say(unitSheetText(unit, reckon(parts, period, context), period));
    },
  });
}

function maySee({ id }: Unit, { person }: CommandContext): boolean {
  return person.unit === id || mayActAs(person.role, 'liaison');
}
