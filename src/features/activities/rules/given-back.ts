import { put, type Records, remove } from '../../../core/collection.ts';
import { OverlayRecords } from '../../../core/overlay-records.ts';
import { type Activity, type Signup, signups } from '../records/index.ts';
import { inOrder, seatsLeftFor } from './seats.ts';

/** A sign-up as it is, and as it was before somebody changed it; nothing where there was none. */
interface Changed {
  readonly now: Signup | undefined;
  readonly before: Signup | undefined;
}

/**
 * The records with sign-ups as they were before. `all` are those that the change moved, who moved up by
 * it among them.
 * @returns undefined where what was given up since that moment is somebody else's: there is no room
 * for those who had a seat, or a turn in the queue would go before people who have moved up by it
 * or come since.
 */
export function givenBack(
  activity: Activity,
  records: Records,
  mine: readonly { readonly now: Signup; readonly before: Signup | undefined }[],
  all: readonly Changed[],
  since: number,
): Records | undefined {
  const ids = new Set(mine.map(({ now }) => now.id));
  const after = new OverlayRecords(records);
  after.apply(
    mine.map(({ now, before }) => (before ? put(signups, before) : remove(signups, now.id))),
  );
  const tasks = new Set([undefined, ...mine.map(({ before }) => before?.slot)]);
  for (const task of tasks) {
    const left = seatsLeftFor(activity, task, after);
    if (left < 0 && left < seatsLeftFor(activity, task, records)) return undefined;
  }
  const turns = mine.flatMap(({ now, before }) =>
    before?.state === 'waiting' && now.state !== 'waiting' ? [before.order] : [],
  );
  if (turns.length === 0) return after;
  const first = Math.min(...turns);
  const movedUpByIt = all.some(
    ({ now, before }) => before?.state === 'waiting' && now?.state === 'in' && !ids.has(now.id),
  );
  const cameSince = inOrder(activity, 'waiting', records).some(
    ({ id, order, at }) => !ids.has(id) && order > first && at > since,
  );
  return movedUpByIt || cameSince ? undefined : after;
}
