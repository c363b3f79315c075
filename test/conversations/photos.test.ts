import { expect, test } from 'vitest';
import { deliveries } from '../../src/core/records.ts';
import { type Outgoing, PhotoUnavailable } from '../../src/ports/chat.ts';
import { conversation, players } from '../support/conversation.ts';
import { until } from '../support/until.ts';

conversation(
  'a photo sent on one platform is seen by who does it on another; who asked is told how to see what came of it',
  `
刘芳@telegram：需求 3号楼楼道灯坏了[图片]
机器人@telegram：#1 3号楼楼道灯坏了
　　设施维修 · 待认领 · 刘芳 11月16日（周一）提 · 照片 1 张
　　能办的请发「认领 1 周六上午」
【2026-11-16 09:01】
吴霞@wechat：认领 1
机器人@telegram：#1 3号楼楼道灯坏了
　　设施维修 · 已认领 · 刘芳 11月16日（周一）提 · 照片 1 张
　　认领：吴霞
　　办完请发「完成 1 怎么办的」，一起办发「加入 1」
机器人@wechat：#1 有照片，认领人请私聊我发「/详情 1」看
机器人@wechat：#1「3号楼楼道灯坏了」吴霞认领了
　　办完请发「完成 1 怎么办的」，一起办发「加入 1」
吴霞（私聊）@wechat：/详情 1 照片
机器人→吴霞@wechat：#1 照片 1 张
　　[图片] #1 提出时 11月16日
【2026-11-16 09:10】
吴霞@wechat：[图片][图片]
吴霞@wechat：完成 1 换好了
机器人@telegram：#1 3号楼楼道灯坏了
　　设施维修 · 待验收 · 刘芳 11月16日（周一）提 · 照片 3 张
　　认领：吴霞
　　看照片请私聊我发「/详情 1」
　　请刘芳看看：好了发「满意 1」，没好发「未解决 1 原因」
机器人@wechat：#1「3号楼楼道灯坏了」吴霞办完了：换好了（照片 2 张）
　　看照片请私聊我发「/详情 1」
　　请刘芳看看：好了发「满意 1」，没好发「未解决 1 原因」
刘芳（私聊）@telegram：/详情 1
机器人→刘芳@telegram：#1 3号楼楼道灯坏了
　　设施维修 · 待验收 · 刘芳 11月16日（周一）提 · 照片 3 张
　　认领：吴霞
　　11月16日 刘芳提出
　　11月16日 吴霞认领了
　　11月16日 吴霞办完了：换好了（照片 2 张）
　　请刘芳看看：好了发「满意 1」，没好发「未解决 1 原因」
　　我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」
　　[图片] #1 提出时 11月16日
　　[图片] #1 办完后 11月16日
　　[图片] #1 办完后 11月16日
`,
);

conversation(
  'whoever cannot be written to in private is told in the group how to see photos',
  `
刘芳@telegram：需求 3号楼楼道灯坏了[图片]
机器人@telegram：*
【2026-11-16 09:01】
吴霞@telegram：认领 1
机器人@telegram：#1 有照片，认领人请私聊我发「/详情 1」看
机器人@telegram：#1 3号楼楼道灯坏了
　　设施维修 · 已认领 · 刘芳 11月16日（周一）提 · 照片 1 张
　　认领：吴霞
　　办完请发「完成 1 怎么办的」，一起办发「加入 1」
吴霞（私聊）@telegram：/详情 1 照片
机器人→吴霞@telegram：#1 照片 1 张
　　[图片] #1 提出时 11月16日
`,
);

conversation(
  'in a group photos are counted, in private they come with the text; all of them when they are asked for',
  `
张伟：[图片][图片][图片]
张伟：需求 树倒了
机器人：#1 树倒了
　　环境卫生 · 待认领 · 张伟 11月16日（周一）提 · 照片 3 张
　　能办的请发「认领 1 周六上午」
李娟：/详情 1
机器人：#1 树倒了
　　环境卫生 · 待认领 · 张伟 11月16日（周一）提 · 照片 3 张
　　11月16日 张伟提出
　　看照片请私聊我发「/详情 1」
　　能办的请发「认领 1 周六上午」
李娟：/详情 1 照片
机器人：看照片请私聊我发「/详情 1」
李娟（私聊）：/详情 1
机器人→李娟：#1 树倒了
　　环境卫生 · 待认领 · 张伟 11月16日（周一）提 · 照片 3 张
　　11月16日 张伟提出
　　能办的请发「认领 1 周六上午」
　　[图片] #1 提出时 11月16日
　　[图片] #1 提出时 11月16日
　　[图片] #1 提出时 11月16日
赵磊（私聊）：/认领 1
机器人：#1「树倒了」赵磊认领了
　　办完请发「完成 1 怎么办的」，一起办发「加入 1」
机器人→赵磊：#1 您认领的，照片在下面：
　　树倒了
　　办完请发「完成 1 怎么办的」
　　[图片] #1 提出时 11月16日
　　[图片] #1 提出时 11月16日
　　[图片] #1 提出时 11月16日
机器人→赵磊：#1 树倒了
　　环境卫生 · 已认领 · 张伟 11月16日（周一）提 · 照片 3 张
　　认领：赵磊
　　办完请发「完成 1 怎么办的」，一起办发「加入 1」
　　联盟群会看到：#1「树倒了」赵磊认领了
赵磊：1 [图片]
机器人：*
【2026-11-17 10:00】
赵磊：[图片][图片]
赵磊：完成 1 扶起来了
机器人：#1「树倒了」赵磊办完了：扶起来了（照片 2 张）
　　看照片请私聊我发「/详情 1」
　　请张伟看看：好了发「满意 1」，没好发「未解决 1 原因」
机器人→张伟：您提的 #1，赵磊办完了：扶起来了（照片 2 张）。
　　请看看：好了发「满意 1」，没好发「未解决 1 原因」
　　[图片] #1 办理中 11月16日
　　[图片] #1 办完后 11月17日
　　[图片] #1 办完后 11月17日
李娟（私聊）：/详情 1 照片
机器人→李娟：#1 照片 6 张
　　[图片] #1 提出时 11月16日
　　[图片] #1 提出时 11月16日
　　[图片] #1 提出时 11月16日
　　[图片] #1 办理中 11月16日
　　[图片] #1 办完后 11月17日
　　[图片] #1 办完后 11月17日
张伟：未解决 1 又歪了
机器人：*
机器人→赵磊：*
赵磊：1 [图片]
机器人：*
李娟（私聊）：/详情 1
机器人→李娟：#1 树倒了
　　环境卫生 · 办理中 · 张伟 11月16日（周一）提 · 返工 1 次 · 照片 7 张
　　认领：赵磊
　　11月16日 张伟提出
　　11月16日 赵磊认领了
　　11月16日 赵磊补了 1 张照片
　　11月17日 赵磊办完了：扶起来了（照片 2 张）
　　11月17日 张伟说还没解决（第 1 次），接着办：又歪了
　　11月17日 赵磊补了 1 张照片
　　照片共 7 张，先发 4 张，都要看请发「/详情 1 照片」
　　办完请发「完成 1 怎么办的」，一起办发「加入 1」
　　[图片] #1 提出时 11月16日
　　[图片] #1 提出时 11月16日
　　[图片] #1 办完后 11月17日
　　[图片] #1 办理中 11月17日
李娟（私聊）：/详情 2 照片
机器人→李娟：没有 #2。看有哪些请发「/需求列表」
`,
);

conversation(
  'a wish has photos for those who have a part in it, and liaisons; a stranger sees none of anybody',
  `
刘芳：[图片]
刘芳：心愿 刘奶奶想要一副老花镜
机器人：#1 刘**想要一副老花镜
　　心愿 · 扶老助残 · 待认领 · 刘** 11月16日（周一）提 · 照片 1 张
　　能办的请发「认领 1 周六上午」
张伟：/详情 1
机器人：#1 刘**想要一副老花镜
　　心愿 · 扶老助残 · 待认领 · 刘** 11月16日（周一）提 · 照片 1 张
　　11月16日 刘**提出
　　照片只给提出人、认领人和联络员看，私聊我发「/详情 1」
　　能办的请发「认领 1 周六上午」
张伟（私聊）：/详情 1
机器人→张伟：#1 刘**想要一副老花镜
　　心愿 · 扶老助残 · 待认领 · 刘** 11月16日（周一）提 · 照片 1 张
　　11月16日 刘**提出
　　照片 1 张，只给提出人、认领人和联络员看
　　能办的请发「认领 1 周六上午」
张伟（私聊）：/详情 1 照片
机器人→张伟：照片 1 张，只给提出人、认领人和联络员看
联络员（私聊）：/详情 1 照片
机器人→李雪梅：#1 照片 1 张
　　[图片] #1 提出时 11月16日
刘芳（私聊）：/详情 1 照片
机器人→刘芳：#1 照片 1 张
　　我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」
　　[图片] #1 提出时 11月16日
赵磊：认领 1
机器人：#1「刘**想要一副老花镜」赵磊认领了
　　办完请发「完成 1 怎么办的」，一起办发「加入 1」
机器人→赵磊：#1 您认领的，只给您看：
　　刘奶奶想要一副老花镜
　　提出人：刘芳。办完请发「完成 1 怎么办的」
　　[图片] #1 提出时 11月16日
刘芳：需求 楼道灯坏了[图片]
机器人：#2 楼道灯坏了
　　设施维修 · 待认领 · 刘芳 11月16日（周一）提 · 照片 1 张
　　能办的请发「认领 2 周六上午」
路人甲（私聊）：/详情 2
机器人→路人甲：#2 楼道灯坏了
　　设施维修 · 待认领 · 刘芳 11月16日（周一）提 · 照片 1 张
　　11月16日 刘芳提出
　　照片 1 张，只给成员看
　　能办的请发「认领 2 周六上午」
　　我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」
路人甲（私聊）：/详情 2 照片
机器人→路人甲：照片 1 张，只给成员看
`,
);

conversation(
  'whoever has to check because who asked is silent gets the photos of the work; an assigned unit those of before',
  `
张伟：需求 栏杆坏了[图片]
机器人：*
联络员：/指派 1 恒威
机器人：#1「栏杆坏了」李雪梅派给了恒威
　　办完请发「完成 1 怎么办的」，一起办发「加入 1」
机器人→陈刚：#1 李雪梅派给了恒威：
　　栏杆坏了
　　定好时间请发「改期 1 周六上午」，办不了发「放弃 1」
　　[图片] #1 提出时 11月16日
陈刚：完成 1 焊好了[图片]
机器人：#1「栏杆坏了」陈刚办完了：焊好了（照片 1 张）
　　看照片请私聊我发「/详情 1」
　　请张伟看看：好了发「满意 1」，没好发「未解决 1 原因」
机器人→张伟：您提的 #1，陈刚办完了：焊好了（照片 1 张）。
　　请看看：好了发「满意 1」，没好发「未解决 1 原因」
　　[图片] #1 办完后 11月16日
【2026-11-19 09:30】
机器人→李雪梅：#1 栏杆坏了
　　办完 3 天了，提出人没有回话。请您核实：好了发「满意 1」，没好发「未解决 1 原因」
　　[图片] #1 办完后 11月16日
`,
);

conversation(
  'photos wait with the words they go with: in the night, and over a restart',
  `
王五：需求 灯坏了
机器人：*
赵磊：认领 1
机器人：*
【2026-11-16 22:00】
赵磊：完成 1 [图片]
机器人：*
【重启】
（沉默）
【2026-11-17 07:30】
机器人→王五：您提的 #1，赵磊办完了（照片 1 张）。
　　请看看：好了发「满意 1」，没好发「未解决 1 原因」
　　[图片] #1 办完后 11月16日
`,
);

conversation(
  'what one has taken back is seen no more, also by who was to see it later',
  `
张伟：需求 灯坏了
机器人：*
张伟：1 [图片]
机器人：*
张伟：/撤销
机器人：*
李娟（私聊）：/详情 1
机器人→李娟：#1 灯坏了
　　设施维修 · 待认领 · 张伟 11月16日（周一）提
　　11月16日 张伟提出
　　11月16日 张伟补了 1 张照片（后来撤销了）
　　能办的请发「认领 1 周六上午」
李娟（私聊）：/详情 1 照片
机器人→李娟：#1 还没有照片。补照片请发照片，配文写「1」
`,
);

conversation(
  'two accounts become one person, and their photos stay',
  `
王五@wechat：需求 灯坏了[图片]
王五（私聊）@telegram：/绑定
机器人→王五@telegram：*
王五（私聊）@wechat：/绑定 {码}
机器人→王五@wechat：*
王五（私聊）@telegram：/详情 1 照片
机器人→王五@telegram：#1 照片 1 张
　　[图片] #1 提出时 11月16日
`,
);

conversation(
  'the photos of a record: in a group how many, in private a few, and all when they are asked for',
  `
联络员：/活动 明天9点 清洁家园
机器人：*
王五：+1
机器人：*
【2026-11-17 12:00】
联络员：/活动 E1 照片
机器人：E1 还没有照片。联络员请先发照片，3 分钟内再发「小结 E1」
联络员：[图片][图片][图片][图片][图片]
联络员：小结 E1 清理楼道6处
机器人：*
张伟：/活动 E1
机器人：E1 清洁家园 11月17日（周二）9:00–11:00
　　已结束
　　报名：王五
　　E1 报名 1 人 → 签到 0 人 → 小结
　　看谁到了请发「签到表 E1」
　　照片 5 张，私聊我发「/活动 E1」看
张伟（私聊）：/活动 E1
机器人→张伟：E1 清洁家园 11月17日（周二）9:00–11:00
　　已结束
　　报名：王五
　　E1 报名 1 人 → 签到 0 人 → 小结
　　看谁到了请发「签到表 E1」
　　照片共 5 张，先发 4 张，都要看请发「/活动 E1 照片」
　　[图片] E1 清洁家园 1/5
　　[图片] E1 清洁家园 2/5
　　[图片] E1 清洁家园 3/5
　　[图片] E1 清洁家园 4/5
王五（私聊）：/活动 E1 照片
机器人→王五：照片 5 张
　　我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」
　　[图片] E1 清洁家园 1/5
　　[图片] E1 清洁家园 2/5
　　[图片] E1 清洁家园 3/5
　　[图片] E1 清洁家园 4/5
　　[图片] E1 清洁家园 5/5
路人甲（私聊）：/活动 E1
机器人→路人甲：E1 清洁家园 11月17日（周二）9:00–11:00
　　已结束
　　报名：王五
　　E1 报名 1 人 → 签到 0 人 → 小结
　　看谁到了请发「签到表 E1」
　　照片 5 张，只给成员看
　　我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」
【2026-11-17 12:10】
联络员：/小结 E1
机器人：E1 的小结。
　　清理楼道6处
　　五项：通知✓ 小结✓ 照片✓ 还缺 签到、惠及人次
　　补惠及人次请发「小结 E1 惠及38人次」
联络员（私聊）：/小结 E1
机器人→李雪梅：E1 的小结。
　　清理楼道6处
　　五项：通知✓ 小结✓ 照片✓ 还缺 签到、惠及人次
　　补惠及人次请发「小结 E1 惠及38人次」
　　[图片] E1 清洁家园 1/5
　　[图片] E1 清洁家园 2/5
　　[图片] E1 清洁家园 3/5
　　[图片] E1 清洁家园 4/5
`,
);

const request = { name: '张伟', text: '需求 楼道灯坏了', photos: ['a', 'b'] };
const look = { name: '张伟', private: true, text: '/详情 1' };

test('a photo that could not be kept is said in words, and the others are shown', async () => {
  const player = await players({
    onFetch: async (photo) => {
      if (photo === 'a') throw new PhotoUnavailable('large');
      return Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
    },
  });
  await player.say(request);
  const told = player.take().map(({ outgoing }) => outgoing);
  expect(told.map(({ text }) => text)).toContain(
    '这张照片没能存下来（超过 10 MB，或像素太多），请换一张再发一次',
  );
  await player.say(look);
  const [details] = player.take().map(({ outgoing }) => outgoing);
  expect(details?.text.split('\n').at(-1)).toBe('有 1 张照片没能存下来（超过 10 MB，或像素太多）');
  expect(details?.attachments).toEqual([
    { kind: 'photo', name: 'photo-1.jpg', bytes: expect.anything(), caption: '#1 提出时 11月16日' },
  ]);
  expect([...(details?.attachments?.[0]?.bytes ?? [])]).toEqual([0xff, 0xd8, 0xff, 0xe0]);
});

test('a photo that is being fetched is waited for; if it takes long the words come without it', async () => {
  const photo = Promise.withResolvers<Uint8Array>();
  const player = await players({ onFetch: () => photo.promise });
  const told: Outgoing[] = [];
  const answered = (count: number, meanwhile = () => {}) =>
    until(() => {
      meanwhile();
      told.push(
        ...player
          .take()
          .flatMap(({ outgoing }) => (outgoing.to.kind === 'private' ? [outgoing] : [])),
      );
      return told.length >= count;
    });
  const owed = (count: number) =>
    until(
      async () =>
        (await player.records()).all(deliveries).filter((one) => one.photos !== undefined)
          .length === count,
    );
  void player.say({ ...request, photos: ['a'] });
  void player.say(look);
  await owed(1);
  await answered(0);
  expect(told).toEqual([]);
  // However late it begins to wait.
  await answered(1, () => player.clock.moveTo(player.clock.now() + 1_000));
  expect(told[0]?.text).toContain('有 1 张照片还在取，请过一会儿再看');
  expect(told[0]?.attachments).toBeUndefined();
  await owed(0);
  void player.say(look);
  await owed(1);
  photo.resolve(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
  await answered(2);
  expect(told[1]?.text).not.toContain('还在取');
  expect(told[1]?.attachments).toHaveLength(1);
});

test('a notice waits for its photos up to ten minutes, and comes without them after that', async () => {
  let failing = true;
  const player = await players({
    onFetch: async () => {
      if (failing) throw new Error('502');
      return Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
    },
  });
  const said = () => player.take().filter(({ outgoing }) => outgoing.to.chat === '张伟');
  await player.say({ name: '张伟', text: '需求 灯坏了' }, { name: '赵磊', text: '认领 1' });
  await player.say({ name: '赵磊', text: '完成 1', photos: 1 });
  await player.pass(player.clock.now() + 5 * 60_000);
  expect(said()).toEqual([]);
  failing = false;
  await player.pass(player.clock.now() + 4 * 60_000);
  expect(said().map(({ outgoing }) => outgoing.attachments?.length)).toEqual([1]);
  failing = true;
  await player.say({ name: '张伟', text: '未解决 1' });
  await player.say({ name: '赵磊', text: '完成 1', photos: 1 });
  await player.pass(player.clock.now() + 11 * 60_000);
  expect(said().map(({ outgoing }) => outgoing.text.split('\n').at(-1))).toEqual([
    '有 1 张照片还在取，请过一会儿再看',
  ]);
});
