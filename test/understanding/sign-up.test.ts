import { describe } from 'vitest';
import { conversation } from '../support/conversation.ts';

/*
 * How people sign up, change how many they are and withdraw in their own words, and whose list it is.
 */

describe('signing up', () => {
  conversation(
    'one by one, right behind the notice and later',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
老樊：我也来参加
机器人：E1 报名 老樊。共 1/30 人
【2026-11-23 10:00】
丁姐：今天菜场的萝卜真便宜
（沉默）
丁姐：我也去
（沉默）
丁姐：服务日给我报个名吧
机器人：E1 报名 丁姐。共 2/30 人
老樊：大家快来报名啦
（沉默）
`,
  );

  conversation(
    'with others: kin are heads, those who are named are people, a unit has its number',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
丁姐：+1，我闺女也来
机器人：E1 报名 丁姐(2人)。共 2/30 人
老樊：帮我妈报名
机器人：好的，他（她）怎么称呼？请回姓名，例：王秀兰
老樊：赖桂香
机器人：E1 报名 赖桂香。共 3/30 人
老樊：一家三口报名，+3
机器人：E1 报名 老樊(3人)。共 6/30 人
陈刚：恒威集团报名4人，带工具箱过去
机器人：E1 报名 恒威 4人。共 10/30 人
陈刚：名单
机器人：*恒威 4人*
`,
  );

  conversation(
    'two are open: it is asked, and the answer does it',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
李雪梅：/活动 11月28日9点 剪窗花
机器人：*E2*
丁姐：我要报名
机器人：有几个活动，是哪一个？
  1. E1 服务日 11月25日（周三）9:00–11:00
  2. E2 剪窗花 11月28日（周六）9:00–11:00
丁姐：窗花那个
机器人：E2 报名 丁姐。共 1 人
老樊：报名窗花
机器人：E2 报名 老樊。共 2 人
`,
  );
});

describe('second thoughts', () => {
  conversation(
    'fewer, more, nobody',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
丁姐：+2
机器人：E1 报名 丁姐(2人)。共 2/30 人
丁姐：「机器人：E1 报名 丁姐」改成3个人
机器人：E1 丁姐改为 3 人。共 3/30 人
丁姐：服务日我女儿不去了
机器人：E1 丁姐改为 2 人。共 2/30 人
丁姐：25号我去不了了，单位加班
机器人：E1 请假 丁姐。共 0/30 人
老樊：去不了了
（沉默）
李娟：+1 邢大妈
机器人：E1 报名 邢大妈。共 1/30 人
李娟：「机器人：E1 报名 邢大妈」她不来了
机器人：E1 退出 邢大妈。共 0/30 人
`,
  );
});

describe('whose it is', () => {
  conversation(
    'lists of other things are talk, ours are read to the end',
    `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
丁姐：#接龙
  山东苹果 50一箱
  1. 丁姐 2箱
  2. 老樊 1箱
（沉默）
丁姐：#接龙 周六徒步
  1. 丁姐
  2. 老樊
（沉默）
老樊：「丁姐：苹果不错，谁还要」+1
（沉默）
丁姐：#接龙
  1. 丁　丽
  2. 米热古丽·艾山
  3. 邢敏 没空
  4. 赖芳 看情况
  5. 洪霞 常玉
机器人：E1 接龙记下 丁丽、米热古丽·艾山、洪霞、常玉。共 4/30 人
  赖芳还没定，先没记。定了请发「+1」
`,
  );
});
