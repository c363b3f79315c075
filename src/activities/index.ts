import { capability } from '../core/capability.ts';
import { put, type Remember } from '../core/collection.ts';
import { commands } from './commands.ts';
import { type Activity, activities, chainRemarks, signups } from './records.ts';
import { activityText, changesText } from './views.ts';

export { readPlan } from './commands/activity.ts';
export { activityCard } from './commands/seats.ts';
export { activitiesHere, activityNumber, whichActivity } from './commands/which.ts';
export { type Activity, activities, activityKind, type Signup, signups } from './records.ts';
export { groupsOfActivity, heads, inOrder, isAhead, newActivity, organisersOf } from './rules.ts';
export { stateName } from './texts.ts';
export { activityText, headline, listLine } from './views.ts';

export const activitiesCapability = capability({
  name: 'activities',
  collections: [activities, signups, chainRemarks],
  commands,
  cards: [
    {
      name: 'activity',
      view: (id, changes, scene) => {
        const activity = scene.records.get(activities, id);
        if (activity === undefined) return undefined;
        const text = changes.length > 0 ? changesText(activity, changes, scene.records) : activityText(activity, scene);
        return { text, choices: ['+1', `请假 E${activity.number}`] };
      },
    },
  ],
});

/** An activity in its next state. */
export function inState(activity: Activity, state: Activity['state']): Remember {
  return put(activities, { ...activity, state });
}
