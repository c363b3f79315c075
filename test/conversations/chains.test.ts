import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryStore } from '../../adapters/store-memory/index.ts';
import { signups } from '../../src/activities/index.ts';
import type { Records } from '../../src/core/collection.ts';
import { namesOf } from '../../src/people/index.ts';
import type { Player } from '../../tools/play/player.ts';
import { conversation, players } from '../support/conversation.ts';

conversation(
  'a pasted list is merged by names, and nobody is lost',
  `
张伟：#接龙
　　1. 张三
（沉默）
联络员：/活动 明天下午3点 清洁家园
机器人：*
张伟：#接龙
　　清洁家园
　　1. 张三
　　2. 李四 恒威 2人
　　3. 这个活动真的非常不错下次还来
　　4. 张伟
机器人：E1 接龙记下 张三、李四、张伟。共 4 人
　　第5行没看懂：这个活动真的非常不错下次…
李娟：#接龙
　　清洁家园
　　1. 张三
　　2. 李四 恒威 2人
　　3. 这个活动真的非常不错下次还来
　　4. 李娟
机器人：E1 报名 李娟。共 5 人
李娟：#接龙
　　清洁家园
　　1. 张三
　　2. 李四 恒威 2人
　　3. 这个活动真的非常不错下次还来
　　4. 李娟
（沉默）
【重启】
张伟：-1 张三
机器人：E1 退出 张三。共 4 人
赵磊：1. 张三
　　2. 赵磊
机器人：E1 接龙记下 赵磊。共 5 人
　　张三之前退出或请假了，没有加回。要来请本人发「+1」
赵磊：1. 8:00-9:30 登记：王五 赵六
　　2. 9:30-11:00 引导：孙七
机器人：E1 报名 王五、赵六、孙七。共 8 人
张伟：名单
机器人：E1 清洁家园 11月17日（周二）15:00–17:00
　　已报 8 人
　　报名：李四(2人)、张伟、李娟、赵磊、王五(8:00-9:30 登记)、赵六(8:00-9:30 登记)、孙七(9:30-11:00 引导)
　　参加请发「+1」，来不了请发「请假 E1」
张伟：1. 学习文件
　　2. 讨论方案
（沉默）
`,
);

conversation(
  'over the capacity people of a list wait in its order, and with two activities open it asks',
  `
联络员：/活动 明天下午3点 清洁家园 2人
机器人：*
张伟：1. 张三
　　2. 李四
　　3. 王五
　　4. 赵六 2人
机器人：E1 名额满了，王五、赵六排在候补第 1、2 位，空出来就通知。不等了请发「-1 王五」
机器人：E1 报名 张三、李四。共 2/2 人，候补 3 人
联络员：/活动 后天下午2点 消防演练
机器人：*
张伟：1. 孙七
　　2. 周八
机器人：有几个活动，是哪一个？*例：/接龙 E1 …
张伟：消防演练报名
　　1. 孙七
　　2. 周八
机器人：E2 报名 孙七、周八。共 2 人
张伟：#接龙 E2
　　1. 吴九
　　#接龙 牛奶团购
　　1. 郑十
　　2. 王一
机器人：E2 报名 吴九。共 3 人
张伟：/接龙 E2 你好
机器人：没看到名单，请把接龙整段贴在后面，例：/接龙 1. 张三 2. 李四
`,
);

test('twenty people paste the same list within a minute: one answer, no lost name', async () => {
  const player = await players({ platforms: ['wechat'] });
  await player.say({ name: '联络员', platform: 'wechat', text: '/活动 明天下午3点 清洁家园' });
  await player.pass(player.clock.now() + 120_000);
  player.take();
  const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'];
  const shared = ['1. 张三', '2. 李四 2人', '3. 王大妈'];
  for (const surname of surnames) {
    const text = ['#接龙 清洁家园', ...shared, `4. ${surname}小明`].join('\n');
    await player.say({ name: `${surname}小明`, platform: 'wechat', text });
    await player.pass(player.clock.now() + 1_000);
  }
  await player.pass(player.clock.now() + 60_000);
  const said = player.take().map(({ outgoing }) => outgoing.text);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('共 24 人');
  for (const surname of surnames) expect(said[0]).toContain(`${surname}小明`);
});

test('whatever is pasted after it, nobody who was in the list is lost', async () => {
  const line = fc.constantFrom(
    ...[
      '1. 张三',
      '2、李四 恒威 2人',
      '③王五',
      '4. 赵六（请假）',
      '1. 张三 3人',
      '#接龙',
      '2. 张伟',
      '吴霞 2. 周八',
      '3. 9:00 登记：徐波',
      '…',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 6 }), async (pastes) => {
      const player = await players({ openStore: async () => memoryStore() });
      await player.say({ name: '联络员', text: '/活动 明天下午3点 清洁家园 5人' });
      let before: readonly string[] = [];
      for (const [index, paste] of pastes.entries()) {
        await player.say({ name: ['张伟', '李娟', '路人'][index % 3] ?? '张伟', text: paste.join('\n') });
        const now = await listed(player);
        expect(now).toEqual(expect.arrayContaining([...before]));
        before = now;
      }
    }),
    { numRuns: 12 },
  );
});

async function listed(player: Player): Promise<readonly string[]> {
  let names: readonly string[] = [];
  await player.change((records: Records) => {
    const there = records.all(signups).filter(({ state }) => state === 'in' || state === 'waiting');
    names = namesOf(
      records,
      there.map(({ person }) => person),
    );
    return [];
  });
  return names;
}
