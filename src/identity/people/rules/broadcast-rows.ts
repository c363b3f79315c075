import type { DecisionContext } from '../../../core/command.ts';
import type { Broadcast } from '../../../core/outcome.ts';
import { type BroadcastRow, broadcasts } from '../../../core/records.ts';
import { afterQuiet } from '../../../core/time.ts';
import { allianceOf, groups } from '../../alliance/index.ts';
import { renderView } from './render.ts';

/** A row for each group; one that is there already, in whatever state, is left as it is. */
export function broadcastRows(
  broadcast: Broadcast,
  context: Pick<DecisionContext, 'records' | 'now'>,
): readonly BroadcastRow[] {
  const { records, now } = context;
  const quiet = afterQuietHours(context);
  const marks = marksOf(broadcast);
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
        ...marks,
        ...(gone ? { why: 'gone' as const } : stale ? { why: 'stale' as const } : {}),
        // That a group is gone was told when it went.
        reported: gone,
      },
    ];
  });
}

function marksOf({ card, documents, publishes }: Broadcast): Partial<BroadcastRow> {
  return {
    ...(card === undefined ? {} : { card }),
    ...(documents === undefined ? {} : { documents: [...documents] }),
    ...(publishes ? { publishes } : {}),
  };
}

/** Now, or when the quiet hours of the alliance end, ms. */
export function afterQuietHours({
  records,
  now,
}: Pick<DecisionContext, 'records' | 'now'>): number {
  const { quiet, zone } = allianceOf(records);
  return afterQuiet(now, quiet, zone);
}
