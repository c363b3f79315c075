import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, readLine, wordsOf } from '../../src/core/line.ts';
import { nameKey, shownName, visibleLength } from '../../src/core/names.ts';
import { features } from '../../src/features/index.ts';
import { catalogOf } from '../../src/understanding/catalog.ts';
import { route } from '../../src/understanding/router.ts';
import { slipOf } from '../../src/understanding/slips.ts';

const catalog = catalogOf(features.flatMap((one) => one.commands));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        '签到',
        '簽到',
        '+',
        '1',
        'E7',
        '/',
        '／',
        '@小联',
        ' ',
        '　',
        '恒威',
        '槐花',
        '5人',
        '小结',
        '\n',
        '-',
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join('')),
);

describe('a line', () => {
  test('folded text agrees with the typed one position by position', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = readLine(text);
        expect(line.folded.length).toBe(line.typed.length);
        for (const word of wordsOf(line)) expect(word.folded).toBe(fold(word.typed));
      }),
    );
  });

  test.each([
    ['／簽到　槐花', '/签到 槐花'],
    ['＋１', '+1'],
    ['－１', '-1'],
    ['ＡＢＣ', 'abc'],
    ['a\u200bb\u202ec\ufeff', 'abc'],
    ['第一行\r\n第二行', '第一行\n第二行'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['e\u0301', 'é'],
  ])('%j is read as %j', (typed, folded) => expect(readLine(typed).folded).toBe(folded));

  test('whatever is said, in a group or in private, is routed without an error', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('group' as const, 'private' as const),
        fc.boolean(),
        (text, kind, addressed) => {
          const routed = route({ text, kind, addressed, botNames: ['小联'] }, catalog);
          if (kind === 'private' && readLine(text).typed !== '')
            expect(routed.kind).not.toBe('ignored');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a very long message is nobody’s command, and is read in no time', () => {
    for (const text of [
      '+'.repeat(1e6),
      '签'.repeat(1e6),
      '1 '.repeat(5e5),
      `/报名 ${'张三、'.repeat(3e5)}`,
    ]) {
      expect(() =>
        route({ text, kind: 'group', addressed: false, botNames: ['小联'] }, catalog),
      ).not.toThrow();
    }
  });
});

describe('names', () => {
  test('are shown in one line of at most 20 characters as a reader counts them, and are never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const shown = shownName(name);
        expect(shown).not.toMatch(/[\n\r\u202a-\u202e\u200b]/);
        expect(visibleLength(shown)).toBeLessThanOrEqual(21);
        expect(shown).not.toBe('');
      }),
    );
  });

  test.each([
    ['張偉', '张伟'],
    ['ＡＢ', 'ab'],
    ['张 伟', '张伟'],
    ['张\u200b伟', '张伟'],
  ])('%s and %s are the same name', (left, right) => expect(nameKey(left)).toBe(nameKey(right)));

  test.each([
    ['张伟', '张玮'],
    ['Аnna', 'Anna'], // Cyrillic А
  ])('%s and %s are different names', (left, right) =>
    expect(nameKey(left)).not.toBe(nameKey(right)),
  );
});

describe('near misses', () => {
  test.each([
    ['签道', '签到'],
    ['到签', '签到'],
    ['checkn', 'checkin'],
    ['singup', 'signup'],
  ])('%s is near to %s', (typed, meant) => expect(slipOf(typed, catalog.names.keys())).toBe(meant));

  test.each([
    ...['你好', '天气', 'x', '签到处怎么走', ''],
    // Another word is no slip.
    ...['报修', '报警', '报表', '退款', '退群', '导出', '民警', '请教', '怎么了', 'how', 'lost'],
  ])('%j is near to nothing', (typed) =>
    expect(slipOf(typed, catalog.names.keys())).toBeUndefined(),
  );
});

test.each([
  ['怎么、什么、那么', '怎么、什么、那么'],
  ['這麼、甚麼', '这么、甚么'],
])('%s is folded to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});
