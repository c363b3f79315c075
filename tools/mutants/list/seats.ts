import type { Mutant } from '../mutant.ts';

/** Seats, queues and results. */
export const seats: readonly Mutant[] = [
  {
    fault: 'a small party behind a large one moves up first',
    why: 'A family at the head of the queue would never come in.',
    file: 'src/features/activities/rules/seats.ts',
    before: 'if (next.party > left) break;',
    after: '',
    tests: ['test/conversations/sign-up.test.ts'],
  },
  {
    fault: 'whoever comes takes a free seat before those who wait',
    why: 'The queue would be no queue.',
    file: 'src/features/activities/rules/seats.ts',
    before: 'nobodyWaits && party <=',
    after: 'party <=',
    tests: ['test/conversations/sign-up.test.ts'],
  },
  {
    fault: 'of options with equal votes the first has won',
    why: 'The bot would decide what people have not decided.',
    file: 'src/features/polls/rules/tally.ts',
    before: 'count === most ? [option] : []',
    after: 'count === most && option === counts.indexOf(most) ? [option] : []',
    tests: ['test/conversations/polls.test.ts'],
  },
];
