import { expect, test } from 'vitest';
import { features } from '../../src/features/index.ts';
import { catalogOf } from '../../src/understanding/catalog.ts';
import { route } from '../../src/understanding/router.ts';
import { type OpenThings, understand } from '../../src/understanding/understand.ts';

/* A sign is what most people send, so it is read without a look at what is open. */

const catalog = catalogOf(features.flatMap((one) => one.commands));
const speaker = { id: 'p', name: '王五', role: 'member' } as const;

function read(text: string, answersPerson: boolean) {
  const utterance = { text, kind: 'group', addressed: false, botNames: ['小联'] } as const;
  let looked = 0;
  const open = (): OpenThings => {
    looked += 1;
    return {
      ...{ place: 'group', fresh: new Map(), speaker, subjects: [], units: [] },
      ...{ knows: () => false, today: '2026-11-22' },
    };
  };
  const heard = { kind: 'words', utterance, exact: route(utterance, catalog) } as const;
  const reading = understand(heard, { speaker, answersPerson, open }, catalog);
  return { reading, looked };
}

test.each(['+1', '签到', '-1'])('%s is read without a look at what is open', (text) => {
  const { reading, looked } = read(text, false);
  expect(reading.kind).toBe('command');
  expect(looked).toBe(0);
});

test.each(['+1', '签到', '-1'])('%s in answer to a person is for that person', (text) => {
  expect(read(text, true)).toEqual({
    reading: { kind: 'ignored', reason: 'answers-person' },
    looked: 0,
  });
});

test('with a number it is for the bot, whomever it answers', () => {
  expect(read('签到 E1', true).reading.kind).toBe('command');
});
