import { progressOn } from '../admin/progress.ts';
import { dataFolder } from '../admin/run.ts';
import { language, runTool } from '../admin/tool.ts';
import { diagnose } from './diagnose.ts';

const tool = {
  summary: {
    zh: '看看数据文件夹里有什么、哪里不对、该怎么办；什么都不改，机器人开着也能看',
    en: [
      'Tells what is in a data folder, what is wrong with it and what to do; ',
      'changes nothing, also beside the running bot.',
    ].join(''),
  },
  usage: ['npm run doctor [-- FOLDER]'],
  words: 1,
};

await runTool(tool, async ({ positionals: [folder = dataFolder()] }, say) => {
  const line = progressOn(process.stderr, language() === 'zh' ? '检查' : 'Looking');
  const { about, wrong, hints } = await diagnose(folder, line.show).finally(line.end);
  for (const one of about) say(one);
  for (const { zh, en } of wrong) say({ zh: `✗ ${zh}`, en: `✗ ${en}` });
  for (const { zh, en } of hints) say({ zh: `· ${zh}`, en: `· ${en}` });
  if (wrong.length === 0) {
    say({ zh: '✓ 没有发现问题', en: '✓ Nothing is wrong' });
    return;
  }
  const zh = `共 ${wrong.length} 处不对，什么都没改`;
  const en = `${wrong.length} things are wrong; nothing was changed`;
  process.stderr.write(`${language() === 'zh' ? zh : en}\n`);
  process.exitCode = 1;
});
