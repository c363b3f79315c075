import { describe, expect, test } from 'vitest';
import {
  criedOut,
  emergencyIn,
  emergencySaid,
} from '../../src/features/requests/rules/emergency.ts';

describe('cried out in a group', () => {
  test.each([
    ['6栋楼下有人被车撞了', 'hurt'],
    ['我爸突然倒地叫不醒', 'hurt'],
    ['隔壁奶奶摔倒了起不来，快叫救护车', 'hurt'],
    ['快来人 大爷抽搐了', 'hurt'],
    ['孩子被果冻噎住了怎么办', 'hurt'],
    ['我喘不上气了', 'hurt'],
    ['救救我', 'help'],
    ['救命啊！！', 'help'],
    ['厨房冒烟烧起来了', 'fire'],
    ['瓦斯漏气了！', 'gas'],
    ['我和孙子被关在电梯里了', 'stuck'],
    ['小偷在撬对门的锁，快报警', 'crime'],
    ['我妈走丢了，穿红衣服，急', 'crime'],
    ['someone is bleeding at the gate, help', 'hurt'],
  ])('%s', (text, kind) => expect(criedOut(text)).toBe(kind));
});

describe('said to the bot', () => {
  test.each([
    ['我摔了一跤起不来了', 'hurt'],
    ['宝宝误食了洗衣球', 'hurt'],
    ['有人一直尾随我', 'crime'],
    ['报警', 'crime'],
    ['活着没意思', 'life'],
    ['I want to die', 'life'],
  ])('%s', (text, kind) => expect(emergencySaid(text)).toBe(kind));

  test.each(['我摔伤了，25号去不了了', '我妈骨折了，想借个轮椅', '帮我报名'])(
    'something else is asked for: %s',
    (text) => expect(emergencySaid(text)).toBeUndefined(),
  );
});

test.each([
  '上次电梯困人是谁修的',
  '我妈前年中风，现在能走了',
  '救命，这题也太难了吧哈哈',
  '听说对面小区着火了',
  '这个价格要命了',
  '打羽毛球把腿摔骨折的那个人出院了',
  '这个主播火了，直播间爆炸',
  '煤气费怎么交',
  '小偷电影真好看',
  '累得不想活了，加班到三点',
  'my phone died, help me find a charger',
])('talk: %s', (text) => expect(criedOut(text)).toBeUndefined());

test('a request wakes everybody only for what is grave', () => {
  expect(emergencyIn('老人骨折了想借轮椅')).toBeUndefined();
  expect(emergencyIn('3号楼有人晕倒了')).toBe('hurt');
});
