import { z } from 'zod';

/** Ms since the epoch. */
export const moment = z.int();

export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'should be a time of day such as 07:30');
