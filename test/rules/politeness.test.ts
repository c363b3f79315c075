import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../src/core/line.ts';
import { features } from '../../src/features/index.ts';
import { catalogOf } from '../../src/understanding/catalog.ts';
import { withoutPoliteness } from '../../src/understanding/politeness.ts';
import { route } from '../../src/understanding/router.ts';

const catalog = catalogOf(features.flatMap((one) => one.commands));

function said(text: string, addressed = false) {
  const routed = route({ text, kind: 'group', addressed, botNames: ['小联'] }, catalog);
  return routed.kind === 'command' ? `${routed.command.name} ${routed.trigger}` : routed.kind;
}

describe('what people put around a short form', () => {
  test.each([
    ['+1！', '+1'],
    ['＋１。', '+1'],
    ['+1~', '+1'],
    ['+1谢谢', '+1'],
    ['+1，谢谢大家啦！🙏🙏', '+1'],
    ['👍+1👍🏻', '+1'],
    ['+1 [强]', '+1'],
    ['+1 Thanks', '+1'],
    ['认领 12 哈', '认领 12'],
    ['認領 12，謝謝', '认领 12'],
    ['请假 E1 啊。。。', '请假 e1'],
    ['报名 E1 吧', '报名 e1'],
    ['名单，辛苦了', '名单'],
  ])('%j is %j', (typed, bare) => expect(withoutPoliteness(readLine(typed)).folded).toBe(bare));

  test.each([
    '报名啦',
    '+1?',
    '签到 槐花',
    '我报名',
    '麻烦报个名',
    '-1',
    '#12',
    '@小联',
    'A',
    '12',
  ])('%j is left as it is', (typed) =>
    expect(withoutPoliteness(readLine(typed)).typed).toBe(typed),
  );

  test.each([
    ['我要报名', '报名'],
    ['你好，我想报名', '报名'],
    ['麻烦帮我报名吧', '报名'],
    ['请问名单', '名单'],
    ['我来参加', '参加'],
  ])('said to the bot %j is %j', (typed, bare) =>
    expect(withoutPoliteness(readLine(typed), true).folded).toBe(bare),
  );

  test('what is left is a piece of the line, the same in both its texts, and nothing more can be taken', () => {
    const piece = fc.constantFrom(
      '+1',
      '谢谢',
      '！',
      '👨‍👩‍👧',
      '🙏🏽',
      '啊',
      '哈',
      ' ',
      'E1',
      '我要',
      '签到',
      '[强]',
      'thanks',
      '謝',
      '🇨🇳',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (typed, toUs) => {
        const line = readLine(typed);
        const bare = withoutPoliteness(line, toUs);
        expect(line.folded).toContain(bare.folded);
        expect(line.typed).toContain(bare.typed);
        expect(bare.typed.length).toBe(bare.folded.length);
        expect(withoutPoliteness(bare, toUs)).toEqual(bare);
      }),
    );
  });

  test('a message of nothing but thanks is read in no time', () => {
    for (const text of [
      '谢谢'.repeat(6_000),
      '！'.repeat(12_000),
      '我要'.repeat(6_000),
      '🙏'.repeat(6_000),
    ])
      expect(withoutPoliteness(readLine(text), true).folded).toBe('');
  });
});

describe('a short form with courtesy is as certain as without', () => {
  test.each([
    ['名单！', 'list short'],
    ['日程，谢谢', 'agenda short'],
    ['认领 12！', 'claim short'],
    ['12 也是！', 'metoo short'],
    ['选 A 吧', 'vote short'],
    ['请假 E1。', 'absent short'],
    ['签到 槐花👌', 'checkin short'],
  ])('%j is %s', (text, read) => expect(said(text)).toBe(read));

  test.each([
    '谢谢',
    '谢谢！',
    '好的，谢谢',
    '收到🙏',
    '哈哈',
    '！',
    '报名啦！',
    '名单呢？',
    '名单我看过了，谢谢',
    '谢谢大家来签到！',
    '日程表谁有，谢谢',
    '大家辛苦了',
    'A4！',
    '12！',
    '1 谢谢',
    '认领了，谢谢',
    '发给我吧',
    '请假的人谢谢说一声',
    'thanks',
    '我们来报名吧',
  ])('%j is talk, or only a guess', (text) =>
    expect(said(text)).toMatch(/^(ignored|photo guess|checkin guess)$/),
  );

  test.each([
    ['我要看名单', 'hint'],
    ['请给我名单，谢谢', 'list command'],
    ['帮我看看', 'hint'],
    ['想要日程', 'agenda command'],
  ])('said to the bot %j is %s', (text, read) => expect(said(text, true)).toBe(read));
});
