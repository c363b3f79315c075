import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { broadcast, type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { beginWork } from '../../../requests/index.ts';
import { type Activity, activities } from '../../records/index.ts';
import { groupsOfActivity, organisersReached } from '../../rules/audience.ts';
import { wordShown } from '../../rules/checkin.ts';
import { transition } from '../../rules/transitions.ts';
import { checkinTexts } from '../../texts/checkin.ts';
import { checkinSettingTexts } from '../../texts/checkin-setting.ts';
import { headline } from '../../views/activity.ts';

/**
 * The groups are told that check-in is open, and whoever runs it gets the word for the board. The
 * requests that it does are under way.
 */
export function openCheckin(activity: Activity, context: DecisionContext): Outcome {
  const { passcode } = activity;
  const head = headline(activity, context);
  const organisers = passcode === undefined ? [] : organisersReached(activity, context);
  return together(
    remember(put(activities, transition(activity, 'begin', context.now))),
    beginWork(activity, context),
    broadcast({
      // Opened again at another time, the groups are told again.
      id: `checkin:${activity.id}:${activity.opens}`,
      groups: groupsOfActivity(activity, context.records),
      text: checkinTexts.opened(head, passcode && wordShown(activity)),
      choices: passcode === undefined ? [`签到 E${activity.number}`] : [],
      planned: activity.opens,
      deadline: activity.closes,
      atAnyHour: true,
    }),
    ...organisers.map((person) =>
      tell(person, checkinSettingTexts.wordForBoard(head, passcode ?? ''), { urgent: true }),
    ),
  );
}
