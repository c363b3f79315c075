import { fold } from '../../../core/line.ts';
import { mayActAs } from '../../../core/roles.ts';
import { dateOf } from '../../../core/time.ts';
import type { Subject, SubjectContext } from '../../../core/wording.ts';
import { type Activity, activities, signups } from '../records.ts';
import { concerns } from './audience.ts';
import { titleOf } from './identifiers.ts';
import { isThere } from './seats.ts';
import { isAhead, tookCheckins, tookSignups } from './states.ts';

/** What can be said of an activity now by this speaker: nothing where it is over. */
export function activitySubjects(
  context: SubjectContext,
  labelOf: (activity: Activity) => Subject['label'],
): readonly Subject[] {
  const { records, group, zone } = context;
  return records.all(activities).flatMap((activity) => {
    const isHere = group === undefined || concerns(activity, group);
    const invites = isHere ? invitesOf(activity, context) : [];
    if (invites.length === 0) return [];
    return [
      {
        letter: 'e',
        number: activity.number,
        label: labelOf(activity),
        called: [...new Set([activity.title, titleOf(activity), activity.theme ?? ''])]
          .filter((name) => name !== '')
          .map(fold),
        day: dateOf(activity.start, zone),
        invites,
        word: activity.passcode === undefined ? undefined : fold(activity.passcode),
      },
    ];
  });
}

/** What liaisons do with an activity that is to come. */
const ORGANISING = ['reschedule', 'calloff', 'passcode'];

function invitesOf(activity: Activity, { records, now, person }: SubjectContext): string[] {
  const takesThem = tookSignups(activity, now);
  const isOnList = records
    .where(signups, activity.id)
    .some((one) => isThere(one) && [one.person, one.by].includes(person.id));
  return [
    ...(takesThem ? ['signup'] : []),
    ...(takesThem && isOnList ? ['cancel', 'absent'] : []),
    ...(tookCheckins(activity, now) ? ['checkin'] : []),
    ...(isAhead(activity) ? ['activity', 'list'] : []),
    ...(isAhead(activity) && mayActAs(person.role, 'liaison') ? ORGANISING : []),
  ];
}
