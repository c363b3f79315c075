import { expect, test } from 'vitest';
import { readLine } from '../../src/core/line.ts';
import { clausesOf } from '../../src/understanding/wording/clauses.ts';
import { generalLexicon } from '../../src/understanding/wording/general-words.ts';
import { count, plus } from '../../src/understanding/wording/spotters.ts';

const lexicons = [generalLexicon()];

function read(text: string): readonly string[] {
  return clausesOf(readLine(text), lexicons, [plus, count]).map(({ chunks }) =>
    chunks.map(({ typed, senses }) => (senses.length === 0 ? `?${typed}` : typed)).join('|'),
  );
}

test.each([
  ['我和老伴都去，两个人。', ['我|和|老伴|都|去', '两个人']],
  ['🙋+2 谢谢', ['+2|谢谢']],
  ['9:30见！', ['?9:30|见']],
  ['', []],
])('「%s」 is read as %j', (text, clauses) => {
  expect(read(text)).toEqual(clauses);
});

test('what is typed is kept, whatever it is compared as', () => {
  expect(read('陳伯伯')).toEqual(['?陳伯伯']);
});

test('a long message costs no more than its length', () => {
  let looks = 0;
  const counting = (folded: string, at: number) => {
    looks += folded.length >= at ? 1 : 0;
    return undefined;
  };
  const looksAt = (text: string) => {
    looks = 0;
    clausesOf(readLine(text), lexicons, [counting]);
    return looks;
  };
  expect(looksAt('我'.repeat(4_000))).toBeLessThanOrEqual(60);
  expect(looksAt('我，'.repeat(2_000))).toBeLessThanOrEqual(12);
});
