import type { Mutant } from '../mutant.ts';

/** The clock is moved, and nobody waits for a day. */
export const clock: readonly Mutant[] = [
  {
    fault: 'a pause of a card is counted from a moment still to come',
    why: 'Whoever signs up after the clock was set back does not see it.',
    file: 'src/runtime/delivery-due-rules.ts',
    before: '(moment > now ? now : moment + pause)',
    after: 'moment + pause',
    tests: ['test/faults/clock.test.ts'],
  },
];
