import type { Records } from '../../../core/collection.ts';
import type { CommandContext } from '../../../core/command.ts';
import { fold } from '../../../core/line.ts';
import { dateOf } from '../../../core/time.ts';
import { type Activity, activities } from '../records/index.ts';
import { concerns } from './audience.ts';
import { titleOf } from './identifiers.ts';
import { isThere, signupOf } from './seats.ts';
import { isAhead, STATES_AHEAD, STATES_OVER, tookCheckins, tookSignups } from './states.ts';

/**
 * Those of all activities that concern where something is said and for which a test holds, soonest
 * first; of those that are over only what ended after `since`.
 */
export function activitiesHere(
  context: CommandContext,
  test: (activity: Activity) => boolean,
  since = Number.NEGATIVE_INFINITY,
): readonly Activity[] {
  const { place, records } = context;
  return endingAfter(since, records)
    .filter(
      (activity) =>
        test(activity) && (place.kind === 'private' || concerns(activity, place.group, records)),
    )
    .sort((a, b) => a.start - b.start || a.number - b.number);
}

/** The activities that are not over, and those that ended after a moment. */
function endingAfter(since: number, records: Records): readonly Activity[] {
  if (since === Number.NEGATIVE_INFINITY) return records.all(activities);
  const over = STATES_OVER.flatMap((state) => {
    const first = records.countBefore(activities, 'byState', state, since);
    return records.slice(activities, 'byState', state, first);
  });
  return [...activitiesAhead(records), ...over];
}

export function activitiesAhead(records: Records): readonly Activity[] {
  return STATES_AHEAD.flatMap((state) => records.slice(activities, 'byState', state));
}

/** Those called off whose day is still to come: calendars have to strike them out. */
export function calledOffAhead(records: Records, now: number): readonly Activity[] {
  const first = records.countBefore(activities, 'byState', 'cancelled', now);
  return records
    .slice(activities, 'byState', 'cancelled', first)
    .filter(({ start }) => start > now);
}

/** No activity that is over. */
export const ONLY_AHEAD = Number.POSITIVE_INFINITY;

/** What is open and has one of these people, in it or waiting. */
export function openFor(people: readonly string[], context: CommandContext): readonly Activity[] {
  const { records, now } = context;
  const isIn = (activity: Activity) =>
    people.some((person) => {
      const signup = signupOf(activity, person, records);
      return signup !== undefined && isThere(signup);
    });
  return activitiesHere(context, (one) => tookSignups(one, now) && isIn(one), now);
}

/** 「请假」 alone is for the bot only from somebody who has signed up, for one thing. */
export function isUnclear(context: CommandContext): boolean {
  return openFor([context.person.id], context).length !== 1;
}

/** What is open and called so, by its title or its day: `服务日`, `25号`. */
export function openCalled(text: string, context: CommandContext): Activity | undefined {
  const folded = fold(text.trim());
  const day = /^(\d{1,2})[号日]$/.exec(folded)?.[1];
  const called = activitiesHere(
    context,
    (one) => {
      const isDay = Number(dateOf(one.start, context.zone).slice(8)) === Number(day);
      return (
        tookSignups(one, context.now) &&
        (isDay || [one.title, titleOf(one)].some((title) => fold(title) === folded))
      );
    },
    context.now,
  );
  return called.length === 1 ? called[0] : undefined;
}

/** The fixed day that begins at a moment: what is planned for then is what is done on that day. */
export function fixedDayAt(start: number, context: CommandContext): Activity | undefined {
  return activitiesHere(
    context,
    (one) => one.occurrence !== undefined && isAhead(one) && one.start === start,
    ONLY_AHEAD,
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
    context.now,
  );
  return number === undefined && running.length > 0 ? isUnderway(context) : fits;
}
