import { describe, expect, test } from 'vitest';
import { criedOut, emergencyIn } from '../../src/requests/rules/emergency.ts';

describe('an emergency said to the bot', () => {
  test.each([
    ['着火了快来', 'fire'],
    ['楼上著火了', 'fire'],
    ['着火了怎么办', 'fire'],
    ['3号楼着火了，担心老人出不来', 'fire'],
    ['配电房在冒黑烟', 'fire'],
    ['家里燃气漏了', 'gas'],
    ['楼道里有煤气味', 'gas'],
    ['煤气泄漏，有人晕倒', 'gas'],
    ['需要帮忙，我爸触电了', 'shock'],
    ['被困在电梯里了', 'stuck'],
    ['我妈摔倒了起不来', 'hurt'],
    ['3号楼有人受伤了，快叫救护车', 'hurt'],
    ['门口有人打架', 'crime'],
  ])('%s: %s', (text, kind) => expect(emergencyIn(text)).toBe(kind));

  test.each([
    '路灯不亮',
    '周五消防演练几点',
    '想听一次火灾预防讲座',
    '着火点在哪里能查到',
    '今晚吃火锅',
    '听说上海有个楼着火了',
    '昨天着火烧坏的门要修',
    '电线老化，怕着火',
    '小心触电的牌子掉了',
    '没有人受伤',
    '防火门坏了',
    '消防通道堵了',
    '孩子没人接',
  ])('%s is none', (text) => expect(emergencyIn(text)).toBeUndefined());
});

describe('a cry in a group that does not speak to the bot', () => {
  test.each([
    ['着火了', 'fire'],
    ['着火了！3号楼着火了快来人', 'fire'],
    ['我家着火了', 'fire'],
    ['失火了失火了！', 'fire'],
    ['火锅店着火了！', 'fire'],
    ['２号楼　起火啦', 'fire'],
    ['3號樓著火了', 'fire'],
    ['燃气泄漏了！大家别开灯', 'gas'],
    ['楼道煤气漏气，快打119', 'gas'],
    ['有人触电了！', 'shock'],
    ['电梯里困了人，快来', 'stuck'],
    ['3号楼有人受伤了，快叫救护车', 'hurt'],
    ['广场上有个老人晕倒了，快打120', 'hurt'],
    ['有人落水了救命', 'hurt'],
    ['门口有人打架，快报警', 'crime'],
  ])('%s: %s', (text, kind) => expect(criedOut(text)).toBe(kind));

  test.each([
    '明天消防演练，3号楼集合！',
    '着火点是多少度',
    '今晚吃火锅！',
    '新闻说3号楼着火了',
    '3号楼着火了？',
    '是不是哪里着火了',
    '昨天3号楼着火了，好险',
    '如果着火了，快打119！',
    '遇到有人受伤先打120',
    '发现燃气泄漏请先关阀门！',
    '火已经扑灭了，没人受伤',
    '3号楼着火了，现在灭了',
    '嗓子着火了！',
    '老板的生意着火了！',
    '后院起火了！',
    '球队又有人受伤了！',
    '这电影有人受伤了！',
    '好像着火了一样热',
    '手机烫得像着火了！',
    '这首歌火了',
    '直播间火爆了！',
    '温馨提示：燃气泄漏，快开窗！',
    '有人受伤吗',
    '安全讲座：有人触电，快断电！',
    '心里着火了！',
    '没有着火！',
    '漏水了！3号楼快来人',
    '我今天差点晕倒了！',
    '笑死，差点摔倒起不来！',
    `大家好，${'今天的事情说一下，'.repeat(5)}着火了！`,
  ])('%s is talk', (text) => expect(criedOut(text)).toBeUndefined());
});
