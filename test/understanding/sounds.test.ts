import { expect, test } from 'vitest';
import { soundOf, soundsLike } from '../../src/core/sounds.ts';

test.each([
  ['槐花', '怀花'],
  ['槐花', '坏化'],
  ['签到', '前道'],
  ['桂花', '贵华'],
  ['春风', '村丰'],
  ['义诊', '一针'],
])('%s sounds like %s', (one, other) => {
  expect(soundsLike(one, other)).toBe(true);
});

test.each([
  ['槐花', '桂花'],
  ['签到', '签收'],
  ['签到', '到'],
  ['小雪', '小学校'],
])('%s does not sound like %s', (one, other) => {
  expect(soundsLike(one, other)).toBe(false);
});

test('the syllables come in their order: the first and the last of some are what they are', () => {
  expect(
    soundOf(
      '啊澳芭怖擦错搭堕蛾贰发咐噶过哈祸击骏喀阔垃络妈穆拿诺哦沤啪瀑期群然弱撒索塌唾挖误昔迅压孕匝座',
    ),
  ).toBe(
    'a ao ba bu ca cuo da duo e er fa fu ga guo ha huo ji jun ka kuo la luo ma mu na nuo o ou pa pu qi qun ran ruo sa suo ta tuo wa wu xi xun ya yun za zuo',
  );
});

test('a rare character sounds like itself only', () => {
  expect(soundsLike('犇', '奔')).toBe(false);
  expect(soundsLike('犇', '犇')).toBe(true);
});
