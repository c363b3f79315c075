import { expect, test } from 'vitest';
import { alsoRestarted, conversation, players } from '../support/conversation.ts';

alsoRestarted(
  'an emergency is answered first: in private, mentioned, and cried out in a group',
  `
召集人（私聊）：/设置 值班电话 021-12345678
机器人→周敏：*
王大爷（私聊）：着火了快来
机器人→王大爷：【急】快离开，别坐电梯，打 119！
　　120 急救、110 报警，值班 021-12345678。我只能转告，不会派人
　　要让各群都知道，请发「需求 什么地方怎么了」
机器人→周敏：【急】王大爷私聊我说：着火了快来
　　我请对方快离开，别坐电梯，打 119。请马上联系、核实
王大爷（私聊）：着火了！
机器人→王大爷：【急】快离开，别坐电梯，打 119！
　　120 急救、110 报警，值班 021-12345678。我只能转告，不会派人
　　要让各群都知道，请发「需求 什么地方怎么了」
李娟：@小联 有人触电了
机器人：【急】先断电，别用手拉人，打 120！
　　119 火警、110 报警，值班 021-12345678。我只能转告，不会派人
机器人→周敏：【急】李娟在联盟群说：有人触电了
　　我请对方先断电，别用手拉人，打 120。请马上联系、核实
赵磊：3号楼有人受伤了，快叫救护车
机器人：【急】先打 120！别随便搬动伤者
　　119 火警、110 报警，值班 021-12345678。我只能转告，不会派人
机器人→周敏：【急】赵磊在联盟群说：3号楼有人受伤了，快叫救护车
　　我请对方先打 120！别随便搬动伤者。请马上联系、核实
李娟：3号楼有人受伤了！快来人
（沉默）
张伟：有人受伤吗
（沉默）
【2026-11-16 09:11】
张伟：3号楼有人受伤了，快来人
机器人：【急】先打 120！别随便搬动伤者
　　119 火警、110 报警，值班 021-12345678。我只能转告，不会派人
机器人→周敏：【急】张伟在联盟群说：3号楼有人受伤了，快来人
　　我请对方先打 120！别随便搬动伤者。请马上联系、核实
李娟：/救命
机器人：【急】急事先打电话！
　　119 火警、120 急救、110 报警，值班 021-12345678。我只能转告，不会派人
`,
);

conversation(
  'talk about emergencies is talk',
  `
张伟：明天消防演练，3号楼集合！
（沉默）
李娟：着火点是多少度
（沉默）
王五：今晚吃火锅！
（沉默）
王五：新闻说3号楼着火了！
（沉默）
王五：昨天3号楼着火了，有人受伤了
（沉默）
`,
);

conversation(
  'a request that is an emergency says so, and the convenor knows at once',
  `
李娟：需求 3号楼有人晕倒了
机器人：【急】先打 120！别随便搬动伤者
　　119 火警、110 报警。我只能转告，不会派人
机器人→周敏：【急】#1 3号楼有人晕倒了
　　李娟刚提的，请马上联系、核实。派单位去请发「/指派 1 单位」
机器人：#1【急】3号楼有人晕倒了
　　其他 · 待认领 · 李娟 11月16日（周一）提
　　在附近能搭手的请发「认领 1」，先顾好自己
王奶奶：需求 5号楼电梯里困了人
机器人：【急】按电梯里的铃，别扒门，打 119！
　　120 急救、110 报警。我只能转告，不会派人
机器人→周敏：【急】#2 5号楼电梯里困了人
　　王奶奶刚提的，请马上联系、核实。派单位去请发「/指派 2 单位」
机器人：#2【急】5号楼电梯里困了人*
李娟：需求 想参加一次消防演练
机器人：#3 想参加一次消防演练
　　安全 · 待认领 · 李娟 11月16日（周一）提
　　能办的请发「认领 3 周六上午」
赵磊：认领 1
机器人：#1「3号楼有人晕倒了」赵磊认领了
　　办完请发「完成 1 怎么办的」，一起办发「加入 1」
`,
);

test('one said in private at night reaches every group at once, aloud', async () => {
  const player = await players({ platforms: ['telegram', 'wechat'] });
  await player.passTo('2026-11-16 23:30');
  player.take();
  await player.say({
    name: '王大爷',
    platform: 'wechat',
    private: true,
    text: '需求 5号楼家里燃气漏了',
  });
  const asked = player.take().filter(({ outgoing }) => outgoing.to.kind === 'group');
  expect(asked).toEqual([]);
  await player.say({ name: '王大爷', platform: 'wechat', private: true, text: '1' });
  const toGroups = player.take().filter(({ outgoing }) => outgoing.to.kind === 'group');
  expect(toGroups.map(({ outgoing }) => outgoing.to.platform).sort()).toEqual([
    'telegram',
    'wechat',
  ]);
  for (const { outgoing } of toGroups) {
    expect(outgoing.silent).toBe(false);
    expect(outgoing.text).toBe(
      [
        '【急】别开灯、别打火；关阀、开窗，出了门再打 119！',
        '#1【急】5号楼家里燃气漏了',
        '安全 · 待认领 · 一位居民 11月16日（周一）提',
        '在附近能搭手的请发「认领 1」，先顾好自己',
      ].join('\n'),
    );
  }
});

conversation(
  'what was done to somebody at home is passed on to the convenor and cried out to nobody',
  `
王大妈（私聊）：我被家暴了，怎么办
机器人→王大妈：【急】先到安全的地方，打 110！
　　119 火警、120 急救。我只能转告，不会派人
　　这件事我不发到群里，只告诉召集人
机器人→周敏：【急】王大妈私聊我说：我被家暴了，怎么办
　　我请对方先到安全的地方，打 110。请马上联系、核实
【2026-11-16 09:30】
王大妈（私聊）：需求 他又家暴我了
机器人→王大妈：【急】先到安全的地方，打 110！
　　119 火警、120 急救。我只能转告，不会派人
　　这件事我不发到群里，只告诉召集人
机器人→周敏：【急】王大妈私聊我说：他又家暴我了
　　我请对方先到安全的地方，打 110。请马上联系、核实
王大妈（私聊）：/撤销
机器人→王大妈：您没有可以撤销的一步。*
张伟：/需求列表
机器人：待认领：现在没有。*
`,
);
