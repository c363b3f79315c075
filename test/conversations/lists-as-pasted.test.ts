import { conversation } from '../support/conversation.ts';

conversation(
  'goods are nobody, and other lists with a title of their own stay theirs',
  `
【2026-11-22 18:05】
机器人：【还有 3 天】E1 服务日 11月25日（周三）9:00–11:00
　　地点：天星广场
　　已报 0/30 人
　　参加请发「+1」，来不了请发「请假 E1」
王霞：接龙 1.红富士 2.香蕉
王霞：#接龙
　　1. 土鸡蛋
　　2. 排骨
王霞：#接龙
　　1. 石头爸
　　2. 小桃
机器人：E1 报名 石头爸、小桃。共 2/30 人
`,
);

conversation(
  'who stands below 请假 does not come, and that is said',
  `
【2026-11-22 18:05】
机器人：【还有 3 天】E1 服务日 11月25日（周三）9:00–11:00
　　地点：天星广场
　　已报 0/30 人
　　参加请发「+1」，来不了请发「请假 E1」
吴丽：#接龙
　　服务日报名
　　1. 倪敏
　　请假：
　　1. 钟丽
　　2. 吴红
机器人：E1 接龙记下 倪敏。共 1/30 人
　　钟丽、吴红读作不来，没有记。要来请本人发「+1」
`,
);

conversation(
  'how somebody begins, and the part of the list they are in, is no name',
  `
【2026-11-22 18:05】
机器人：【还有 3 天】E1 服务日 11月25日（周三）9:00–11:00
　　地点：天星广场
　　已报 0/30 人
　　参加请发「+1」，来不了请发「请假 E1」
王霞：#接龙 服务日
　　1. 我是～郑婉 C组
　　2. 韩医生B组
　　3. 我叫顾明 二队
机器人：E1 报名 郑婉、韩医生、顾明。共 3/30 人
`,
);

conversation(
  'a school that nobody has told the bot of comes with its number',
  `
【2026-11-16 10:05】
召集人：/活动 28日9点 合唱 @天星广场
机器人：E1 合唱 11月28日（周六）9:00–11:00
　　地点：天星广场
　　已报 0 人
　　参加请发「+1」，来不了请发「请假 E1」
徐丽：#接龙 合唱
　　1. 张三
　　2. 天星小学 合唱 20人
　　3. 星光幼儿园 10人
　　4. 王五 0人
机器人：E1 报名 张三、天星小学(20人)、星光幼儿园(10人)。共 31 人
`,
);
