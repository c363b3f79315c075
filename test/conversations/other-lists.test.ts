import { describe, expect, test } from 'vitest';
import { playersInMemory } from '../support/conversation.ts';

async function answered(text: string): Promise<string> {
  const player = await playersInMemory();
  await player.say({ name: '联络员', text: '/活动 25日9点 清洁家园' });
  player.take();
  await player.say({ name: '张伟', text });
  return player
    .take()
    .map(({ outgoing }) => outgoing.text)
    .join('\n');
}

describe('a list of people that is pasted while something is open', () => {
  test.each([
    '3号楼没交物业费名单：\n1. 张建国\n2. 李建军',
    '不参加的：1.冯一 2.冯二',
    '#接龙 不参加的接一下\n1. 张建国\n2. 李建军',
    '明天值日：\n1. 张老师\n2. 李老师',
    '中奖名单\n1. 张建国\n2. 李建军',
    '本月优秀志愿者：\n1. 张建国\n2. 李建军',
    '核酸名单\n1. 张建国\n2. 李建军',
    '感谢以下捐款人：\n1. 王大明 200元\n2. 李建军 100元',
    '1. 王大明 200元\n2. 李建军 100元',
    '物业人员电话\n1. 王师傅 13812345678\n2. 李师傅 13912345678',
    '1. 王师傅 13812345678\n2. 李师傅 13912345678',
    '请以下同志下午来拿快递：\n1. 张建国\n2. 李建军',
    '25号下午拿快递：\n1. 张建国\n2. 李建军',
    '球队首发：\n1.姚明\n2.王大明',
    '排队顺序\n1. 张建国\n2. 李建军',
    '1. 李白 2. 杜甫 谁更厉害',
    '二年级家长会\n1. 张建国\n2. 李建军',
  ])('%j is not for it', async (text) => expect(await answered(text)).toBe(''));

  test.each([
    '1. 张建国\n2. 李建军',
    '#接龙\n1. 张建国\n2. 李建军',
    '#接龙 感谢大家参加，联系电话 13812345678\n1. 张建国\n2. 李建军',
    '报名的：\n1. 张建国 13812345678\n2. 李建军',
    '清洁家园\n1. 张建国\n2. 李建军',
    '25号天星广场：\n1. 张建国\n2. 李建军',
    'E1\n1. 张建国\n2. 李建军',
  ])('%j is', async (text) => expect(await answered(text)).toBe('E1 报名 张建国、李建军。共 2 人'));
});
