import { resolve } from 'node:path';
import { storeNames } from '../../adapters/index.ts';
import { progressOn } from '../admin/progress.ts';
import { dataFolder } from '../admin/run.ts';
import { language, misused, runTool } from '../admin/tool.ts';
import { move } from './move.ts';

const tool = {
  summary: {
    zh: '把记录搬到另一种存储，逐个分区核对。先停机器人；照片不动，旧的一个字节也不删',
    en: [
      'Moves the records to another kind of store and compares every partition. Stop ',
      'the bot first; photos stay where they are, and nothing of the old store is deleted.',
    ].join(''),
  },
  usage: [`npm run move -- --from json --to postgres (${storeNames.join(', ')})`],
  options: { from: { type: 'string' }, to: { type: 'string' } },
} as const;

await runTool(tool, async ({ values: { from, to } }, say) => {
  if (from === undefined || to === undefined || from === to) throw misused(tool);
  for (const name of [from, to])
    if (!storeNames.includes(name))
      throw misused(tool, { zh: `没有「${name}」这种存储`, en: `there is no store ${name}` });
  const folder = resolve(dataFolder());
  const line = progressOn(process.stderr, language() === 'zh' ? '搬' : 'Moving');
  const { sums, aside } = await move({
    from,
    to,
    folder,
    environment: process.env,
    progress: line.show,
  }).finally(line.end);
  const records = sums.reduce((sum, one) => sum + one.records, 0);
  for (const { partition, records: count, digest } of sums)
    say({
      zh: `${partition}：${count} 条 ${digest.slice(0, 12)} ✓`,
      en: `${partition}: ${count} records ${digest.slice(0, 12)} ✓`,
    });
  say({
    zh: `搬好了：${sums.length} 个分区，记录 ${records} 条，两边的条数和摘要都一样`,
    en: `Moved: ${sums.length} partitions, ${records} records, with the same counts and digests on both sides`,
  });
  if (aside === undefined)
    say({
      zh: `${from} 里原来的记录没动，确认没问题后请自己删掉`,
      en: `What was in ${from} is still there; remove it yourself once all is well`,
    });
  else
    say({
      zh: `原来的文件挪到了：${aside}（确认没问题后可以删）`,
      en: `The files that were there are now in ${aside} (delete them once all is well)`,
    });
  say({
    zh: `把 .env 里的 STORE 改成 ${to}，再启动：npm start`,
    en: `Set STORE=${to} in .env, then start the bot: npm start`,
  });
});
