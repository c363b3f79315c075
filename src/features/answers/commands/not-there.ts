import { rest } from '../../../core/arguments.ts';
import { command } from '../../../core/command.ts';
import { refuse } from '../../../core/outcome.ts';
import { activities } from '../../activities/index.ts';
import { texts } from '../texts.ts';

/** Words of tables and figures that people look for: what there is instead. */
export const notThere = command({
  name: 'export',
  zhName: '导出',
  aliases: ['下载', '统计', '报表', '汇总', '表格', '数据'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '要名单、数字看哪里', en: 'where lists and figures are' },
  examples: ['/导出', '/统计'],
  unlisted: true,
  args: { what: rest({ zh: '什么', en: 'what' }).optional() },
  run: (_, { records }) => {
    const latest = records.all(activities).toSorted((a, b) => b.number - a.number)[0];
    return refuse(texts.noTables(latest?.number), latest ? `名单 E${latest.number}` : '日程');
  },
});
