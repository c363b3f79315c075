import { DateTime } from 'luxon';
import type { CalendarFile } from '../core/documents.ts';
import { MINUTE } from '../core/time.ts';
import type { Attachment } from '../ports/chat.ts';

/**
 * A calendar file (RFC 5545) as it is attached to a message: moments in UTC, so that every phone
 * shows them in its own time.
 * `at` is when the answer was decided, ms; of two files with an event the later one counts.
 */
export async function calendarAttachment(
  { name, events }: CalendarFile,
  partition: string,
  at: number,
): Promise<Attachment> {
  // Few people ask for one.
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator');
  const moment = (ms: number) => DateTime.fromMillis(ms, { zone: 'utc' });
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'lianluo', product: 'lianluo' },
  });
  for (const { id, start, end, title, place, cancelled } of events) {
    calendar.createEvent({
      id: `${id}@${partition}.lianluo`,
      stamp: moment(at),
      start: moment(start),
      end: moment(end),
      summary: title,
      location: place ?? null,
      // Of two files the later one counts, whatever a phone has made of the first.
      sequence: Math.floor(at / MINUTE),
      ...(cancelled ? { status: ICalEventStatus.CANCELLED } : {}),
    });
  }
  return {
    kind: 'document',
    name: `${name}.ics`,
    bytes: new TextEncoder().encode(calendar.toString()),
  };
}
