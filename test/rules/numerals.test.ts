import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberSource, readNumber } from '../../src/core/numerals.ts';

const READ: readonly (readonly [string, number])[] = [
  ['0', 0],
  ['12', 12],
  ['012', 12],
  ['１２', 12],
  ['零', 0],
  ['〇', 0],
  ['零五', 5],
  ['〇五', 5],
  ['一', 1],
  ['两', 2],
  ['兩', 2],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['二十五', 25],
  ['廿', 20],
  ['廿五', 25],
  ['卅一', 31],
  ['百', 100],
  ['一百', 100],
  ['两百', 200],
  ['一百零五', 105],
  ['一百〇五', 105],
  ['一百五', 150],
  ['一百五十', 150],
  ['一百一十五', 115],
  ['一百十五', 115],
  ['二百二十五', 225],
  ['一千', 1_000],
  ['两千零二十六', 2_026],
  ['一千零五', 1_005],
  ['一千二', 1_200],
  ['三千五百', 3_500],
  ['一千两百', 1_200],
  ['一万', 10_000],
  ['一万二', 12_000],
  ['萬', Number.NaN],
  ['一萬', 10_000],
  ['十二万', 120_000],
  ['一万零五', 10_005],
  ['一万零五百', 10_500],
  ['九千九百九十九万九千九百九十九', 99_999_999],
];

describe('a number in digits or Chinese numerals', () => {
  test.each(READ)('%s is %d', (text, value) => expect(readNumber(text)).toBe(value));

  test.each([
    '',
    '三四',
    '五一',
    '二〇二六',
    '两十',
    '十十',
    '百百',
    '千',
    '万',
    '十二十',
    'x',
    '十'.repeat(10_000),
    '9'.repeat(16),
    '1.5',
  ])('“%s” is none', (text) => expect(readNumber(text)).toBeNaN());

  test('what is written is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        expect(readNumber(written(value))).toBe(value);
        expect(new RegExp(`^${numberSource(1)}$`).test(written(value))).toBe(true);
      }),
    );
  });
});

describe('a number inside of a text', () => {
  const found = (text: string, digits = 2) =>
    new RegExp(numberSource(digits)).exec(text)?.[0] ?? undefined;

  test.each([
    ['提前十二天', '十二'],
    ['限一百人', '一百'],
    ['共25人', '25'],
    ['来三四个人', undefined],
    ['二〇二六年', undefined],
    ['带零食', undefined],
    ['带千层饼', undefined],
  ])('%s: %s', (text, number) => expect(found(text)).toBe(number));
});

/** Written in full, as on a cheque: 一千零五, 一百一十五. */
function written(value: number): string {
  const [above, below] = [Math.floor(value / 10_000), value % 10_000];
  if (above === 0) return belowTenThousand(below);
  const gap = below > 0 && below < 1_000 ? '零' : '';
  return `${belowTenThousand(above)}万${gap}${below === 0 ? '' : belowTenThousand(below)}`;
}

function belowTenThousand(value: number): string {
  const digits = [...String(value)].map(Number);
  return digits
    .map((digit, at) => {
      if (digit !== 0)
        return (
          '零一二三四五六七八九'.charAt(digit) + ['', '十', '百', '千'][digits.length - 1 - at]
        );
      const moreFollows = digits.slice(at + 1).some((next) => next !== 0);
      return moreFollows && digits[at + 1] !== 0 ? '零' : '';
    })
    .join('');
}
