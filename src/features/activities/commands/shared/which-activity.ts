import { numbered } from '../../../../core/arguments.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { ask, type Outcome, refuse } from '../../../../core/outcome.ts';
import { HOUR, timeOf } from '../../../../core/time.ts';
import { sayWhen } from '../../../../core/when/index.ts';
import type { Activity } from '../../records/index.ts';
import { activitiesHere, isUnderway, ONLY_AHEAD, openFor } from '../../rules/activities-here.ts';
import { isItsWord } from '../../rules/checkin.ts';
import { activityNumbered } from '../../rules/identifiers.ts';
import { isAhead, isOver, tookSignups } from '../../rules/states.ts';
import { checkinTexts } from '../../texts/checkin.ts';
import { signupTexts, stateName } from '../../texts/sign-up.ts';
import { headline } from '../../views/activity.ts';

/** Who comes with the word so long after the end has only come late with it, ms. */
const LATE = 12 * HOUR;

/** `E7` in a command. */
export const activityNumber = numbered('e', { zh: '活动编号', en: 'activity' });

/**
 * The activity that somebody means: the numbered one, else the only one that fits.
 * @returns what to answer where it is not clear; `example` is the message with a number in it.
 */
export function whichActivity(
  context: CommandContext,
  number: number | undefined,
  fits: (activity: Activity) => boolean,
  say: {
    none: () => Outcome;
    unfit: (activity: Activity) => Outcome;
    example: (number: number) => string;
    /** What ended before is not meant. */
    since?: number;
  },
): { readonly activity: Activity } | { readonly answer: Outcome } {
  if (number !== undefined) {
    const activity = activityNumbered(context.records, number);
    if (activity === undefined) return { answer: refuse(signupTexts.noSuch(number)) };
    return fits(activity) ? { activity } : { answer: say.unfit(activity) };
  }
  const fitting = activitiesHere(context, fits, say.since);
  const [first] = fitting;
  if (first === undefined) return { answer: say.none() };
  if (fitting.length === 1) return { activity: first };
  const choices = fitting.slice(0, 5).map((activity) => ({
    label: headline(activity, context),
    typed: say.example(activity.number),
  }));
  return { answer: ask(signupTexts.whichOne, choices) };
}

/** The activity to sign up for or withdraw from; of several one that `people` are in, if any is. */
export function whichOpen(
  context: CommandContext,
  number: number | undefined,
  example: (number: number) => string,
  people: readonly string[] = [],
) {
  const theirs = number === undefined && people.length > 0 ? openFor(people, context) : [];
  const fits = (one: Activity) =>
    theirs.length === 0 ? tookSignups(one, context.now) : theirs.includes(one);
  return whichActivity(context, number, fits, {
    none: () => noneOpen(context),
    unfit: (activity) => refuse(closedText(activity, context)),
    example,
    since: context.now,
  });
}

function closedText(activity: Activity, context: CommandContext) {
  return activity.state === 'planned' && activity.signupFrom !== undefined
    ? signupTexts.notYet(activity.number, sayWhen({ start: activity.signupFrom }, context))
    : signupTexts.closedFor(activity.number, stateName[activity.state]);
}

/** Nothing is open, and what comes next. */
export function noneOpen(context: CommandContext): Outcome {
  const [next] = activitiesHere(context, isAhead, ONLY_AHEAD);
  return refuse(signupTexts.noneOpen(next && headline(next, context)), '日程');
}

/** The activity whose word was said, else the only one that is open for check-in. */
export function whichCheckin(
  number: number | undefined,
  word: string | undefined,
  context: CommandContext,
) {
  const named = activitiesHere(
    context,
    (one) => isUnderway(context)(one) && isItsWord(one, word, context.now),
    context.now,
  );
  const [only] = named;
  if (number === undefined && only !== undefined && named.length === 1) return { activity: only };
  return whichActivity(context, number, isUnderway(context), {
    none: () => {
      const over = activitiesHere(
        context,
        (one) => isOver(one) && context.now < one.closes + LATE,
        context.now - LATE,
      ).at(-1);
      if (over !== undefined) return tooLate(over, context);
      const [next] = activitiesHere(context, isAhead, ONLY_AHEAD);
      return refuse(checkinTexts.noneOpen(next && headline(next, context)), '日程');
    },
    unfit: (activity) => {
      if (isOver(activity)) return tooLate(activity, context);
      const opens = isAhead(activity) ? sayWhen({ start: activity.opens }, context) : undefined;
      return refuse(checkinTexts.notOpen(activity.number, stateName[activity.state], opens));
    },
    example: (one) => ['签到', `E${one}`, word].filter((part) => part !== undefined).join(' '),
    since: context.now,
  });
}

function tooLate({ number, closes }: Activity, { zone, person }: CommandContext): Outcome {
  return refuse(checkinTexts.over(number, timeOf(closes, zone), person.name));
}
