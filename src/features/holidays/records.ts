import { z } from 'zod';
import { collection } from '../../core/collection.ts';

/** The official days of one year, as `data/holidays/YEAR.json` has them. */
export const holidayYear = z.strictObject({
  year: z.int().min(2000).max(2200),
  /** Where the official notice is published. */
  source: z.string().optional(),
  holidays: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(20),
        /** The first and the last day off. */
        from: z.iso.date(),
        to: z.iso.date(),
        /** 调休: weekend days on which people work for it. */
        workdays: z.array(z.iso.date()).default([]),
      }),
    )
    .min(1),
});
export type HolidayYear = z.infer<typeof holidayYear>;

/** That the liaisons were told of a year without data; its id is the year. */
export const unknownYears = collection('unknown-years', z.object({ id: z.string() }));
