import { expect, test } from 'vitest';
import { tooMuchWork } from '../support/patterns/work.ts';
import { said, tried } from './messages.ts';

/*
 * No message stops the bot. Each of these is said in several lengths, and everything that the bot
 * does about it is counted.
 */

// It plays many long messages in several processes, and machines are busy at times.
test('work for a message grows with its length and not faster', { timeout: 120_000 }, () => {
  expect(tooMuchWork({ said, tried, lengths: [1_500, 3_000] })).toEqual([]);
});
