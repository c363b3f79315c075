import type { CommandContext } from '../../../core/command.ts';
import { type Outcome, refuse } from '../../../core/outcome.ts';
import { HOUR, timeOf } from '../../../core/time.ts';
import { sayWhen } from '../../../core/when/index.ts';
import {
  type Activity,
  activitiesHere,
  headline,
  isAhead,
  stateName,
  tookCheckins,
  wasHeld,
  whichActivity,
} from '../../activities/index.ts';
import { isItsWord } from '../rules/checkin.ts';
import { checkinTexts } from '../texts/checkin.ts';

/** Who comes with the word so long after the end has only come late with it, ms. */
const LATE = 12 * HOUR;

/** Whether check-in is open, or was when it was said. */
export function isUnderway({ now }: CommandContext): (activity: Activity) => boolean {
  return (activity) => tookCheckins(activity, now);
}

function tooLate({ number, closes }: Activity, { zone, person }: CommandContext): Outcome {
  return refuse(checkinTexts.over(number, timeOf(closes, zone), person.name));
}

/**
 * Which may be meant: without a number, those whose check-in is open before all others; who stands
 * there means that one.
 */
export function underwayFirst(
  context: CommandContext,
  number: number | undefined,
  fits: (activity: Activity) => boolean,
) {
  const running = activitiesHere(
    context,
    (activity) => isUnderway(context)(activity) && fits(activity),
  );
  return number === undefined && running.length > 0 ? isUnderway(context) : fits;
}

/** The activity whose word was said, else the only one that is open for check-in. */
export function whichCheckin(
  number: number | undefined,
  word: string | undefined,
  context: CommandContext,
) {
  const named = activitiesHere(context, isUnderway(context)).filter((activity) =>
    isItsWord(activity, word, context.now),
  );
  const [only] = named;
  if (number === undefined && only !== undefined && named.length === 1) return { activity: only };
  return whichActivity(context, number, isUnderway(context), {
    none: () => {
      const over = activitiesHere(
        context,
        (one) => wasHeld(one) && context.now < one.closes + LATE,
      ).at(-1);
      if (over !== undefined) return tooLate(over, context);
      const [next] = activitiesHere(context, isAhead);
      return refuse(checkinTexts.noneOpen(next && headline(next, context)), '日程');
    },
    unfit: (activity) => {
      if (wasHeld(activity)) return tooLate(activity, context);
      const opens = isAhead(activity) ? sayWhen({ start: activity.opens }, context) : undefined;
      return refuse(checkinTexts.notOpen(activity.number, stateName[activity.state], opens));
    },
    example: (one) => ['签到', `E${one}`, word].filter((part) => part !== undefined).join(' '),
  });
}
