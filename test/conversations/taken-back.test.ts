import { alsoRestarted, example } from '../support/conversation.ts';

const file = {
  ...example,
  groups: ['联盟群', '居民群'].map((title) => ({ title, language: 'zh' as const })),
};

alsoRestarted(
  'what was said at night and taken back at night reaches nobody in the morning',
  `
【2026-11-16 22:30】
王五（私聊）：需求 发群 某干部吃拿卡要
机器人→王五：记下了，是 #1*
王五（私聊）：撤回 1
机器人→王五：#1 …*
王五（私聊）：需求 只给社区 楼上打麻将
机器人→王五：记下了，是 #2*
王五（私聊）：撤回 2
机器人→王五：#2 …*
王五（私聊）：信箱 物业不给票
机器人→王五：收到，来信 #3*
王五（私聊）：撤回 3
机器人→王五：来信 #3 撤回了*
【2026-11-17 09:00】
机器人→周敏：来信 #3 本人撤回了，不用回了
机器人：早上好*已撤回 #1*
机器人（居民群）：早上好*已撤回 #1*
【2026-11-18 09:00】
（沉默）
`,
  file,
);

alsoRestarted(
  'no list of what was sent repeats what was taken back',
  `
【2026-11-16 10:30】
王五（私聊）：需求 发群 某干部吃拿卡要
机器人→王五：记下了，是 #1*
机器人：#1 某干部吃拿卡要*
机器人（居民群）：#1 某干部吃拿卡要*
王五（私聊）：撤回 1
机器人→王五：#1 …*
联络员（私聊）：/状态 发送
机器人→李雪梅：最近的通知：
　　11月16日（周一）10:30 #1 …*
联络员（私聊）：/需求列表 已撤回
机器人→李雪梅：已撤回 1 件：
　　#1 …（*）
　　*
联络员：/详情 1
机器人：#1 …*
`,
  file,
);
