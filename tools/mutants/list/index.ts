import type { Mutant } from '../mutant.ts';
import { clock } from './clock.ts';
import { durability } from './durability.ts';
import { limits } from './limits.ts';
import { permissions } from './permissions.ts';
import { reading } from './reading.ts';
import { seats } from './seats.ts';

/** Faults of which each is caught by a test. Where code moves, its path here moves with it. */
export const mutants: readonly Mutant[] = [
  ...clock,
  ...durability,
  ...limits,
  ...permissions,
  ...reading,
  ...seats,
];
