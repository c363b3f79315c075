import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { broadcast, type Outcome, remember, together } from '../../../../core/outcome.ts';
import { dateOf } from '../../../../core/time.ts';
import {
  type Activity,
  activities,
  activityText,
  groupsOfActivity,
  isToCome,
} from '../../../activities/index.ts';
import { noticesTexts } from '../../texts/notices.ts';

/**
 * The next notice of an activity that somebody made by hand, as a fixed day has them. It is named
 * as theirs are, `<activity>/<date>/<notice>`, so a move to another day begins anew.
 */
export function remind(activity: Activity, context: DecisionContext): Outcome {
  const [due, ...left] = activity.notices ?? [];
  const after = { ...activity, notices: left.length > 0 ? left : undefined };
  if (due === undefined || !isToCome(activity)) return remember(put(activities, after));
  const { id, number, start } = activity;
  const what = activityText(activity, context);
  return together(
    remember(put(activities, after)),
    broadcast({
      id: `${id}/${dateOf(start, context.zone)}/${due.days}-${due.at.replace(':', '')}`,
      groups: groupsOfActivity(activity, context.records),
      text: noticesTexts.notice(noticesTexts.coming(due.days), what),
      choices: activity.state === 'open' ? [`报名 E${number}`, `请假 E${number}`] : [],
      planned: due.planned,
      deadline: due.deadline,
      atAnyHour: true,
    }),
  );
}
