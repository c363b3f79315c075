import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attacksOn, textOf } from '../support/patterns/attacks.ts';
import { allPatterns, writtenIn } from '../support/patterns/collect.ts';
import { excessOf } from '../support/patterns/growth.ts';
import { Machine } from '../support/patterns/machine.ts';

/*
 * One message may not stop the bot. JavaScript's engine tries one way through a pattern after
 * another; where their number grows faster than the text, a long message takes minutes. Steps are
 * counted here, not time.
 */

const { patterns, made } = allPatterns(['src', 'adapters']);

test('every pattern is found, also those that are put together while the bot runs', () => {
  expect(patterns.length).toBeGreaterThan(400);
  expect(made, 'say something in made.child.ts that makes them').toEqual([]);
});

test('no pattern takes more than twice the steps for a text twice as long', {
  timeout: 120_000,
}, () => {
  const found = patterns.flatMap(({ where, source, flags }) => {
    const excess = excessOf(source, flags);
    return excess === undefined
      ? []
      : [`${where} /${source}/${flags} on ${JSON.stringify(excess.attack)}`];
  });
  expect(found).toEqual([]);
});

test.each([
  ['a loop in a loop', '(a+)+b'],
  ['two ways for the same', '^(?:a|a)*$'],
  ['two ways of which one is another twice', '^(?:\\d|\\d\\d)*x'],
  ['loops beside each other', '^\\s*:?\\s*(?:约)?\\s*\\d'],
  ['a loop that ends at the end, at each place', '[\\s,，]+$'],
  ['what stands anywhere before what is not there', '发现.*请'],
  ['what is asked at each place about all that follows', '、(?![^（]*）)'],
  ['what is asked at each place about all before', '(?<=电.*)梯'],
  ['a short loop in a short loop', '(?:\\d{1,40}-?){1,40}x'],
  ['a lazy loop', '^认领\\s+(\\S.*?)\\s+\\d号$'],
])('%s would be noticed', (_, source) => {
  expect(excessOf(source, '')).toBeDefined();
});

test.each([
  ['one loop behind the beginning', '^\\s*,?\\s?(20\\d\\d)'],
  ['loops with something between them', '^\\s*[,，](?:\\s*,)*\\s*\\d'],
  ['a short loop at each place', '发现.{0,20}请'],
  ['the end of a run, from its beginning', '(?<![\\s,])[\\s,]+$'],
  ['a list', '^\\d{1,6}(?:[,、]\\s*\\d{1,6})*$'],
])('%s would not', (_, source) => {
  expect(excessOf(source, '')).toBeUndefined();
});

test('patterns are found wherever they stand, and nothing else is taken for one', () => {
  const text = `const a = 4 / 2 / 1; // not /this/
    const b = 'nor /that/', c = \`\${x.replace(/[/]+/g, '')} /nor/ that\`;
    const d = new RegExp(c);`;
  expect(writtenIn('a.ts', text)).toEqual({
    patterns: [{ where: 'a.ts:2', source: '[/]+', flags: 'g' }],
    made: ['a.ts:3'],
  });
});

/** What texts of people hold, and what patterns here ask for. */
const PIECES = [
  ...' \n\t09aexZ,，。.、:：（）()「」-—+#!！?？签到需求号楼认领约人次服务惠及提前发现请一二😀',
];

test('steps are counted on the way on which the engine itself goes', () => {
  const pieces = fc.constantFrom(...PIECES);
  const texts = fc.array(pieces, { maxLength: 30 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.constantFrom(...patterns), texts, ({ source, flags }, text) => {
      expectSame(source, flags, text);
    }),
    { numRuns: 5_000 },
  );
});

test('and on every text with which a pattern is attacked', () => {
  for (const { source, flags } of patterns) {
    const attacks = attacksOn(source, flags);
    const some = attacks.filter((_, index) => index % Math.ceil(attacks.length / 20) === 0);
    for (const attack of some) expectSame(source, flags, textOf(attack, 12));
  }
});

function expectSame(source: string, flags: string, text: string): void {
  const engine = new RegExp(source, flags.replace(/[gy]/g, '')).exec(text);
  const found = new Machine(source, flags).search(text);
  const isSame = found?.index === engine?.index && lengthOf(found) === engine?.[0].length;
  expect(isSame || `/${source}/${flags} on ${JSON.stringify(text)}`).toBe(true);
}

function lengthOf(found: { index: number; end: number } | undefined): number | undefined {
  return found && found.end - found.index;
}
