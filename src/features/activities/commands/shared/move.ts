import { put } from '../../../../core/collection.ts';
import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { editsOf, noted } from '../../../../core/edits.ts';
import {
  type Outcome,
  refuse,
  remember,
  together,
  updateCardQuietly,
} from '../../../../core/outcome.ts';
import { moveWork, undoWork } from '../../../requests/index.ts';
import { type Activity, activities, signups } from '../../records/index.ts';
import { withNotices } from '../../rules/activity-notices.ts';
import { activityCard, titleOf } from '../../rules/identifiers.ts';
import { signedUp } from '../../rules/seats.ts';
import { isToCome } from '../../rules/states.ts';
import { transition } from '../../rules/transitions.ts';
import { organisingTexts } from '../../texts/organising.ts';
import { whenText } from '../../views/activity.ts';
import { tellAll } from './tell-all.ts';

/**
 * An activity at another time: everybody is told, and the requests that it does are promised for
 * then.
 */
export function moveTo(
  activity: Activity,
  { start, end }: Pick<Activity, 'start' | 'end'>,
  context: CommandContext,
  why?: string,
): Outcome {
  const moved = withNotices(movedTo(activity, start, end, context.now), context);
  return together(
    remember(put(activities, moved)),
    // That the calendar has followed since, and notices went out, is nobody's change.
    noted(activities, activity, { ...moved, moved: activity.moved, notices: activity.notices }),
    moveWork(moved, context),
    tellMoved(moved, activity, organisingTexts.moved, context, why),
  );
}

function tellMoved(
  moved: Activity,
  from: Activity,
  what: typeof organisingTexts.moved,
  context: CommandContext,
  why?: string,
): Outcome {
  const { number } = moved;
  const news = {
    what: what(number, titleOf(moved), whenText(moved, context), whenText(from, context), why),
    inGroups: organisingTexts.movedNext(number, signedUp(moved, context)),
    inPrivate: organisingTexts.movedPrivately(number),
    before: from.start,
  };
  return together(updateCardQuietly(activityCard(moved)), tellAll(moved, news, context));
}

function movedTo(activity: Activity, start: number, end: number, now: number): Activity {
  const { signupUntil } = activity;
  const opens = start - (activity.start - activity.opens);
  return transition(activity, 'reschedule', now, {
    ...activity,
    start,
    end,
    opens,
    ...(signupUntil !== undefined && { signupUntil: signupUntil + start - activity.start }),
    closes: end + (activity.closes - activity.end),
    ...followed(activity, now),
  });
}

/** Only the calendar looks at what was moved, and clears it. */
function followed({ occurrence }: Activity, now: number): Pick<Activity, 'moved'> {
  return occurrence === undefined ? {} : { moved: now };
}

/**
 * Back to the time it had, unless that is over, or people have already signed up or stayed away
 * because of the new one.
 */
export function moveBack(change: LastChange, context: CommandContext): Outcome {
  const [made] = editsOf(activities, change, context.records);
  const { now: moved, before } = made ?? {};
  if (made === undefined || moved === undefined || before === undefined)
    throw new Error('an activity does not go away');
  const { number } = moved;
  const again = `/改期 E${number} ${whenText(before, context).zh}`;
  if (before.start <= context.now) return refuse(organisingTexts.timeOver(number));
  if (made.since.length > 0 || !isToCome(moved))
    return refuse(organisingTexts.activityChanged(number), `/活动 E${number}`);
  const since = context.records.where(signups, moved.id).some(({ at }) => at > change.at);
  if (since) return refuse(organisingTexts.answeredSince(number, again), again);
  const back = withNotices(
    transition(moved, 'moveBack', context.now, { ...before, ...followed(before, context.now) }),
    context,
  );
  return together(
    remember(put(activities, back)),
    undoWork(change, context),
    tellMoved(back, moved, organisingTexts.movedBack, context),
  );
}
