import { put, remove } from '../../../../core/collection.ts';
import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { type Edited, editsOf } from '../../../../core/edits.ts';
import { type Outcome, refuse, remember, together } from '../../../../core/outcome.ts';
import { activities, type Signup, signups } from '../../records/index.ts';
import { givenBack } from '../../rules/given-back.ts';
import { activityIn } from '../../rules/identifiers.ts';
import { nameOf } from '../../rules/names.ts';
import { isThere, movedUp } from '../../rules/seats.ts';
import { takesSignups } from '../../rules/states.ts';
import { type ChangeLabel, signupTexts, stateName } from '../../texts/sign-up.ts';
import { shown, tellUp } from './seat.ts';

/**
 * Takes back what somebody said about sign-ups: each is as it was before, in its old turn, unless
 * others have changed it since. A seat or a turn that was given up and has gone to somebody else
 * stays theirs.
 */
export function takeBackSeats(change: LastChange, context: CommandContext): Outcome {
  const byActivity = Map.groupBy(editsOf(signups, change, context.records), ({ id }) =>
    activityIn(id),
  );
  const outcomes = [...byActivity].map(([id, edited]) => takeBackIn(id, edited, change, context));
  const done = outcomes.filter((outcome) => outcome.remember.length > 0);
  return together(...(done.length > 0 ? done : outcomes.slice(0, 1)));
}

function takeBackIn(
  id: string,
  edited: readonly Edited<Signup>[],
  change: LastChange,
  context: CommandContext,
): Outcome {
  const activity = context.records.get(activities, id);
  if (activity === undefined) throw new Error('an activity does not go away');
  const { number, state } = activity;
  if (!takesSignups(activity)) return refuse(signupTexts.cannotChange(number, stateName[state]));
  const mine = edited.flatMap(({ now, before }) =>
    now?.message === change.message ? [{ now, before }] : [],
  );
  if (mine.length === 0) return refuse(signupTexts.signupChanged(number), `名单 E${number}`);
  const after = givenBack(activity, context.records, mine, edited, change.at);
  if (after === undefined) return seatTaken(number, mine, context);
  const up = movedUp(activity, after).map((signup) => ({ ...signup, at: context.now }));
  const { now: at, message } = context;
  const back = mine.map(({ now, before }) =>
    before ? put(signups, { ...before, at, message }) : remove(signups, now.id),
  );
  return together(
    remember(...back, ...up.map((signup) => put(signups, signup))),
    ...mine.map(({ now, before }) => shown(activity, labelOf(now, before), now)),
    tellUp(activity, up, context),
  );
}

function seatTaken(
  number: number,
  mine: readonly { readonly now: Signup }[],
  { records, person }: CommandContext,
): Outcome {
  const others = mine.flatMap(({ now }) =>
    now.person === person.id ? [] : [nameOf(records, now.person)],
  );
  const again = ['报名', `E${number}`, ...others].join(' ');
  return refuse(signupTexts.seatTaken(number, again), again);
}

function labelOf(now: Signup, before: Signup | undefined): ChangeLabel {
  if (isThere(now)) return before !== undefined && isThere(before) ? 'party' : 'not-in';
  return now.state === 'leave' ? 'not-leave' : 'not-out';
}
