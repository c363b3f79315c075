import { audited } from '../../../core/acts.ts';
import { rest } from '../../../core/arguments.ts';
import { type AnyCommand, command } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { masked } from '../../../core/masking.ts';
import { shortened } from '../../../core/names.ts';
import { refuse, sayDocuments, together } from '../../../core/outcome.ts';
import type { TableExport } from '../../../core/reporting.ts';
import { lines } from '../../../core/text.ts';
import { nameAndPeriod } from '../rules/periods.ts';
import { documentTexts } from '../texts/documents.ts';
import { exportPhrases } from '../texts/phrases.ts';
import { exportFile } from '../views/documents.ts';

/** Of words that name no table, so many characters are said again. */
const SAID_AGAIN = 12;

/** Takes a table out as a file. Names stand in it only where a liaison asks in private. */
export function exportCommand(tables: readonly TableExport[]): AnyCommand {
  return command({
    name: 'export',
    zhName: '导出',
    aliases: ['下载', '报表', '表格'],
    minRole: 'liaison',
    scope: 'anywhere',
    summary: { zh: '把考勤、需求、投票做成表格', en: 'attendance, requests, polls as a table' },
    examples: ['/导出 考勤 11月', '/导出 需求', '/导出 报名 今年', '/导出'],
    phrases: exportPhrases,
    args: { words: rest({ zh: '哪张表 哪一段', en: 'which table, which time' }).optional() },
    run: ({ words = '' }, context) => {
      const titles = tables.map(({ title }) => title);
      const { name, period } = nameAndPeriod(words, 'month', context);
      if (name === '') return refuse(documentTexts.which(titles));
      const table = tableCalled(name, tables);
      if (table === undefined) {
        const said = shortened(masked(name), SAID_AGAIN);
        return refuse(lines(documentTexts.unknown(said), documentTexts.which(titles)));
      }
      const inPrivate = context.place.kind === 'private';
      const count = table.rows(period, context, { inPrivate }).length;
      if (count === 0) return refuse(documentTexts.empty(table.title, period.title));
      const hasNames = table.columns.some(({ personal }) => personal === true);
      const about = inPrivate ? documentTexts.withNames : documentTexts.withoutNames;
      return together(
        audited({ kind: 'export', about: table.name }),
        sayDocuments(
          lines(documentTexts.made(table.title, period.title, count), hasNames && about),
          exportFile(table, period.key, inPrivate),
        ),
      );
    },
  });
}

function tableCalled(name: string, tables: readonly TableExport[]): TableExport | undefined {
  const said = fold(name);
  return tables.find(({ name: latin, title }) => [latin, fold(title.zh), title.en].includes(said));
}
