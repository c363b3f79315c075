import { z } from 'zod';
import { because } from './mistakes.ts';

/** Ms since the epoch. */
export const moment = z.int();

/** Hours and minutes on the clock: 07:30. */
export const timeOfDay = z
  .string()
  .refine(
    (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text),
    because({ zh: '要写成几点几分，例：07:30', en: 'should be a time of day such as 07:30' }),
  );
