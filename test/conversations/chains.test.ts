import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryStore } from '../../adapters/store-memory/index.ts';
import type { Records } from '../../src/core/collection.ts';
import { signups } from '../../src/features/activities/records/index.ts';
import { namesOf } from '../../src/identity/people/index.ts';
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
机器人：有几个活动，是哪一个？*
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

conversation(
  'two of one name in a list are two where it says where they are from, however it is pasted again',
  `
联络员：/活动 明天下午3点 清洁家园
机器人：E1 清洁家园 11月17日（周二）15:00–17:00
　　已报 0 人
　　参加请发「+1」，来不了请发「请假 E1」
李娟：#接龙
　　1. 张伟 恒威
　　2. 李娟
　　3. 张伟 天星小学 2人
　　4. 王芳 佳丽
　　5. 王芳 安康
机器人：E1 报名 张伟、李娟、张伟（天星小学）(2人)、王芳、王芳（安康）。共 6 人
徐波：#接龙
　　1. 王芳 安康
　　2. 张伟 天星小学 2人
　　3. 张伟 恒威集团
　　4. 王芳 佳丽物业
　　5. 徐波
机器人：E1 报名 徐波。共 7 人
【重启】
赵磊：#接龙
　　1. 张伟
　　2. 王芳
　　3. 赵磊
　　4. 王芳
机器人：E1 接龙记下 赵磊。共 8 人
　　王芳写了两次，按一个人记。其实是两位的话请各写上单位再贴，例：王芳 恒威
赵磊：#接龙
　　1. 张伟
　　2. 王芳
　　3. 赵磊
　　4. 王芳
（沉默）
张伟：-1
机器人：E1 退出 张伟。共 7 人
联络员：-1 张伟（天星小学）
机器人：E1 张伟（天星小学）改为 1 人。共 6 人
李娟：#接龙
　　1. 张伟 恒威
　　2. 张伟 天星小学 2人
机器人：E1 接龙记下 张伟（天星小学）。共 7 人
　　张伟之前退出或请假了，没有加回。要来请本人发「+1」
路人：名单
机器人：E1 清洁家园 11月17日（周二）15:00–17:00
　　已报 7 人
　　报名：李娟、张伟（天星小学）(2人)、王芳、王芳（安康）、徐波、赵磊
　　参加请发「+1」，来不了请发「请假 E1」
`,
);

conversation(
  'somebody of the name who pastes the list, or has signed up, is one of the two',
  `
联络员：/活动 明天下午3点 清洁家园
机器人：E1 清洁家园 11月17日（周二）15:00–17:00
　　已报 0 人
　　参加请发「+1」，来不了请发「请假 E1」
王芳：+1
机器人：E1 报名 王芳。共 1 人
李娟：#接龙
　　1. 王芳 天星小学
　　2. 王芳 恒威
机器人：E1 报名 王芳（恒威）。共 2 人
王芳：#接龙
　　1. 王芳 恒威
　　2. 王芳 天星小学
　　3. 何平 3栋
　　4. 何平 5栋
机器人：E1 报名 何平、何平（5栋）。共 4 人
何平：#接龙
　　1. 何平 5栋
　　2. 何平 3栋
（沉默）
何平：#接龙
　　1. 何平 5栋
　　2. 何平 3栋 2人
机器人：E1 报名 何平(2人)。共 5 人
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
      '4. 张伟 恒威',
      '5. 张伟 天星小学',
      '6. 王五 5栋',
      '…',
    ],
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 6 }),
      async (pastes) => {
        const player = await players({ openStore: async () => memoryStore() });
        await player.say({ name: '联络员', text: '/活动 明天下午3点 清洁家园 5人' });
        let before: readonly string[] = [];
        for (const [index, paste] of pastes.entries()) {
          await player.say({
            name: ['张伟', '李娟', '路人'][index % 3] ?? '张伟',
            text: paste.join('\n'),
          });
          const now = await listed(player);
          expect(now).toEqual(expect.arrayContaining([...before]));
          before = now;
        }
      },
    ),
    { numRuns: 12 },
  );
});

test('a list means the same people in whatever order and by whomever it is pasted', async () => {
  const entry = fc.constantFrom(
    '张伟 恒威',
    '张伟 佳丽',
    '张伟 天星小学 2人',
    '王芳 3栋',
    '王芳 恒威',
    '李娟',
    '徐波 佳丽',
  );
  const lists = fc.uniqueArray(entry, { minLength: 2 }).chain((list) =>
    fc.array(fc.shuffledSubarray(list, { minLength: list.length }), {
      minLength: 2,
      maxLength: 4,
    }),
  );
  await fc.assert(
    fc.asyncProperty(lists, async (pastes) => {
      const player = await players({ openStore: async () => memoryStore() });
      await player.say({ name: '联络员', text: '/活动 明天下午3点 清洁家园' });
      for (const [index, paste] of pastes.entries()) {
        const text = ['#接龙', ...paste.map((one, at) => `${at + 1}. ${one}`)].join('\n');
        await player.say({ name: ['李娟', '张伟', '王芳'][index % 3] ?? '', text });
        expect((await listed(player)).length).toBe(paste.length);
      }
    }),
    { numRuns: 20 },
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
