import type { Records } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { type Outcome, together } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import { type Activity, activities, type Signup, signups } from '../../records/index.ts';
import { isThere } from '../../rules/seats.ts';
import { isAhead } from '../../rules/states.ts';
import { signupTexts } from '../../texts/sign-up.ts';
import { seat } from './seat.ts';

/** The places of whoever is about to be erased go to those who wait. */
export function leaveActivities(person: string, context: DecisionContext): Outcome {
  const { records, now } = context;
  return together(
    ...placesOf(person, records).map(({ activity, signup }) => {
      const out: Signup = { ...signup, state: 'withdrawn', at: now };
      return seat(activity, records, [{ signup: out, label: 'out' }], context);
    }),
  );
}

/** What they are signed up for, for whoever thinks of being erased. */
export function aboutPlaces(person: string, { records }: DecisionContext): readonly Text[] {
  const numbers = placesOf(person, records).map(({ activity }) => `E${activity.number}`);
  return numbers.length === 0 ? [] : [signupTexts.leaving(numbers)];
}

function placesOf(person: string, records: Records) {
  return AHEAD.flatMap((state): readonly Activity[] =>
    records.slice(activities, 'byState', state),
  ).flatMap((activity) => {
    const signup = records.get(signups, `${activity.id}/${person}`);
    return isAhead(activity) && signup !== undefined && isThere(signup)
      ? [{ activity, signup }]
      : [];
  });
}

const AHEAD: readonly Activity['state'][] = ['planned', 'open', 'underway'];
