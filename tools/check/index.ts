import { runTool } from '../admin/tool.ts';
import { checkAll } from './checks.ts';

const MARKS = { well: '✓', wrong: '✗', unknown: '·' };

const tool = {
  summary: {
    zh: '看看设置、令牌、文件夹、时钟对不对，看完就结束，什么都不改',
    en: 'Tells whether settings, token, folder and clock are right, and ends; changes nothing.',
  },
  usage: ['npm start -- --check'],
  options: { check: { type: 'boolean' } },
} as const;

await runTool(tool, async (_, say) => {
  let wrong = 0;
  for await (const { state, text } of checkAll(process.env)) {
    if (state === 'wrong') wrong += 1;
    say({ zh: `${MARKS[state]} ${text.zh}`, en: `${MARKS[state]} ${text.en}` });
  }
  say(
    wrong === 0
      ? { zh: '可以启动了：npm start', en: 'Ready to start: npm start' }
      : { zh: `有 ${wrong} 处要先改`, en: `${wrong} to be mended first` },
  );
  if (wrong > 0) process.exitCode = 1;
});
