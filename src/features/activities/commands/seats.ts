import { put, remove } from '../../../core/collection.ts';
import type { Change, CommandContext, DecisionContext } from '../../../core/command.ts';
import { type Edited, edit, editsOf } from '../../../core/edits.ts';
import {
  type Outcome,
  refuse,
  remember,
  tell,
  together,
  updateCard,
  updateCardQuietly,
} from '../../../core/outcome.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { type Activity, activities, type Signup, signups } from '../records.ts';
import {
  activityIn,
  givenBack,
  isThere,
  movedUp,
  takesSignups,
  titleOf,
  withSignup,
} from '../rules/index.ts';
import { type ChangeLabel, stateName, texts } from '../texts/sign-up.ts';
import { whenText } from '../views.ts';

/** The card of an activity. */
export function activityCard(activity: Activity): string {
  return `activity:${activity.id}`;
}

/**
 * Remembers sign-ups as they are now, lets those who wait move up, and tells everybody whom it
 * concerns.
 */
export function seat(
  activity: Activity,
  list: readonly Signup[],
  changed: readonly {
    readonly signup: Signup;
    readonly label: 'in' | 'waiting' | 'leave' | 'out' | 'size';
  }[],
  situation: DecisionContext & Partial<Pick<CommandContext, 'person'>>,
): Outcome {
  const after = changed.reduce((all, { signup }) => withSignup(all, signup), list);
  const up = movedUp(activity, after).map((signup) => ({ ...signup, at: situation.now }));
  const now = new Map(
    [...changed.map(({ signup }) => signup), ...up].map((signup) => [signup.id, signup]),
  );
  const before = (id: string) => list.find((signup) => signup.id === id);
  return together(
    ...[...now.values()].map((signup) => edit(signups, before(signup.id), signup)),
    // Who has to wait is told their turn in words.
    ...changed.map(({ signup, label }) =>
      label === 'waiting'
        ? updateCardQuietly(activityCard(activity))
        : shown(activity, label, signup),
    ),
    tellUp(activity, up, situation),
  );
}

function shown(
  activity: Activity,
  label: ChangeLabel,
  { person }: Pick<Signup, 'person'>,
): Outcome {
  return updateCard(activityCard(activity), `${label}:${person}`);
}

/** Those who have moved up are told, but for whoever is speaking. */
function tellUp(
  activity: Activity,
  up: readonly Signup[],
  situation: DecisionContext & Partial<Pick<CommandContext, 'person'>>,
): Outcome {
  const text = texts.movedUp(activity.number, titleOf(activity), whenText(activity, situation));
  return together(
    ...up.map((signup) => shown(activity, 'up', signup)),
    ...up.flatMap(({ person }) => (person === situation.person?.id ? [] : [tell(person, text)])),
  );
}

/**
 * Takes back what somebody said about sign-ups: each is as it was before, in its old turn, unless
 * others have changed it since. A seat or a turn that was given up and has gone to somebody else
 * stays theirs.
 */
export function takeBackSeats(change: Change, context: CommandContext): Outcome {
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
  change: Change,
  context: CommandContext,
): Outcome {
  const activity = context.records.get(activities, id);
  if (activity === undefined) throw new Error('an activity does not go away');
  const { number, state } = activity;
  if (!takesSignups(activity)) return refuse(texts.cannotChange(number, stateName[state]));
  const list = context.records.where(signups, id);
  const mine = edited.flatMap(({ now, before }) =>
    now?.message === change.message ? [{ now, before }] : [],
  );
  if (mine.length === 0) return refuse(texts.signupChanged(number), `名单 E${number}`);
  const after = givenBack(activity, list, mine, edited, change.at);
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
  return refuse(texts.seatTaken(number, again), again);
}

function labelOf(now: Signup, before: Signup | undefined): ChangeLabel {
  if (isThere(now)) return before !== undefined && isThere(before) ? 'party' : 'not-in';
  return now.state === 'leave' ? 'not-leave' : 'not-out';
}
