import type { Speaker } from '../../../core/command.ts';
import { plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { type Activity, activities, signups } from '../records/index.ts';
import { isAhead, takesSignups } from '../rules/states.ts';
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
