import type { Ahead } from '../../../core/recurring/index.ts';
import { addDays, dateOf, endOfDay, HOUR, MINUTE, momentOf, timeOf } from '../../../core/time.ts';
import type { Activity, PlannedNotice } from '../records/index.ts';

/** As a fixed day has them: three days before in the evening, and in the morning. */
const EVENING: Ahead = { days: 3, at: '18:00' };
const MORNING: Ahead = { days: 0, at: '07:30' };
/** In place of the morning for what begins before it. */
const DAY_BEFORE: Ahead = { days: 1, at: '18:00' };

/** So much too late a notice may come, ms. */
const LATE = 2 * HOUR;
/** So soon after people were told nobody needs to be told again, ms. */
const TOLD = HOUR;
/** So close to the start a notice is no use any more, ms. */
const LAST = 30 * MINUTE;

/**
 * The notices of an activity that somebody has made or moved now, soonest first. A fixed day has
 * those of its rule.
 */
function noticesOf(
  { start, remind, occurrence }: Pick<Activity, 'start' | 'remind' | 'occurrence'>,
  { now, zone }: { readonly now: number; readonly zone: string },
): readonly PlannedNotice[] {
  if (occurrence !== undefined) return [];
  const day = dateOf(start, zone);
  const usual = [EVENING, timeOf(start, zone) > '08:00' ? MORNING : DAY_BEFORE];
  return (remind ?? usual)
    .map((one) => {
      const planned = momentOf(addDays(day, -one.days), one.at, zone);
      const midnight = endOfDay(addDays(day, -one.days), zone);
      return { ...one, planned, deadline: Math.min(planned + LATE, start, midnight) };
    })
    .filter(({ planned }) => planned >= now + TOLD && planned <= start - LAST)
    .sort((a, b) => a.planned - b.planned);
}

/** With the notices that it has from now on; without any the field is away. */
export function withNotices<A extends Pick<Activity, 'start' | 'remind' | 'occurrence'>>(
  activity: A,
  moment: { readonly now: number; readonly zone: string },
): A & Pick<Activity, 'notices'> {
  const notices = noticesOf(activity, moment);
  return { ...activity, notices: notices.length > 0 ? [...notices] : undefined };
}
