import type { Spotter } from './clauses.ts';
import {
  address,
  age,
  companions,
  count,
  denied,
  hours,
  minus,
  more,
  number,
  plus,
} from './spotters.ts';

/** The spotters that know nothing of what is open. */
export const FIXED: readonly Spotter[] = [
  plus,
  minus,
  more,
  companions,
  denied,
  address,
  age,
  count,
  number,
  hours,
];
