import { put, remove } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, remember, together } from '../../../../core/outcome.ts';
import { OverlayRecords } from '../../../../core/overlay-records.ts';
import { activities, minutes, type Signup, signups } from '../../records/index.ts';
import { oneSignup } from '../../rules/join-people.ts';
import { takesSignups } from '../../rules/states.ts';
import { seat } from './seat.ts';

/**
 * Two sign-ups of one person for an activity become one; a seat that this frees goes to whoever
 * waits.
 */
export function joinedSignups(from: string, to: string, context: DecisionContext): Outcome {
  const { records } = context;
  const theirs = (signup: Signup): Signup => ({
    ...signup,
    person: signup.person === from ? to : signup.person,
    by: signup.by === from ? to : signup.by,
  });
  const made = records.all(activities).filter((activity) => activity.by === from);
  const own = records.all(signups).filter((signup) => signup.person === from);
  const both = new Set(own.map((signup) => `${signup.activity}/${to}`));
  const named = records
    .all(signups)
    .filter(({ id, by, person }) => by === from && person !== from && !both.has(id));
  return together(
    remember(...made.map((activity) => put(activities, { ...activity, by: to }))),
    remember(...named.map((signup) => put(signups, theirs(signup)))),
    remember(
      ...records
        .all(minutes)
        .flatMap((one) => (one.by === from ? [put(minutes, { ...one, by: to })] : [])),
    ),
    ...own.map((gone) => {
      const id = `${gone.activity}/${to}`;
      const kept = records.get(signups, id);
      const one = kept === undefined ? { ...theirs(gone), id } : theirs(oneSignup(kept, gone));
      const activity = records.get(activities, gone.activity);
      const taken = remember(remove(signups, gone.id));
      if (kept === undefined || activity === undefined || !takesSignups(activity))
        return together(taken, remember(put(signups, one)));
      const without = new OverlayRecords(records);
      without.apply([remove(signups, gone.id)]);
      return together(
        taken,
        seat(
          activity,
          without,
          [{ signup: one, label: one.state === 'withdrawn' ? 'out' : one.state }],
          context,
        ),
      );
    }),
  );
}
