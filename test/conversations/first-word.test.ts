import { describe } from 'vitest';
import { conversation } from '../support/conversation.ts';

describe('what is kept is told at first contact', () => {
  conversation(
    'once, with the first answer in private; in a group nobody is told one by one',
    `
路人：需求 3号楼灯坏了
机器人：#1 3号楼灯坏了
　　设施维修 · 待认领 · 路人 11月16日（周一）提
　　能办的请发「认领 1 周六上午」
路人（私聊）：/我的
机器人→路人：*
　　我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」
路人（私聊）：/我的
机器人→路人：路人还没报名活动
　　提的需求：
　　#1 3号楼灯坏了 待认领
　　看安排请发「日程」，有事请发「需求 什么地方怎么了」，要全部信息发「/我的 文件」
【重启】
路人（私聊）：日程
机器人→路人：*11月*日*发「*」
`,
  );

  conversation(
    'by itself where the first answer is a question, and not beside /隐私',
    `
过客（私聊）：5号楼电梯坏了
机器人→过客：要我记成需求吗：*
机器人→过客：我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」
过客（私聊）：不
机器人→过客：好的，那就先不动。
访客（私聊）：/隐私
机器人→访客：*小联记什么*要删除私聊发「/忘记我」
访客（私聊）：/我的
机器人→访客：*「/我的 文件」
`,
  );
});
