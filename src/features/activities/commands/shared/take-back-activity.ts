import { put } from '../../../../core/collection.ts';
import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { editsOf, sayBack } from '../../../../core/edits.ts';
import {
  type Outcome,
  refuse,
  remember,
  together,
  updateCardQuietly,
} from '../../../../core/outcome.ts';
import { giveBack, undoWork, worksIn } from '../../../requests/index.ts';
import { activities } from '../../records/index.ts';
import { activityCard } from '../../rules/identifiers.ts';
import { countOf } from '../../rules/seats.ts';
import { transition } from '../../rules/transitions.ts';
import { organisingTexts } from '../../texts/organising.ts';
import { worksTexts } from '../../texts/works.ts';
import { headline } from '../../views/activity.ts';
import { tellGroups } from './make-activity.ts';
import { tellReaddressed } from './readdress.ts';
import { tellPlace } from './reshape.ts';

/**
 * Takes back an activity that was only just made, while nobody has signed up for it or gone on with
 * it; its number is not given out again. One that was only given another shape has the old one
 * again.
 */
export function takeBackActivity(change: LastChange, context: CommandContext): Outcome {
  const [made] = editsOf(activities, change, context.records);
  const activity = made?.now;
  if (made === undefined) return takeBackWorks(change, context);
  if (activity === undefined) throw new Error('an activity does not go away');
  const { number } = activity;
  if (made.before !== undefined) {
    if (made.since.length > 0)
      return refuse(organisingTexts.activityChanged(number), `/活动 E${number}`);
    const { place, ...before } = made.before;
    const isElsewhere = place !== undefined && place !== activity.place;
    return together(
      remember(made.back),
      undoWork(change, context),
      updateCardQuietly(activityCard(activity)),
      isElsewhere
        ? tellPlace({ ...before, place }, activity, context)
        : sayBack(headline(made.before, context)),
      tellReaddressed(activity, made.before, context),
    );
  }
  const people = (['in', 'waiting'] as const).reduce(
    (sum, state) => sum + countOf(activity, state, context.records),
    0,
  );
  if (people > 0) return refuse(organisingTexts.hasPeople(number, people), `/取消 E${number}`);
  if (made.since.length > 0)
    return refuse(organisingTexts.activityChanged(number), `/活动 E${number}`);
  return together(
    remember(put(activities, transition(activity, 'takeBack', context.now))),
    giveBack(activity, context),
    updateCardQuietly(activityCard(activity)),
    sayBack(organisingTexts.notHeld(headline(activity, context))),
    tellGroups(activity, 'not-held', organisingTexts.notHeld(headline(activity, context)), context),
  );
}

/** Only the requests that it does were changed. */
function takeBackWorks(change: LastChange, context: CommandContext): Outcome {
  const numbers = worksIn(change, context.records);
  const back = undoWork(change, context);
  return back.remember.length === 0
    ? refuse(worksTexts.changedSince(numbers), `/详情 ${numbers[0]}`)
    : together(back, sayBack(worksTexts.backAsBefore(numbers)));
}
