import type { BoardRow } from '../../../core/reporting.ts';
import { series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { isForResidents } from '../../../identity/alliance/index.ts';
import type { Activity } from '../records/index.ts';
import { activitiesAhead } from '../rules/activities-here.ts';
import { audienceOfActivity } from '../rules/audience.ts';
import { titleOf } from '../rules/identifiers.ts';
import { seatsLeft } from '../rules/seats.ts';
import { takesSignups } from '../rules/states.ts';
import { figureTexts } from '../texts/figures.ts';
import { whenText } from './activity.ts';

/**
 * What is next, soonest first, and how to join it. Residents read the wall: what they do not hear
 * of does not hang there.
 */
export function activityRows(context: ViewContext): readonly BoardRow[] {
  const { records, now } = context;
  const isForWalls = (activity: Activity) => isForResidents(audienceOfActivity(activity), records);
  return activitiesAhead(records)
    .filter((activity) => activity.end > now && isForWalls(activity))
    .toSorted((a, b) => a.start - b.start || a.number - b.number)
    .map((activity): BoardRow => {
      const words = takesSignups(activity) ? { words: `报名 E${activity.number}` } : {};
      const text = figureTexts.boardTitle(activity.number, titleOf(activity));
      return { box: 'next', text, beside: besideText(activity, context), ...words };
    });
}

function besideText(activity: Activity, context: ViewContext): Text {
  const left = seatsLeft(activity, context.records);
  const isFree = takesSignups(activity) && Number.isFinite(left);
  const parts = [
    whenText(activity, context),
    ...(activity.place === undefined ? [] : [{ zh: activity.place, en: activity.place }]),
    ...(isFree ? [figureTexts.boardSeats(Math.max(0, left))] : []),
  ];
  return series(parts, { zh: ' · ', en: ' · ' });
}
