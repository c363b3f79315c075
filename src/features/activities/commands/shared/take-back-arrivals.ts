import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { allBack, type Edited, editsOf, sayBack } from '../../../../core/edits.ts';
import { type Outcome, refuse, together, updateCardQuietly } from '../../../../core/outcome.ts';
import { OverlayRecords } from '../../../../core/overlay-records.ts';
import { activities, attendance, headcounts } from '../../records/index.ts';
import { activityIn, attendanceCard } from '../../rules/identifiers.ts';
import { checkinTexts } from '../../texts/checkin.ts';
import { arrivalsText } from '../../views/attendance.ts';

/**
 * Takes back who was said to have come or gone, while check-in is open: the table that is posted at
 * its end stays as it is.
 */
export function takeBackArrivals(change: LastChange, context: CommandContext): Outcome {
  return takeBack(arrivalsOf(change, context), context);
}

/** Of a whole roll, those whom others have changed since stay as they are. */
export function takeBackRoll(change: LastChange, context: CommandContext): Outcome {
  const all = arrivalsOf(change, context);
  const standing = all.filter(({ since }) => since.length === 0);
  return takeBack(standing.length > 0 ? standing : all, context);
}

function arrivalsOf(change: LastChange, { records }: CommandContext): readonly Edited[] {
  return [...editsOf(attendance, change, records), ...editsOf(headcounts, change, records)];
}

function takeBack(edited: readonly Edited[], context: CommandContext): Outcome {
  const { records } = context;
  const [activity] = edited.flatMap(({ id }) => records.get(activities, activityIn(id)) ?? []);
  if (activity === undefined) throw new Error('nobody comes to an activity that is not there');
  if (activity.state !== 'underway') return refuse(checkinTexts.closedSince(activity.number));
  const back = allBack(edited);
  if (back === undefined) return refuse(checkinTexts.changedSince(activity.number));
  const draft = new OverlayRecords(records);
  draft.apply(back.remember);
  return together(
    back,
    updateCardQuietly(attendanceCard(activity)),
    sayBack(arrivalsText(activity, [], draft)),
  );
}
