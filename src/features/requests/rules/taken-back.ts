import { put, type Records, type Remember, remove } from '../../../core/collection.ts';
import { broadcasts, deliveries, stopped } from '../../../core/records.ts';
import type { Request } from '../records/index.ts';

/** What tells of a request, in deliveries that may still be taken back. */
export function aboutRequest({ id }: Pick<Request, 'id'>): string {
  return `request:${id}`;
}

/**
 * Words that were taken back are not sent any more, where they wait for the quiet hours to end, and
 * no list of what was sent repeats them.
 */
export function wordsTakenBack(
  request: Request,
  records: Records,
  now: number,
): readonly Remember[] {
  const about = aboutRequest(request);
  return [
    ...records.slice(deliveries, 'about', about).map(({ id }) => remove(deliveries, id)),
    ...records
      .where(broadcasts, about)
      .map((row) => put(broadcasts, { ...stopped(row, now), text: `#${request.number} …` })),
  ];
}
