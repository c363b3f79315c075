import { conversation } from '../support/conversation.ts';

/* Who answers one of the bot's messages means what that message is about. */

conversation(
  'two activities are open: under the card of one of them no number is needed',
  `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
李雪梅：/活动 11月28日9点 清洁家园
机器人：*E2*
张伟：+1
机器人：有几个活动，是哪一个？*
张伟：「机器人：E2 清洁家园 11月28日」+1
机器人：E2 报名 张伟。*
张伟：「机器人：E1 服务日 11月25日」报名 王五
机器人：E1 报名 王五。*
张伟：「机器人：E2 清洁家园」请假
机器人：E2 *
张伟：「机器人：E2 清洁家园」+1 E1
机器人：E1 报名 张伟。*
李娟：「机器人：E1 服务日」名单
机器人：E1 *
李雪梅：「机器人：E2 清洁家园」/改期 11月29日9点
机器人：E2 *11月29日*
`,
);

conversation(
  'what names several of a kind says nothing about which is meant; thanks and talk under a card stay talk',
  `
【2026-11-22 18:00】
机器人：【还有 3 天】E1 服务日*
李雪梅：/活动 11月28日9点 清洁家园
机器人：*E2*
张伟：「机器人：有几个活动，是哪一个？
　　E1 服务日
　　E2 清洁家园」+1
机器人：有几个活动，是哪一个？*
张伟：「机器人：E2 清洁家园」收到
张伟：「机器人：E2 清洁家园」谢谢
张伟：「机器人：E2 清洁家园」辛苦大家了，那天见
（沉默）
张伟：「王五：E2 我也去」+1
机器人：有几个活动，是哪一个？*
`,
);

conversation(
  'under a request: taken on, said how it goes, and done, without its number; the words of the bot are nobody’s request',
  `
【2026-11-23 9:00】
王五：需求 3号楼楼道灯坏了
机器人：#1 *
王五：需求 北门积水
机器人：#2 *
陈刚：认领
陈刚：「机器人：#2 北门积水 等人认领」认领
机器人：*#2*
陈刚：「机器人：#2 北门积水」进度 约了周六来疏通
机器人：*#2*
陈刚：「机器人：#2 北门积水」完成 水退了
机器人：*#2*
机器人→王五：*
王五：「机器人：#2 北门积水」/需求 还有落叶
机器人：#3 还有落叶
　　其他*
`,
);

conversation(
  'under a poll a bare letter is a vote in it',
  `
【2026-11-22 12:00】
李雪梅：/投票 学什么 A 党章 B 报告 截止 23日18点
机器人：*P1*
李雪梅：/投票 去哪里 A 广场 B 公园 截止 23日18点
机器人：*P2*
张伟：「机器人：P2 去哪里」B
机器人：*P2*
张伟：「机器人：P1 学什么」投 A
机器人：*P1*
`,
);

conversation(
  'photos without words under a request are photos of it',
  `
【2026-11-23 9:00】
机器人：【还有 3 天】E1 服务日*
王五：需求 3号楼楼道灯坏了
机器人：#1 *
王五：需求 北门积水
机器人：#2 *
陈刚：认领 1
机器人：*#1*
陈刚：认领 2
机器人：*#2*
陈刚：「机器人：#1 3号楼楼道灯坏了」[图片]
机器人：*#1*
陈刚（私聊）：/详情 1 照片
机器人→陈刚：#1 照片 1 张
　　[图片] #1 办理中 11月23日
`,
);
