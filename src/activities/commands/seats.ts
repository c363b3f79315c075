import { put } from '../../core/collection.ts';
import type { Situation, Spoken } from '../../core/command.ts';
import { type Outcome, refresh, remember, tell, together, touch } from '../../core/outcome.ts';
import { type Activity, type Signup, signups } from '../records.ts';
import { movedUp, titleOf, withSignup } from '../rules.ts';
import { texts } from '../texts.ts';
import { whenText } from '../views.ts';

/** The card of an activity. */
export function activityCard(activity: Activity): string {
  return `activity:${activity.id}`;
}

/** Remembers sign-ups as they are now, lets those who wait move up, and tells everybody whom it concerns. */
export function seat(
  activity: Activity,
  list: readonly Signup[],
  changed: readonly { readonly signup: Signup; readonly label: 'in' | 'waiting' | 'leave' | 'out' }[],
  situation: Situation & Partial<Pick<Spoken, 'person'>>,
): Outcome {
  const after = changed.reduce((all, { signup }) => withSignup(all, signup), list);
  const up = movedUp(activity, after).map((signup) => ({ ...signup, at: situation.now }));
  const labels = [...changed, ...up.map((signup) => ({ signup, label: 'up' as const }))];
  return together(
    remember(...[...changed.map(({ signup }) => signup), ...up].map((signup) => put(signups, signup))),
    // Who has to wait is told their turn in words.
    ...labels.map(({ signup, label }) =>
      label === 'waiting'
        ? refresh(activityCard(activity))
        : touch(activityCard(activity), `${label}:${signup.person}`),
    ),
    ...up
      .filter(({ person }) => person !== situation.person?.id)
      .map(({ person }) =>
        tell(person, texts.movedUp(activity.number, titleOf(activity), whenText(activity, situation))),
      ),
  );
}
