import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { backupSettings, Keys } from '../../adapters/backup/index.ts';
import { readSettings } from '../../src/config.ts';
import { progressOn } from '../admin/progress.ts';
import { dataFolder } from '../admin/run.ts';
import { language, misused, runTool } from '../admin/tool.ts';
import { restore } from './restore.ts';

const tool = {
  summary: {
    zh: '用备份恢复数据文件夹。先停机器人；现有的文件夹先挪到一边，一个字节也不删',
    en: [
      'Restores the data folder from a back-up. Stop the bot first; the folder ',
      'that is there is put aside, and nothing of it is deleted.',
    ].join(''),
  },
  usage: ['npm run restore -- FILE [--yes]'],
  options: { yes: { type: 'boolean', short: 'y' } },
  words: 1,
} as const;

await runTool(tool, async ({ values, positionals: [file] }, say) => {
  if (file === undefined) throw misused(tool);
  const folder = resolve(dataFolder());
  const { BACKUP_PASSPHRASE: passphrase } = readSettings(backupSettings, process.env);
  const line = progressOn(process.stderr, language() === 'zh' ? '恢复' : 'Restoring');
  const restored = await restore({
    file: resolve(file),
    folder,
    keys: passphrase === undefined ? undefined : new Keys(passphrase),
    progress: line.show,
    agrees: async (what) => {
      line.end();
      say(what);
      return values.yes === true || asked();
    },
  }).finally(line.end);
  if (restored === undefined) {
    const how = process.stdin.isTTY
      ? { zh: '', en: '' }
      : { zh: '。要恢复请在后面加 --yes', en: '; to restore add --yes' };
    say({
      zh: `没有恢复，什么都没动${how.zh}`,
      en: `Not restored; nothing was touched${how.en}`,
    });
    return;
  }
  const { head, aside, missing } = restored;
  say({
    zh: [
      `恢复好了：${folder}\n记录 ${head.records} 条，照片 ${head.photos - missing} 张，是 `,
      `${head.at.slice(0, 10)} 的`,
    ].join(''),
    en: [
      `Restored: ${folder}\n${head.records} records, ${head.photos - missing} `,
      `photos, as of ${head.at.slice(0, 10)}`,
    ].join(''),
  });
  if (missing > 0)
    say({
      zh: `⚠ 有 ${missing} 张照片没找到：它们在备份文件旁边的 photos 文件夹里，请把整个备份文件夹放到一起再恢复`,
      en: [
        `⚠ ${missing} photos were not found: they lie in the folder photos beside `,
        `the back-up; keep the whole folder of back-ups together`,
      ].join(''),
    });
  if (aside !== undefined)
    say({
      zh: `原来的文件夹挪到了：${aside}（确认没问题后可以删）`,
      en: `The folder that was there is now: ${aside} (delete it once all is well)`,
    });
  say({ zh: '现在可以启动：npm start', en: 'Now start the bot: npm start' });
});

/** Whether whoever sits in front of it says yes; where nobody does, no. */
async function asked(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|是|好)$/i.test((await lines.question('(y/n) ')).trim());
  } finally {
    lines.close();
  }
}
