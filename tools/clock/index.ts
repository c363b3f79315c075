import { sayAdmin } from '../admin/run.ts';
import { misused, runTool } from '../admin/tool.ts';

const tool = {
  summary: {
    zh: '看看有没有什么因为时钟在等；时钟现在是对的就加 right',
    en: 'Tells whether anything waits because the clock stood ahead; `right` says that it is right now.',
  },
  usage: ['npm run clock [-- right]'],
  words: 1,
};

await runTool(tool, async ({ positionals: [word] }, say) => {
  if (word !== undefined && word !== 'right') throw misused(tool);
  await sayAdmin({ do: 'clock', right: word === 'right' }, say);
});
