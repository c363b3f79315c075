import type { Records } from '../core/collection.ts';
import type { Broadcast } from '../core/outcome.ts';
import { type BroadcastRow, broadcasts } from '../core/records.ts';
import { afterQuiet } from '../core/time.ts';
import { allianceOf, groups } from '../identity/alliance/index.ts';
import { renderView } from './render.ts';

/** A row for each group; one that is there already, in whatever state, is left as it is. */
export function broadcastRows(
  broadcast: Broadcast,
  moment: { readonly records: Records; readonly now: number },
): readonly BroadcastRow[] {
  const { records, now } = moment;
  const quiet = notQuiet(moment);
  return broadcast.groups.flatMap((id) => {
    const group = records.get(groups, id);
    const row = `${broadcast.id}@${id}`;
    if (group === undefined || records.get(broadcasts, row) !== undefined) return [];
    const stale = now > broadcast.deadline;
    const gone = group.gone !== undefined;
    return [
      {
        id: row,
        broadcast: broadcast.id,
        group: id,
        ...renderView(broadcast, group.address, records),
        planned: broadcast.planned,
        notBefore: broadcast.atAnyHour ? broadcast.planned : Math.max(broadcast.planned, quiet),
        deadline: broadcast.deadline,
        silent: quiet > now && broadcast.aloud !== true,
        state: stale || gone ? ('skipped' as const) : ('planned' as const),
        attempts: 0,
        at: now,
        ...(gone ? { why: 'gone' as const } : stale ? { why: 'stale' as const } : {}),
        // That a group is gone was told when it went.
        reported: gone,
      },
    ];
  });
}

/** The first moment from now on that is not in quiet hours, ms. */
export function notQuiet({
  records,
  now,
}: {
  readonly records: Records;
  readonly now: number;
}): number {
  const { quiet, zone } = allianceOf(records);
  return afterQuiet(now, quiet, zone);
}
