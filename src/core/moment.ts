import { z } from 'zod';

/** Ms since the epoch. */
export const moment = z.int();
