import type { CommandContext } from '../../../../core/command.ts';
import { edit } from '../../../../core/edits.ts';
import { type Outcome, refuse, together, updateCard } from '../../../../core/outcome.ts';
import { readWhen } from '../../../../core/when/index.ts';
import { type Activity, activities } from '../../records/index.ts';
import { withNotices } from '../../rules/activity-notices.ts';
import { activityCard, titleOf } from '../../rules/identifiers.ts';
import { readShape, type Shape } from '../../rules/plan-words.ts';
import { headsOf, signedUp } from '../../rules/seats.ts';
import { isAhead } from '../../rules/states.ts';
import { organisingTexts } from '../../texts/organising.ts';
import { signupTexts, stateName } from '../../texts/sign-up.ts';
import { readdress } from './readdress.ts';
import { seat } from './seat.ts';
import { tellAll } from './tell-all.ts';

/** Changes what was said of an activity; a new place is told to everybody who comes. */
export function change(activity: Activity, words: string, context: CommandContext): Outcome {
  const { number } = activity;
  if (!isAhead(activity))
    return refuse(signupTexts.cannotChange(number, stateName[activity.state]));
  const addressed = readdress(activity, words, context);
  if (addressed !== undefined) return addressed;
  const shape = readShape(words, context);
  if (shape === undefined) {
    const isTime = readWhen(words, context).ok;
    return isTime
      ? refuse(organisingTexts.changeTime(number, words), `/改期 E${number} ${words}`)
      : refuse(organisingTexts.howToChange(number));
  }
  const there = headsOf(activity, 'in', context.records);
  if (shape.capacity !== undefined && shape.capacity < there)
    return refuse(organisingTexts.tooFewSeats(number, there));
  // A fixed day keeps its name, by which it is found; what is done on it changes.
  const { title, ...others } = shape;
  const named =
    title !== undefined && activity.occurrence !== undefined ? { ...others, theme: title } : shape;
  const changed = reshape(activity, named, context);
  const { place } = shape;
  if (place === undefined || place === activity.place) return changed;
  return together(changed, tellPlace({ ...activity, ...named }, activity, context));
}

/** An activity whose shape was settled; where that makes room, those who wait move up. */
export function reshape(
  activity: Activity,
  shape: Shape,
  situation: Parameters<typeof seat>[3],
): Outcome {
  const reshaped = { ...activity, ...shape };
  const settled = 'remind' in shape ? withNotices(reshaped, situation) : reshaped;
  return together(
    edit(activities, activity, settled),
    seat(settled, situation.records, [], situation),
    updateCard(activityCard(settled)),
  );
}

/** Tells everybody who comes where it is now. */
export function tellPlace(now: Activity, before: Activity, context: CommandContext): Outcome {
  const { number, place = '' } = now;
  const news = {
    what: organisingTexts.placeChanged(number, titleOf(now), place, before.place),
    inGroups: organisingTexts.movedNext(number, signedUp(now, context)),
    inPrivate: organisingTexts.movedPrivately(number),
    before: before.start,
  };
  return tellAll(now, news, context);
}
