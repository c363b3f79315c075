import { sayAdmin } from '../admin/run.ts';
import { runTool } from '../admin/tool.ts';

const tool = {
  summary: {
    zh: '新做一个初始化码，写了联盟就只给它用；再写人名，就做一个码让没了账号的那个人接着用',
    en: 'Makes a new setup code, for one alliance when its id or name is given; or a code by which somebody who lost all their accounts is that person again.',
  },
  usage: ['npm run code [-- ALLIANCE [PERSON]]'],
  words: 2,
};

await runTool(tool, async ({ positionals: [alliance, person] }, say) => {
  await sayAdmin(
    {
      do: 'code',
      ...(alliance === undefined ? {} : { alliance }),
      ...(person === undefined ? {} : { person }),
    },
    say,
  );
});
