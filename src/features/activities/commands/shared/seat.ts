import type { Records } from '../../../../core/collection.ts';
import type { CommandContext, DecisionContext } from '../../../../core/command.ts';
import { edit } from '../../../../core/edits.ts';
import {
  nothing,
  type Outcome,
  say,
  tell,
  together,
  updateCard,
  updateCardQuietly,
} from '../../../../core/outcome.ts';
import { type Activity, type Signup, signups } from '../../records/index.ts';
import { activityCard, titleOf } from '../../rules/identifiers.ts';
import { contactOf } from '../../rules/names.ts';
import { movedUp, turnOf, withSignups } from '../../rules/seats.ts';
import { type ChangeLabel, signupTexts } from '../../texts/sign-up.ts';
import { whenText } from '../../views/activity.ts';

/**
 * Remembers sign-ups as they are now, lets those who wait move up, and tells everybody whom it
 * concerns.
 */
export function seat(
  activity: Activity,
  records: Records,
  changed: readonly {
    readonly signup: Signup;
    readonly label: 'in' | 'waiting' | 'leave' | 'out' | 'size';
  }[],
  situation: DecisionContext & Partial<Pick<CommandContext, 'person'>>,
): Outcome {
  const after = withSignups(
    records,
    changed.map(({ signup }) => signup),
  );
  const up = movedUp(activity, after).map((signup) => ({ ...signup, at: situation.now }));
  const now = new Map(
    [...changed.map(({ signup }) => signup), ...up].map((signup) => [signup.id, signup]),
  );
  return together(
    ...[...now.values()].map((signup) => edit(signups, records.get(signups, signup.id), signup)),
    // Who has to wait is told their turn in words.
    ...changed.map(({ signup, label }) =>
      label === 'waiting'
        ? updateCardQuietly(activityCard(activity))
        : shown(activity, label, signup),
    ),
    tellUp(activity, up, situation),
  );
}

export function shown(
  activity: Activity,
  label: ChangeLabel,
  { person }: Pick<Signup, 'person'>,
): Outcome {
  return updateCard(activityCard(activity), `${label}:${person}`);
}

/** Those who have moved up are told, but for whoever is speaking. */
export function tellUp(
  activity: Activity,
  up: readonly Signup[],
  situation: DecisionContext & Partial<Pick<CommandContext, 'person'>>,
): Outcome {
  if (up.length === 0) return nothing;
  const text = signupTexts.movedUp(
    activity.number,
    titleOf(activity),
    whenText(activity, situation),
  );
  return together(
    ...up.map((signup) => shown(activity, 'up', signup)),
    ...up
      .map((signup) => contactOf(situation.records, signup))
      .flatMap((person) => (person === situation.person?.id ? [] : [tell(person, text)])),
  );
}

/** One answer for all who have to wait; who moves up at once is not told to. */
export function tellTurns(
  activity: Activity,
  records: Records,
  changed: readonly { readonly signup: Signup; readonly name: string }[],
  context: CommandContext,
): Outcome {
  const after = withSignups(records, movedUp(activity, records));
  const waiting = changed.filter(
    ({ signup }) => after.get(signups, signup.id)?.state === 'waiting',
  );
  const [first] = waiting;
  if (first === undefined) return nothing;
  const turns = waiting.map(({ signup }) => turnOf(activity, signup, after));
  const giveUp = first.signup.person === context.person.id ? '-1' : `-1 ${first.name}`;
  return say(
    signupTexts.waitingTurn(
      activity.number,
      waiting.map(({ name }) => name).join('、'),
      turns,
      giveUp,
    ),
    giveUp,
  );
}
