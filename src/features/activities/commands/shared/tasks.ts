import type { CommandContext } from '../../../../core/command.ts';
import { fold } from '../../../../core/line.ts';
import { ask, type Outcome, refuse } from '../../../../core/outcome.ts';
import { sayWhen } from '../../../../core/when/index.ts';
import type { Activity, Post } from '../../records/index.ts';
import { activitiesHere } from '../../rules/activities-here.ts';
import { activityNumbered } from '../../rules/identifiers.ts';
import { seatsLeftFor } from '../../rules/seats.ts';
import { hasClosed, tookSignups } from '../../rules/states.ts';
import { taskTexts } from '../../texts/tasks.ts';

/** The task that somebody names beside `+1`: of which activity, and their words without it. */
export function taskIn(
  said: string,
  number: number | undefined,
  context: CommandContext,
): { readonly activity: number; readonly post: Post; readonly rest: string } | undefined {
  const words = said.split(/\s+/).filter(Boolean);
  const numbered = number === undefined ? undefined : activityNumbered(context.records, number);
  const all =
    number === undefined
      ? activitiesHere(context, (one) => tookSignups(one, context.now), context.now)
      : numbered === undefined
        ? []
        : [numbered];
  for (const activity of all)
    for (const post of activity.posts ?? []) {
      const at = words.findIndex((word) => fold(word) === fold(post.name));
      if (at >= 0)
        return { activity: activity.number, post, rest: words.toSpliced(at, 1).join(' ') };
    }
  return undefined;
}

/** Sign-up has ended, or it is not said for which of its tasks somebody comes. */
export function refuseTask(
  activity: Activity,
  slot: string | undefined,
  example: (number: number) => string,
  context: CommandContext,
): Outcome | undefined {
  const { number, posts } = activity;
  const over = refuseClosed(activity, context);
  if (over !== undefined || posts === undefined || slot !== undefined) return over;
  const choices = posts.map((post) => ({
    label: taskTexts.choice(post.name, seatsLeftFor(activity, post.name, context.records)),
    typed: `${example(number)} ${post.name}`,
  }));
  return ask(taskTexts.which(number), choices);
}

/** Sign-up has ended, as was said when it was made. */
export function refuseClosed(activity: Activity, context: CommandContext): Outcome | undefined {
  const { number, signupUntil, contact } = activity;
  if (signupUntil === undefined || !hasClosed(activity, context.now)) return undefined;
  return refuse(taskTexts.over(number, sayWhen({ start: signupUntil }, context), contact));
}
