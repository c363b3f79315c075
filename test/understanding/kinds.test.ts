import { describe } from 'vitest';
import { conversation } from '../support/conversation.ts';

/*
 * What is true of a whole kind of words: particles, sounds, who the speaker is, what blanks are, and
 * words of commands that nothing takes now.
 */

describe('the speaker', () => {
  conversation(
    'is who says what they are called, or what they are',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
老樊：报名，服务日，我叫樊长河
机器人：E1 报名 老樊。共 1/30 人
丁姐：我这个老太太也报名
机器人：E1 报名 丁姐。共 2/30 人
老秦（私聊）：给我和我女儿报名
机器人→老秦：我只记您跟我说的事*
机器人→老秦：E1 服务日 *
　　*老秦(2人)*
`,
  );

  conversation(
    'says where they live, and nobody comes by that',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
小温（私聊）：给我报个名，我是5号楼的小温
机器人→小温：我只记您跟我说的事*
机器人→小温：E1 服务日 *
　　*小温*
`,
  );
});

describe('words', () => {
  conversation(
    'of commands that nothing takes now hide no others',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
老樊：我来～
机器人：E1 报名 老樊。共 1/30 人
丁姐：「机器人：E1 服务日」我跟老头子都来
机器人：E1 报名 丁姐(2人)。共 3/30 人
`,
  );

  conversation(
    'end with other particles, and count what was done before as over',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
张伟：+1
机器人：E1 报名 张伟。共 1/30 人
张伟：服务日去不了喽
机器人：E1 请假 张伟*
丁姐：去过了，没什么意思
（沉默）
`,
  );
});

conversation(
  'a question between two options votes for none; 吧 behind the word on the board is no question',
  `
【2026-11-16 09:30】
李雪梅：/投票 做什么 A 清洁 B 义诊 截止 20日18点
机器人：P1 做什么*
老樊：选A还是选B，想不好
（沉默）
老樊：我还是选B
机器人：P1 投票 老樊*
【2026-11-22 18:00】
机器人：*
机器人：*
张伟：+1
机器人：E1 报名 张伟*
【2026-11-25 08:12】
机器人：*
召集人（私聊）：/口令 槐花
机器人→周敏：*
张伟：签到，是槐花吧？
机器人：E1 到场 1 人*
`,
);

describe('several', () => {
  conversation(
    'are asked about where 报名 alone could be of two, and answered in the words of one',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
李雪梅：/活动 11月28日9点 包饺子 @社区大厅
机器人：E2 包饺子*
老樊：报名
机器人：有几个活动，是哪一个？
  1. E1 服务日 *
  2. E2 包饺子 *
老樊：第二个
机器人：E2 报名 老樊。共 1 人*
`,
  );

  conversation(
    'requests are taken on with one word, and a number of something else is none of theirs',
    `
【2026-11-16 10:00】
王五：需求 3号楼2单元楼道灯坏了
机器人：#1*
王五：需求 北门垃圾桶满了没人清
机器人：#2*
赵磊：我来拿快递，1号柜
（沉默）
张伟：两个都认领
机器人：#1*
机器人：#2*
`,
  );
});

describe('a unit', () => {
  conversation(
    'brings as many as it says, whatever they are called',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
陈刚：恒威派4个同事参加服务日
机器人：E1 报名 恒威 4人。共 4/30 人
高远：我们安康安排了三名志愿者去服务日
机器人：E1 报名 安康 3人。共 7/30 人
`,
  );

  conversation(
    'takes something on in the words of its people',
    `
王五：需求 3号楼灯坏了
机器人：#1 *
马强：1号我们物业去修
机器人：#1「*佳丽（马强）认领了*
马强：1处理完毕
机器人：#1「*马强办完了*
王五：弄得挺好
机器人：#1「*王五说满意*
`,
  );
});

describe('a question about one thing that is open', () => {
  conversation(
    'is answered in the group',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
老秦：服务日几点开始来着
机器人：E1 服务日 *
老秦：服务日现在多少人报了
机器人：E1 服务日 *
老秦：服务日还收人不
机器人：E1 服务日 *
老秦：多少人报了驾校
（沉默）
李雪梅：/投票 做什么 A 清洁家园 B 义诊 截止 23日18点
机器人：P1 *
老秦：现在哪个票多
机器人：P1 做什么*
老秦：哪个店票多
（沉默）
`,
  );
});

describe('a sign behind a word', () => {
  conversation(
    'is no part of what it says',
    `
李雪梅（私聊）：发公告：明天停水
机器人→李雪梅：*
　　【公告】明天停水*
`,
  );
});

describe('a count', () => {
  conversation(
    'over fifty is of a unit, and never one seat',
    `
【2026-11-16 10:05】
李雪梅：/活动 28日9点 清洁家园 200人
机器人：E1 清洁家园*
赵磊：报名 一百人
机器人：一个人最多报 50 人。单位来请写单位，例：恒威 报名 60人
高远：安康报名 一百人
机器人：E1 报名 安康 100人。共 100/200 人
`,
  );

  conversation(
    'is of whom it is said',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
张伟：+1
机器人：E1 报名 张伟。共 1/30 人
李娟：+1 王大妈
机器人：E1 报名 王大妈。共 2/30 人
张伟：王大妈改成两个
机器人：E1 王大妈改为 2 人。共 3/30 人
吴霞：我可以
（沉默）
`,
  );
});
