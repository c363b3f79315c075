import type { CommandContext } from '../../../core/command.ts';
import { type Person, peopleCalled } from '../../../identity/people/index.ts';
import { type Activity, signups } from '../../activities/index.ts';
import { attendance } from '../../presence/index.ts';

/** Of several with this name those who signed up or checked in. */
export function candidates(
  activity: Activity,
  who: string,
  context: CommandContext,
): readonly Person[] {
  const called = peopleCalled(context.records, who);
  const known = called.filter(({ id }) => {
    const key = `${activity.id}/${id}`;
    return (
      context.records.get(signups, key) !== undefined ||
      context.records.get(attendance, key) !== undefined
    );
  });
  return known.length > 0 ? known : called;
}
