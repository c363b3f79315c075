import { put, type Remember, remove } from '../../core/collection.ts';
import type { DecisionContext } from '../../core/command.ts';
import { feature } from '../../core/feature.ts';
import { type Outcome, remember, together } from '../../core/outcome.ts';
import { commands } from './commands/index.ts';
import { seat } from './commands/seats.ts';
import {
  type Activity,
  activities,
  chainRemarks,
  minutes,
  type Signup,
  signups,
} from './records.ts';
import { oneSignup, takesSignups } from './rules/index.ts';
import { activityText, changesText } from './views.ts';

export { readPlan, shaped } from './commands/change.ts';
export { fixedDayAt, makeActivity } from './commands/make.ts';
export { takeBackActivity } from './commands/take-back.ts';
export { activitiesHere, activityNumber, whichActivity } from './commands/which.ts';
export {
  type Activity,
  activities,
  activityKind,
  type Minutes,
  minutes,
  type Signup,
  signups,
} from './records.ts';
export {
  activityIn,
  groupsOfActivity,
  heads,
  inOrder,
  isAhead,
  isToCome,
  newActivity,
  newPasscode,
  organisersOf,
  plannedFor,
  titleOf,
  tookCheckins,
  wasHeld,
} from './rules/index.ts';
export { stateName } from './texts/sign-up.ts';
export { activityText, headline, listLine } from './views.ts';

export const activitiesFeature = feature({
  name: 'activities',
  collections: [activities, signups, chainRemarks, minutes],
  commands,
  cards: [
    {
      name: 'activity',
      view: (id, changes, scene) => {
        const activity = scene.records.get(activities, id);
        if (activity === undefined) return undefined;
        const text =
          changes.length > 0
            ? changesText(activity, changes, scene.records)
            : activityText(activity, scene);
        const words = [`报名 E${activity.number}`, `请假 E${activity.number}`];
        return { text, choices: takesSignups(activity) ? words : [] };
      },
    },
  ],
  merge,
});

/** An activity in its next state. */
export function inState(activity: Activity, state: Activity['state']): Remember {
  return put(activities, { ...activity, state });
}

/**
 * Two sign-ups of one person for an activity become one; a seat that this frees goes to whoever
 * waits.
 */
function merge(from: string, to: string, context: DecisionContext): Outcome {
  const { records } = context;
  const theirs = (signup: Signup): Signup => ({
    ...signup,
    person: signup.person === from ? to : signup.person,
    by: signup.by === from ? to : signup.by,
  });
  const made = records.all(activities).filter((activity) => activity.by === from);
  const own = records.all(signups).filter((signup) => signup.person === from);
  const both = new Set(own.map((signup) => `${signup.activity}/${to}`));
  const named = records
    .all(signups)
    .filter(({ id, by, person }) => by === from && person !== from && !both.has(id));
  return together(
    remember(...made.map((activity) => put(activities, { ...activity, by: to }))),
    remember(...named.map((signup) => put(signups, theirs(signup)))),
    remember(
      ...records
        .all(minutes)
        .flatMap((one) => (one.by === from ? [put(minutes, { ...one, by: to })] : [])),
    ),
    ...own.map((gone) => {
      const id = `${gone.activity}/${to}`;
      const kept = records.get(signups, id);
      const one = kept === undefined ? { ...theirs(gone), id } : theirs(oneSignup(kept, gone));
      const activity = records.get(activities, gone.activity);
      const taken = remember(remove(signups, gone.id));
      if (kept === undefined || activity === undefined || !takesSignups(activity))
        return together(taken, remember(put(signups, one)));
      const list = records.where(signups, activity.id).filter((signup) => signup.id !== gone.id);
      return together(
        taken,
        seat(
          activity,
          list,
          [{ signup: one, label: one.state === 'withdrawn' ? 'out' : one.state }],
          context,
        ),
      );
    }),
  );
}
