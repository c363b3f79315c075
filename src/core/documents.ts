import { z } from 'zod';
import type { Text } from './text.ts';

/*
 * Files on their way to people. A decision says what is in one; the runtime makes its bytes when it
 * is sent, with a library that is loaded then.
 */

const event = z.object({
  /** The same thing in the next file, too, so that calendars replace it. */
  id: z.string(),
  /** Ms since the epoch. */
  start: z.int(),
  end: z.int(),
  title: z.string(),
  place: z.string().optional(),
  /** It was called off: calendars that have it strike it out. */
  cancelled: z.boolean().optional(),
});

/** Days for the calendar of a phone, as a record holds them: in words that the place may read. */
export const calendarFile = z.object({ name: z.string(), events: z.array(event) });
export type CalendarFile = z.infer<typeof calendarFile>;

/** The same in both languages, as a decision says it. */
export interface SaidCalendar {
  /** Without its ending. */
  readonly name: Text;
  readonly events: readonly z.infer<typeof event>[];
}
