import { expect, test } from 'vitest';
import { conversation, example, playersInMemory } from '../support/conversation.ts';

/** A service day with somebody there and a record, and a request that was resolved. */
const month = `
【2026-11-16 09:00】
联络员：/活动 今天10点 清洁家园 @天星广场
机器人：*
王五：需求 3号楼楼道灯坏了
机器人：*
【2026-11-16 10:05】
机器人：*
联络员：/到 E1 张伟 路人甲 恒威5
机器人：*
张伟：认领 1
机器人：*
张伟：完成 1
机器人：*
王五：满意 1
机器人：*
【2026-11-16 14:00】
机器人：*
联络员：小结 E1 清理楼道6处，惠及约38人次
机器人：*
`;

const files = `
　　[图片]
　　[文件 11月月报-2026-11.docx]`;

const report = `活动 1 场，参与 6 人次（成员 5，居民 1）
　　到过场的 2 人，惠及约 38 人次
　　需求 受理 1，解决 1
　　认领 1/1，满意 1/1
　　办结过需求的单位（按先后）：恒威
　　11月共开展活动1场，提供服务1次，惠及居民约38人次
　　怎么算的请发「/口径 惠及」`;

conversation(
  'the convenor previews a month, sends it, and later corrections stand in the next one',
  `${month}
【2026-12-01 09:00】
机器人：*
机器人→周敏：*
机器人→李雪梅：*
联络员（私聊）：/月报
机器人→李雪梅：【11月月报】还没发，由召集人或她定的联络员发
　　${report}${files}
联络员（私聊）：发
机器人→李雪梅：11月月报由召集人发。召集人可以发「/月报 11月」再回「发」，或发「/设置 月报 您的名字」让您发
召集人（私聊）：/月报 11月
机器人→周敏：【11月月报】还没发，回「发」发到联盟群
　　${report}${files}
【重启】
召集人（私聊）：发
机器人→周敏：好的，11月月报 1 分钟后发到 1 个群，发出去数字就定了。不发了请发「撤销」
【重启】
（沉默）
【2026-12-01 09:01】
机器人：【11月月报】天星社区区域化党建联盟
　　${report}
　　[图片]
联络员：小结 E1 惠及约45人次
机器人：*
召集人（私聊）：/月报 11月
机器人→周敏：【11月月报】12月1日已经发了，数字不再变
　　【11月月报】天星社区区域化党建联盟
　　${report}
　　11月月报发出后更正：惠及人次 38 → 45
召集人（私聊）：发
机器人→周敏：没有等您发的，可能过了时间。请重新发「/公告」或「/月报」
`,
);

conversation(
  'a liaison whom the convenor names sends it; it can be stopped for a minute',
  `${month}
召集人（私聊）：/设置 月报 张三丰
机器人→周敏：请写联络员的名字，例：/设置 月报 李雪梅*
召集人（私聊）：/设置 月报 李雪梅
机器人→周敏：*月报：由召集人、李雪梅发*
联络员：/月报
机器人：11月月报的预览私聊发您了
机器人→李雪梅：【11月月报】还没发，回「发」发到联盟群
　　这段时间还没过完，数字还会变
　　${report}${files}
联络员（私聊）：发
机器人→李雪梅：好的，11月月报 1 分钟后发到 1 个群，发出去数字就定了。不发了请发「撤销」
联络员（私聊）：撤销
机器人→李雪梅：没有发，还可以改。
【2026-11-16 14:10】
（沉默）
联络员（私聊）：发
机器人→李雪梅：好的，11月月报 1 分钟后*
【2026-11-16 14:11】
机器人：【11月月报】*
联络员（私聊）：撤销
机器人→李雪梅：已经发出去了，撤不回来。写错的改记录，更正会写在下一份里
联络员（私聊）：/季报 四季度
机器人→李雪梅：【四季度季报】还没发，回「发」发到联盟群*
联络员（私聊）：/年报
机器人→李雪梅：【2026年年报】还没发*
联络员（私聊）：/月报 明年
机器人→李雪梅：没看懂是哪一段。例：/月报 11月
联络员（私聊）：/月报 2027年1月
机器人→李雪梅：2027年1月还没到
张伟（私聊）：/月报
机器人→张伟：*联络员*
`,
);

conversation(
  'a unit sees its own sheet, with what is behind each number',
  `${month}
陈刚（私聊）：/述职
机器人→陈刚：【恒威】2026年做了这些：
　　活动场次 1 场
　　参与人次 5 人次
　　解决需求 1 件
　　有这些：
　　· E1 清洁家园 11月16日
　　· #1 3号楼楼道灯坏了
陈刚（私聊）：/述职 佳丽
机器人→陈刚：*
联络员（私聊）：/述职 安康 11月
机器人→李雪梅：【安康】11月还没有记录。*
`,
);

conversation(
  'a report goes to the groups that are named, as an activity does, also after it was stopped once',
  `
召集人（私聊）：/月报 11月 发到 月球群
机器人→周敏：没有叫「月球群」的群。有：联盟群、党员群、居民群
召集人（私聊）：/月报 11月 发到 居民群
机器人→周敏：【11月月报】还没发，回「发」发到居民群*
召集人（私聊）：发
机器人→周敏：好的，11月月报 1 分钟后发到 1 个群*
召集人（私聊）：撤销
机器人→周敏：没有发，还可以改。
【重启】
召集人（私聊）：发
机器人→周敏：好的，11月月报 1 分钟后发到 1 个群*
【2026-11-16 09:05】
机器人（居民群）：【11月月报】*
召集人（私聊）：/季报
机器人→周敏：【四季度季报】还没发，回「发」发到联盟群、党员群、居民群*
`,
  {
    ...example,
    groups: [
      { title: '联盟群', language: 'zh', kind: 'alliance' },
      { title: '党员群', language: 'zh', kind: 'members' },
      { title: '居民群', language: 'zh', kind: 'residents' },
    ],
  },
);

conversation(
  'what lies in the area of a unit is counted there, whoever did it',
  `
召集人：/单位 佳丽 区域 3、5号楼
机器人：*
召集人：/单位 恒威 区域 天星广场
机器人：*
${month}
联络员（私聊）：/月报 11月
机器人→李雪梅：【11月月报】还没发*
　　天星广场（恒威） 活动 1 场、需求 0 件、解决 0 件
　　3、5号楼（佳丽） 活动 0 场、需求 1 件、解决 1 件
　　办结过需求的单位（按先后）：恒威
　　*
`,
);

test('where nothing can be edited, long work is one message at its end', async () => {
  const long = {
    make: async () => {
      player.clock.moveTo(player.clock.now() + 20_000);
      return new Uint8Array([1]);
    },
    close: async () => {},
  };
  const player = await playersInMemory({ maker: long });
  const begun = player.clock.now();
  await player.say({ name: '李雪梅', private: true, text: '/月报 11月' });
  const said = player.take().map(({ outgoing }) => outgoing);
  expect(player.clock.now() - begun).toBeGreaterThanOrEqual(20_000);
  expect(said.filter(({ text }) => text.includes('文件'))).toEqual([]);
  expect(said[0]?.attachments).toHaveLength(1);
});
