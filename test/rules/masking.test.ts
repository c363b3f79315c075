import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskedWish } from '../../src/core/masked-names.ts';
import { holdsPrivateNumber, masked } from '../../src/core/masking.ts';

describe('numbers that a group may not read', () => {
  test.each([
    ['打13812345621', '打138****5621'],
    ['138-1234-5621 王五', '138-****-5621 王五'],
    ['１３８１２３４５６２１', '１３８****５６２１'],
    ['一三八一二三四五六二一', '一三八****五六二一'],
    ['幺三八 幺二三四 五六二幺', '幺三八 **** 五六二幺'],
    ['1 3 8 1 2 3 4 5 6 2 1', '1 3 8 * * * * 5 6 2 1'],
    ['+86 138 1234 5621', '+86 138 **** 5621'],
    ['138，1234，5621', '138，****，5621'],
    ['①③⑧①②③④⑤⑥②①', '①③⑧****⑤⑥②①'],
    ['身份证33010619900101123X', '身份证33*************23X'],
    ['330106 19900101 1234', '33**** ******** **34'],
    ['卡号6222 0212 3456 7890 123', '卡号62** **** **** **** *23'],
    ['0571-88886666', '057*-*****666'],
    ['010-88886666', '010-*****666'],
    ['0475-886666', '047*-***666'],
    ['（029）888 6666', '（029）*** *666'],
    ['座机62345678', '座机62****78'],
    ['家里电话：6234 5678', '家里电话：62** **78'],
    ['電話是８８８６６６６', '電話是８８***６６'],
  ])('%s → %s', (typed, shown) => {
    expect(masked(typed)).toBe(shown);
  });

  // Of each at most the first and the last few digits are left.
  test.each([
    '+86 138 1234 5621',
    '+8613812345621',
    '0086 13812345621',
    '86-138-1234-5621',
    '(+86)13812345621',
    '（86）138 1234 5621',
    'tel:+86-138-1234-5621',
    '138.1234.5621',
    '138/1234/5621',
    '138_1234_5621',
    '138~1234~5621',
    '138----1234----5621',
    '138 (1234) 5621',
    '1381234 5621',
    '+852 9123 4567',
    '+852-9123-4567',
    '+85291234567',
    '00852 9123 4567',
    '(852) 9123 4567',
    '（852）91234567',
    '852-9123-4567',
    '852 91234567',
    '85291234567',
    '香港电话 9123 4567',
    '打我 9123 4567',
    'whatsapp 91234567',
    '手机 6123 4567',
    '+853 6612 3456',
    '00853-66123456',
    '(853)6612-3456',
    '85366123456',
    '+886 912 345 678',
    '+886-912-345-678',
    '+886912345678',
    '00886 912345678',
    '(886) 912 345 678',
    '886912345678',
    '0912-345-678',
    '0912345678',
    '+886 2 2771 2345',
    '+886-2-27712345',
    '(02)2771-2345',
    '02-2771-2345',
    '0571-8888-6666',
    '0571 88886666',
    '(0571)88886666',
    '（0571）8888 6666',
    '057188886666',
    '+86 571 8888 6666',
    '+86-(0)571-88886666',
    '0571-88886666转801',
    '0571-88886666-801',
    '010 8888 6666',
    '(010) 88886666',
    '+86 10 8888 6666',
    '8888-6666（家里电话）',
    '联系 88886666',
    '宅电 8888666',
    '固定电话：888-6666',
    '办公室电话8888 6666',
    '找我：88886666',
    'tel 8888-6666',
    '座机８８８８６６６６',
    '电话：八八八八六六六六',
    '我的号是 88886666',
    'call me 8888 6666',
    '☎ 88886666',
    '📞8888-6666',
    '拨88886666',
    '020-8888888',
    '0755 2345 6789',
    '021-12345678',
    '微信同号13812345621',
    '１３８-１２３４-５６２１',
    '一三八 一二三四 五六二一',
    '33010619900101123X',
    '6222 0212 3456 7890 123',
  ])('%s is hidden', (typed) => {
    const digits = (text: string) =>
      text.normalize('NFKC').match(/[\d一二三四五六七八九零幺]/gu)?.length ?? 0;
    expect(digits(typed) - digits(masked(typed)), masked(typed)).toBeGreaterThanOrEqual(3);
  });

  test.each([
    'E7 11月25日（周三）9:00–11:00',
    '联系 1、2、3 号楼的居民',
    '找我 2026-11-25',
    '快递单 85212 到了',
    '投了 852 票，853 人看过',
    '8:00-10:00 13:00-15:00 16:00-18:00',
    '2026-11-25 2026-11-26 13:00',
    '#12、#13、#14、#15、#16、#17、#18、#19',
    '到场 13、15、18、20、16、12、30、22',
    '3号楼2单元楼道灯坏了，一二三四五六七八九',
    '急事打 119、120、110',
    '12345 热线，400-820-8820',
    '合同 62345678，2026 年 20261125 那次',
    '电话里说了 25 号 8:30',
  ])('%s stays', (text) => {
    expect(masked(text)).toBe(text);
  });

  test('the duty phone of the alliance stays, and no other', () => {
    expect(masked('值班 13900001111，我 13812345621', ['139-0000-1111'])).toBe(
      '值班 13900001111，我 138****5621',
    );
  });

  const scripts = [
    '0123456789',
    '０１２３４５６７８９',
    '〇一二三四五六七八九',
    '零幺两三四五六七八九',
    '零壹贰叁肆伍陆柒捌玖',
    '٠١٢٣٤٥٦٧٨٩',
  ];
  const digits = (length: number) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
  const phone = fc
    .tuple(fc.integer({ min: 3, max: 9 }), digits(9))
    .map(([second, rest]) => [1, second, ...rest]);
  const long = fc.integer({ min: 15, max: 19 }).chain(digits);
  const separator = fc.constantFrom(
    '',
    ' ',
    '-',
    '—',
    '.',
    '·',
    '_',
    '  ',
    '　',
    ' - ',
    '*',
    '\u200b',
    '/',
    '，',
    ')(',
  );
  const around = fc.constantFrom('', '电话', '联系我：', '（', 'tel', '，张伟', '\n');

  /** Every digit in a script of its own choice, with a separator at every so many digits. */
  const typed = fc
    .record({
      number: fc.oneof(phone, long),
      script: fc.array(fc.nat(scripts.length - 1), { minLength: 1, maxLength: 19 }),
      separator,
      every: fc.constantFrom(1, 3, 4, 6, 8, 30),
      before: around,
      behind: around,
    })
    .map(({ number, script, separator, every, before, behind }) => {
      const body = number
        .map((digit, at) => {
          const character = [...(scripts[script[at % script.length] ?? 0] ?? '')][digit] ?? '';
          return at > 0 && at % every === 0 ? `${separator}${character}` : character;
        })
        .join('');
      return { number: number.join(''), text: `${before}${body}${behind}` };
    });

  test('however typed, its digits do not all come through', () => {
    fc.assert(
      fc.property(typed, ({ number, text }) => {
        const shown = masked(text);
        const read = [...shown].flatMap((character) => {
          const script = scripts.find((one) => one.includes(character));
          return script === undefined ? [] : [[...script].indexOf(character)];
        });
        expect(shown).toContain('*');
        expect(read.join('')).not.toContain(number);
        expect(read.length).toBeLessThanOrEqual(number.length - 4);
      }),
      { numRuns: 500 },
    );
  });

  test('what was between two numbers hides no third one', () => {
    const text = '0000000000000000000.013.000.000.000.00\n000000000000000';
    expect(holdsPrivateNumber(masked(text))).toBe(false);
  });

  test('what is masked holds nothing more, among whatever else', () => {
    const noise = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      typed.map(({ text }) => text),
      fc.constantFrom('1', '13', '：', '、', '12:30'),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 8 }), (pieces) => {
        expect(holdsPrivateNumber(masked(pieces.join('')))).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['刘奶奶想要一副老花镜，5栋302', [], '刘**想要一副老花镜，5栋***'],
  ['5号楼2单元301室王秀英想学手机', ['王秀英'], '5号楼***王**想学手机'],
  ['受助人：张桂兰，住5-2-302', [], '受助人：张**，住5栋***'],
  ['想给3号楼添一盏灯', [], '想给3号楼添一盏灯'],
])('a wish: %s', (typed, names, shown) => {
  expect(maskedWish(typed, names)).toBe(shown);
});
