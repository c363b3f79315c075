import type { CommandContext } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { dateOf } from '../../../core/time.ts';
import { type Activity, activities, signups } from '../records.ts';
import { concerns } from './audience.ts';
import { titleOf } from './identifiers.ts';
import { isThere } from './seats.ts';
import { isAhead, tookCheckins, tookSignups } from './states.ts';

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

/** What is open and has one of these people, in it or waiting. */
export function openFor(people: readonly string[], context: CommandContext): readonly Activity[] {
  return activitiesHere(context, (activity) => {
    const list = tookSignups(activity, context.now)
      ? context.records.where(signups, activity.id)
      : [];
    return list.some((signup) => isThere(signup) && people.includes(signup.person));
  });
}

/** 「请假」 alone is for the bot only from somebody who has signed up, for one thing. */
export function isUnclear(context: CommandContext): boolean {
  return openFor([context.person.id], context).length !== 1;
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

/** The fixed day that begins at a moment: what is planned for then is what is done on that day. */
export function fixedDayAt(start: number, context: CommandContext): Activity | undefined {
  return activitiesHere(
    context,
    (one) => one.occurrence !== undefined && isAhead(one) && one.start === start,
  )[0];
}

/** Whether check-in is open, or was when it was said. */
export function isUnderway({ now }: CommandContext): (activity: Activity) => boolean {
  return (activity) => tookCheckins(activity, now);
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
