import { expect, test } from 'vitest';
import { conversation, players } from '../support/conversation.ts';

const arriving = `
【2026-11-25 08:12】
召集人（私聊）：/口令 槐花
机器人→周敏：E1 的口令换成「槐花」了，旧的不再有效。请改现场的板子`;

conversation(
  'the word on the board: forgotten, wrong, mistyped, glued, in other characters',
  `${arriving}
张伟：签到
机器人：E1 签到要加现场板子上的词，例：签到 春风
张伟：签到 桂花
机器人：这个词不对，再看看板子。例：签到 春风
张伟：签道 槐花
机器人：E1 到场 1 人（张伟）。应到 0
李娟：簽到　槐花
机器人：E1 到场 2 人（李娟）。应到 0
赵磊：签到槐花
机器人：E1 到场 3 人（赵磊）。应到 0
吴霞：签到 E1 槐花 2人
机器人：E1 到场 5 人（吴霞 2 人）。应到 0
徐波：签到处在哪里
（沉默）
徐波：签到时间
（沉默）
徐波：大家签到 槐花 了吗？
（沉默）
张伟：签到 槐花
机器人：张伟 08:12 已经签到 E1 了，不用再签
黄静（私聊）：签到 槐花
机器人→黄静：E1 到场 6 人（张伟、李娟、赵磊、吴霞 2 人、黄静）。应到 0
`,
);

conversation(
  'head-counts of a unit: by its own people, all together, and asked again when they are many',
  `${arriving}
张伟：签到 槐花
机器人：E1 到场 1 人（张伟）。应到 0
李娟：恒威 签到 槐花 5人
机器人：E1 到场 5 人（恒威 5 人）。应到 0
赵磊：恒威 签到 槐花 9人
机器人：恒威的人数请恒威的人来报。您自己签到请发「签到」加板上的词
赵磊：不存在的单位 签到 槐花 9人
机器人：没有叫「不存在的单位」的单位。自己签到请发「签到」加板上的词
陈刚：恒威 签到 槐花 60人
机器人：恒威到场 60 人，对吗？对的话请再发一次「恒威 签到 槐花 60人」
陈刚：恒威 签到 槐花 60人
机器人：E1 到场 60 人（恒威 60 人）。应到 0
赵磊：签到 槐花 12人
机器人：报人数请带上单位，例：佳丽 签到 槐花 12人
马强：佳麗 簽到 槐花 三人
机器人：E1 到场 63 人（佳丽 3 人）。应到 0
`,
);

conversation(
  'before it opens, after it has closed, without a word, and corrected afterwards',
  `
【2026-11-24 20:00】
张伟：+1
机器人：E1 报名 张伟。共 1/30 人
李娟：+1
机器人：E1 报名 李娟。共 2/30 人
张伟：签到 E1
机器人：E1 11月25日（周三）8:00 开始签到，到时请再发一次
联络员：补签 E1 张伟 手机没电
机器人：E1 还没开始签到，开始以后再补
【2026-11-25 08:30】
联络员（私聊）：/口令 不用
机器人→李雪梅：E1 签到不用口令了，发「签到」就行
张伟：签到
机器人：E1 到场 1 人（张伟）。应到 2
【2026-11-25 11:30】
机器人：E1 服务日 签到结束
　　到场 1 人，应到 2 人
　　到场 1：张伟
　　未签到 1 人
　　联络员请写小结，例：小结 E1 清理楼道6处，惠及38人次
李娟：签到
机器人：E1 的签到 11:30 结束了。来过的请找联络员发「补签 E1 李娟 忘了签到」
李娟：签到 E1
机器人：E1 的签到 11:30 结束了*
联络员：补签 E1 李娟 手机没电
机器人：E1 李娟 记为到场（补）
联络员：补签 E1 张伟 缺席 记错人了
机器人：E1 张伟 记为缺席（补）
联络员：补签 E1 没这人 看错了
机器人：没找到「没这人」。请写名单上的姓名，例：补签 E1 张伟 手机没电
李娟：补签 E1 李娟 我来了
（沉默）
李娟：/补签 E1 李娟 我来了
机器人：这件事要联络员来做。看您能做什么请发「/帮助」
`,
);

conversation(
  'the record: what is missing is said, and the five items close it',
  `
联络员：/活动 明天9点 清洁家园
机器人：*
联络员：小结 E1 做完了
机器人：E1 还没开始，办完再写小结
【2026-11-17 08:30】
联络员（私聊）：/口令 槐花
机器人→李雪梅：*
张伟：签到 槐花
机器人：*
【2026-11-17 12:00】
联络员：/小结
机器人：E1 还没有小结。请发，例：小结 E1 清理楼道6处，惠及38人次
联络员：小结 E1 清理楼道6处，大家很高兴
机器人：E1 小结记下了。
　　五项：通知✓ 签到✓ 小结✓ 还缺 照片、惠及人次
　　先发照片，3 分钟内再发「小结 E1 惠及38人次」
联络员：[图片][图片]
（沉默）
联络员：小结 E1
机器人：E1 小结记下了。
　　五项：通知✓ 签到✓ 小结✓ 照片✓ 还缺 惠及人次
　　补惠及人次请发「小结 E1 惠及38人次」
【重启】
联络员：小结 E1 惠及38人次
机器人：E1 小结记下了。惠及 38 人次
　　五项：通知✓ 签到✓ 小结✓ 照片✓ 惠及人次✓，齐了
联络员：/小结
机器人：没有办过的活动等着写小结。看安排请发「日程」
联络员：小结 E1
机器人：E1 的小结。惠及 38 人次
　　清理楼道6处，大家很高兴
　　五项：通知✓ 签到✓ 小结✓ 照片✓ 惠及人次✓，齐了
`,
);

test('fifty people check in in one moment, and each is recorded once', async () => {
  const player = await players();
  await player.passTo('2026-11-25 08:12');
  await player.say({ name: '召集人', private: true, text: '/口令 槐花' });
  player.take();
  const people = Array.from({ length: 50 }, (_, index) => `居民${index + 1}`);
  await player.say(
    ...people.flatMap((name) => [
      { name, text: '签到 槐花' },
      { name, text: '签到 槐花' },
    ]),
  );
  await player.restart();
  player.take();
  await player.passTo('2026-11-25 11:30');
  const [table] = player.take();
  expect(table?.outgoing.text).toContain('到场 50 人');
  expect(table?.outgoing.text).toContain('未报名到场 50');
});
