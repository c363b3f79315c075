import { numbered } from '../../../core/arguments.ts';
import type { CommandContext } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { type Outcome, refuse } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { dateOf } from '../../../core/time.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { type Activity, activities, signups } from '../records.ts';
import {
  activityNumbered,
  concerns,
  isAhead,
  isThere,
  titleOf,
  tookSignups,
} from '../rules/index.ts';
import { stateName, texts } from '../texts/sign-up.ts';
import { headline } from '../views.ts';

/** `E7` in a command. */
export const activityNumber = numbered('e', { zh: '活动编号', en: 'activity' });

/**
 * Those of all activities that concern where something is said and for which a test holds, soonest
 * first.
 */
export function activitiesHere(
  context: CommandContext,
  test: (activity: Activity) => boolean,
): readonly Activity[] {
  const { place } = context;
  return context.records
    .all(activities)
    .filter(
      (activity) => test(activity) && (place.kind === 'private' || concerns(activity, place.group)),
    )
    .sort((a, b) => a.start - b.start);
}

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
  },
): { readonly activity: Activity } | { readonly answer: Outcome } {
  if (number !== undefined) {
    const activity = activityNumbered(context.records, number);
    if (activity === undefined) return { answer: refuse(texts.noSuch(number)) };
    return fits(activity) ? { activity } : { answer: say.unfit(activity) };
  }
  const fitting = activitiesHere(context, fits);
  const [first] = fitting;
  if (first === undefined) return { answer: say.none() };
  if (fitting.length === 1) return { activity: first };
  const choices = lines(...fitting.slice(0, 5).map((activity) => headline(activity, context)));
  const words = fitting.slice(0, 2).map((activity) => say.example(activity.number));
  return { answer: refuse(texts.whichOne(choices, say.example(first.number)), ...words) };
}

/** What is open and has one of these people, in it or waiting. */
export function openFor(people: readonly string[], context: CommandContext): readonly Activity[] {
  return activitiesHere(context, (activity) => {
    const list = tookSignups(activity, context.now)
      ? context.records.where(signups, activity.id)
      : [];
    return list.some((signup) => isThere(signup) && people.includes(signup.person));
  });
}

/** What is open and called so, by its title or its day: `服务日`, `25号`. */
export function openCalled(text: string, context: CommandContext): Activity | undefined {
  const folded = fold(text.trim());
  const day = /^(\d{1,2})[号日]$/.exec(folded)?.[1];
  const called = activitiesHere(context, (one) => {
    const isDay = Number(dateOf(one.start, context.zone).slice(8)) === Number(day);
    return (
      tookSignups(one, context.now) &&
      (isDay || [one.title, titleOf(one)].some((title) => fold(title) === folded))
    );
  });
  return called.length === 1 ? called[0] : undefined;
}

/** The activity to sign up for or withdraw from; of several one that `people` are in, if any is. */
export function whichOpen(
  context: CommandContext,
  number: number | undefined,
  example: (number: number) => string,
  people: readonly string[] = [],
) {
  const theirs = openFor(people, context);
  const isOpen = (one: Activity) => tookSignups(one, context.now);
  const fits =
    number !== undefined || theirs.length === 0 ? isOpen : (one: Activity) => theirs.includes(one);
  return whichActivity(context, number, fits, {
    none: () => noneOpen(context),
    unfit: (activity) => refuse(closedText(activity, context)),
    example,
  });
}

function closedText(activity: Activity, context: CommandContext) {
  return activity.state === 'planned' && activity.signupFrom !== undefined
    ? texts.notYet(activity.number, sayWhen({ start: activity.signupFrom }, context))
    : texts.closedFor(activity.number, stateName[activity.state]);
}

/** Nothing is open, and what comes next. */
export function noneOpen(context: CommandContext): Outcome {
  const [next] = activitiesHere(context, isAhead);
  return refuse(texts.noneOpen(next && headline(next, context)), '日程');
}
