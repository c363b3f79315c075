import { expect, test } from 'vitest';
import { expand } from '../../src/understanding/wording/expand.ts';

test.each([
  ['报名', ['报名']],
  ['报(个|一个)?名', ['报名', '报个名', '报一个名']],
  ['(去|来)不?了', ['去了', '去不了', '来了', '来不了']],
  ['a(b(c|d)|e)?', ['a', 'abc', 'abd', 'ae']],
  ['了?', ['了']],
])('%s stands for %j', (notation, words) => {
  expect([...expand(notation)].sort()).toEqual([...words].sort());
});

test.each(['(报名', '报名)', '报(个|名'])('%s has a parenthesis without a partner', (notation) => {
  expect(() => expand(notation)).toThrow('parenthesis');
});
