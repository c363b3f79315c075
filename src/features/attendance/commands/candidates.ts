import { type Activity, signups } from '../../activities/index.ts';
import type { CommandContext } from '../../../core/command.ts';
import { type Person, peopleCalled } from '../../../identity/people/index.ts';
import { attendance } from '../../presence/index.ts';

/** Of several with this name those who signed up or checked in. */
export function candidates(activity: Activity, who: string, spoken: CommandContext): readonly Person[] {
  const called = peopleCalled(spoken.records, who);
  const known = called.filter(({ id }) => {
    const key = `${activity.id}/${id}`;
    return spoken.records.get(signups, key) !== undefined || spoken.records.get(attendance, key) !== undefined;
  });
  return known.length > 0 ? known : called;
}
