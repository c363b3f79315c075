import { expect, test } from 'vitest';
import { Lately } from '../../src/runtime/lately.ts';

function lately(span: number) {
  let now = 1_000;
  const kept = new Lately<string>(span, { elapsed: () => now });
  return { kept, after: (ms: number) => (now += ms) };
}

test('what was set is known for the whole span', () => {
  const { kept, after } = lately(100);
  after(99);
  kept.set('李梅', '一');
  after(99);
  expect(kept.get('李梅')).toBe('一');
});

test('what is asked for stays', () => {
  const { kept, after } = lately(100);
  kept.set('李梅', '一');
  for (let turn = 0; turn < 20; turn += 1) {
    after(60);
    expect(kept.get('李梅')).toBe('一');
  }
});

test('what nobody asks for is forgotten after two spans at most', () => {
  const { kept, after } = lately(100);
  kept.set('李梅', '一');
  after(200);
  expect(kept.get('李梅')).toBeUndefined();
});

test('a thousand people an hour do not add up', () => {
  const { kept, after } = lately(60_000);
  for (let turn = 0; turn < 10_000; turn += 1) {
    kept.set(`u${turn}`, '一');
    after(3_600);
  }
  expect(kept.size).toBeLessThan(2 * 17 + 2);
});
