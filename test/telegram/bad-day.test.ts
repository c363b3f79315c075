import { test } from 'vitest';
import { badDay, type Trouble } from './bad-day.ts';

const S = 1_000;
const troubles: readonly Trouble[] = [
  { name: '502 for 1 s', fault: 'gateway', lasts: 1 * S },
  { name: '502 for 5 s', fault: 'gateway', lasts: 5 * S },
  { name: '502 for 20 s', fault: 'gateway', lasts: 20 * S },
  { name: '502 for 120 s', fault: 'gateway', lasts: 120 * S },
  { name: '502 for 120 s, to questions too', fault: 'gateway', lasts: 120 * S, all: true },
  { name: 'carried out and reset, for 1 s', fault: 'lost', lasts: 1 * S },
  { name: 'carried out and reset, for 20 s', fault: 'lost', lasts: 20 * S },
  { name: 'reset before, for 20 s', fault: 'reset', lasts: 20 * S },
  { name: 'half an answer, for 20 s', fault: 'garbled', lasts: 20 * S },
  { name: 'an odd answer, for 20 s', fault: 'odd', lasts: 20 * S },
  { name: 'no answer, for 20 s', fault: 'never', lasts: 20 * S },
  { name: 'no answer, for 120 s', fault: 'never', lasts: 120 * S },
  { name: '429 for 20 s', fault: { retryAfter: 7 }, lasts: 20 * S, certain: true },
  {
    name: '429 for 120 s, to all',
    fault: { retryAfter: 30 },
    lasts: 120 * S,
    all: true,
    certain: true,
  },
];

test.each(troubles)('$name: everything arrives, once or marked', badDay);
