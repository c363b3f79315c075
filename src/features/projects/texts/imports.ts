import { lines, type Text } from '../../../core/text.ts';
import type { BadRow, ReadTable } from '../rules/read-rows.ts';

/** Why rows of a table are left out. */
const WHY: Readonly<Record<BadRow, Text>> = {
  title: { zh: '没写项目', en: 'no project is named' },
  number: { zh: '没有这个编号', en: 'there is no such number' },
  'other-title': { zh: '编号是别的项目', en: 'the number is another project’s' },
  over: { zh: '已经结项、中止或没入选', en: 'it is over' },
  twice: { zh: '前面写过了', en: 'it stands there twice' },
  target: { zh: '目标看不懂，例：12场', en: 'the target is unclear' },
  month: { zh: '月份看不懂，例：2027年6月', en: 'the month is unclear' },
  unit: { zh: '没有这个单位', en: 'there is no such unit' },
};

/** Of a claim table that comes as a file, or pasted. */
export const importTexts = {
  privately: {
    zh: '认领表请私聊发给我：文件，或「/项目 导入」加表格里的字',
    en: 'Please send me the table in private: as a file, or pasted behind “/projects 导入”',
  } satisfies Text,
  howTo: lines(
    {
      zh: '请把认领表（xlsx、csv）私聊发给我，第一行写：项目 类别 目标 月份 认领单位 做什么',
      en: 'Please send me the table (xlsx, csv); first row: 项目 类别 目标 月份 认领单位 做什么',
    },
    { zh: '现在的表请发「/导出 项目」拿', en: 'For the table as it is send “/export 项目”' },
  ),
  tooMany: (most: number): Text => ({
    zh: `一次最多 ${most} 行，没有收。请分开发`,
    en: `At most ${most} rows at a time; nothing was taken`,
  }),
  preview: (added: number, altered: number, same: number, bad: number): Text => ({
    zh: `认领表看好了：新增 ${added} 项，改 ${altered} 项，${same} 项没变，${bad} 行有问题不收`,
    en: `The table: ${added} new, ${altered} changed, ${same} as before, ${bad} left out`,
  }),
  /** Every row, those of one reason in one line. */
  badRows: (bad: ReadTable['bad']): readonly Text[] =>
    Object.entries(WHY).flatMap(([why, text]) => {
      const rows = bad.filter((one) => one.why === why).map(({ row }) => row);
      const named = rows.join('、');
      return rows.length === 0
        ? []
        : [{ zh: `第 ${named} 行：${text.zh}`, en: `Row ${named}: ${text.en}` }];
    }),
  confirm: {
    zh: '表里没写的单位不会退出。照这样办请回「发」',
    en: 'No unit leaves because it is not named. To carry it out send “发”',
  } satisfies Text,
  nothing: {
    zh: '没有要改的。看认领表请发「/项目」',
    en: 'Nothing is to be changed. For the table send “/projects”',
  } satisfies Text,
  done: (added: number, altered: number): Text => ({
    zh: `办好了，认领表新增 ${added} 项，改了 ${altered} 项。看它请发「/项目」`,
    en: `Done: ${added} new, ${altered} changed. For the table send “/projects”`,
  }),
  putAway: {
    zh: '这张表放下了，认领表没有动。看认领表请发「/项目」',
    en: 'The table was put away, and nothing was changed. “/projects”',
  } satisfies Text,
  changedSince: {
    zh: '这些项目后来又有人改过，撤不回了。看认领表请发「/项目」',
    en: 'These were changed since. For the table send “/projects”',
  } satisfies Text,
  back: {
    zh: '认领表改回原来的了。看它请发「/项目」',
    en: 'The table is as it was. To see it send “/projects”',
  } satisfies Text,
};
