import type { Speaker } from '../../../core/command.ts';
import type { Period } from '../../../core/reporting.ts';
import { plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { shortDate } from '../../../core/when/index.ts';
import { type Activity, activities, attendance, signups } from '../records/index.ts';
import { wasThere } from '../rules/attendance-table.ts';
import { heldIn } from '../rules/held.ts';
import { titleOf } from '../rules/identifiers.ts';
import { isAhead, takesSignups } from '../rules/states.ts';
import { figureTexts } from '../texts/figures.ts';
import { organisingTexts } from '../texts/organising.ts';
import { headline } from './activity.ts';

/** What somebody has signed up for and is to come, one line each. */
export function signedUpFor(person: Speaker, context: ViewContext): readonly Text[] {
  return context.records
    .all(activities)
    .filter(isAhead)
    .flatMap((activity) => {
      const own = context.records.get(signups, `${activity.id}/${person.id}`);
      if (own?.state !== 'in' && own?.state !== 'waiting') return [];
      const how = organisingTexts.own(own.state === 'waiting', own.party);
      return [series([headline(activity, context), how], plain(' '))];
    });
}

/** Whether somebody is in, or waits. */
export function hasSignedUp(
  { id }: Pick<Activity, 'id'>,
  person: string,
  { records }: Pick<ViewContext, 'records'>,
): boolean {
  const own = records.get(signups, `${id}/${person}`);
  return own?.state === 'in' || own?.state === 'waiting';
}

/** The activities of a period at which somebody was by name, a line each. */
export function attendedBy(
  person: string,
  period: Period,
  { records, zone }: ViewContext,
): readonly Text[] {
  return heldIn(period, records).flatMap((activity) => {
    const entry = records.get(attendance, `${activity.id}/${person}`);
    if (entry === undefined || !wasThere(entry)) return [];
    return [figureTexts.row(activity.number, titleOf(activity), shortDate(activity.start, zone))];
  });
}

/** What is open and somebody has not signed up for, one line each. */
export function openToJoin(person: Speaker, context: ViewContext): readonly Text[] {
  return context.records
    .all(activities)
    .filter((one) => takesSignups(one))
    .filter(({ id }) => {
      const own = context.records.get(signups, `${id}/${person.id}`);
      return own?.state !== 'in' && own?.state !== 'waiting';
    })
    .map((activity) => headline(activity, context));
}
