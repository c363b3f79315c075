import { conversation } from '../support/conversation.ts';

conversation(
  'a liaison stays the liaison of their unit, whatever they ask and whoever welcomes them',
  `
联络员2（私聊）：/加入单位 安康
机器人→陈刚：您是恒威的联络员*召集人*
召集人（私聊）：/联络员
机器人→周敏：*恒威（陈刚）*
　　*
召集人（私聊）：/加入单位 安康
机器人→周敏：要把您自己*转到安康吗？是的话请回「是」
召集人（私聊）：不
机器人→周敏：好的，那就先不动。
召集人（私聊）：/加入单位 安康
机器人→周敏：*
召集人（私聊）：是
机器人→周敏：周敏，欢迎！您现在是安康的成员了*
`,
);

conversation(
  'a word behind a unit gives it no new short name',
  `
召集人（私聊）：/单位 恒威 电话 88886666
机器人→周敏：单位只能改这几样，例：
　　/单位 恒威 改名 新名称
　　*
　　*
　　*
召集人（私聊）：/单位 恒威
机器人→周敏：恒威集团（企业，简称恒威）*
　　*
召集人（私聊）：/单位 新绿园艺 企业 新绿
机器人→周敏：记下了 1 家单位：*
　　*新绿园艺*
`,
);
