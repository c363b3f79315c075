import { resolve } from 'node:path';
import { backupFolder, backupSettings, KEPT, Keys } from '../../adapters/backup/index.ts';
import { scheduleSettings } from '../../adapters/schedule/index.ts';
import { readSettings } from '../../src/config.ts';
import { dateOf } from '../../src/core/time.ts';
import { progressOn } from '../admin/progress.ts';
import { dataFolder } from '../admin/run.ts';
import { language, runTool } from '../admin/tool.ts';
import { makeBackup } from './make.ts';
import { prune } from './sweep.ts';

const tool = {
  summary: {
    zh: `备份数据文件夹，机器人开着也行；备好就打开检查一遍。留最近 ${KEPT.days} 天、${KEPT.weeks} 周、${KEPT.months} 个月的`,
    en: [
      `Backs up the data folder, also beside the running bot, and opens the `,
      `back-up to check it. Keeps ${KEPT.days} days, ${KEPT.weeks} weeks and `,
      `${KEPT.months} months.`,
    ].join(''),
  },
  usage: ['npm run backup [-- --to FOLDER]'],
  options: { to: { type: 'string' } },
} as const;

await runTool(tool, async ({ values }, say) => {
  const folder = dataFolder();
  const given = readSettings(backupSettings, process.env);
  const { LIANLUO_ZONE: zone } = readSettings(scheduleSettings, process.env);
  const { BACKUP_PASSPHRASE: passphrase } = given;
  const keys = passphrase === undefined ? undefined : new Keys(passphrase);
  const to = resolve(values.to ?? backupFolder(given, folder));
  const line = progressOn(process.stderr, language() === 'zh' ? '备份' : 'Backing up');
  const { path, head } = await makeBackup({
    dataFolder: folder,
    to,
    keys,
    now: Date.now(),
    progress: line.show,
  }).finally(line.end);
  say({
    zh: [
      `备份好了，也打开检查过：${path}\n记录 ${head.records} 条，照片 ${head.photos} `,
      `张${keys === undefined ? '' : '，已加密'}`,
    ].join(''),
    en: [
      `Backed up, and opened to check it: ${path}\n${head.records} records, `,
      `${head.photos} photos${keys === undefined ? '' : ', encrypted'}`,
    ].join(''),
  });
  const gone = values.to === undefined ? await prune(to, keys, (at) => dateOf(at, zone)) : 0;
  if (gone > 0)
    say({
      zh: `过了期的备份删掉 ${gone} 个`,
      en: `${gone} back-ups that were over were removed`,
    });
});
