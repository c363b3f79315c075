import { readJsonFile } from '../../adapters/text-file.ts';
import { sayAdmin } from '../admin/run.ts';
import { misused, runTool } from '../admin/tool.ts';

const tool = {
  summary: {
    zh: '导入一份联盟文件，写法见 docs/data.zh-CN.md',
    en: 'Puts an alliance file in place; docs/data.md describes it.',
  },
  usage: ['npm run import -- FILE'],
  words: 1,
};

await runTool(tool, async ({ positionals: [file] }, say) => {
  if (file === undefined) throw misused(tool);
  await sayAdmin({ do: 'import', file: readJsonFile(file) }, say);
});
