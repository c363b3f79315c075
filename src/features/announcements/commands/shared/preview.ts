import { put } from '../../../../core/collection.ts';
import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { masked } from '../../../../core/masking.ts';
import { type Outcome, refuse, remember, say, together } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import { afterQuiet, dateOf } from '../../../../core/time.ts';
import { sayWhen } from '../../../../core/when/index.ts';
import {
  allianceOf,
  allianceTexts,
  announcementsADay,
  groupsOf,
} from '../../../../identity/alliance/index.ts';
import { type Announcement, announcements } from '../../records.ts';
import { GOES_OUT_AFTER, groupsFull, withDates } from '../../rules.ts';
import { texts } from '../../texts.ts';

/** Groups do not read telephone numbers, but for the duty phone. */
export function hidesNumber(text: string, { records }: CommandContext): Text | false {
  const { dutyPhone } = allianceOf(records);
  return masked(text, dutyPhone === undefined ? [] : [dutyPhone]) !== text && texts.numberHidden;
}

/** 明天, said at night, is read in the morning. */
export function isReadLater(text: string, context: CommandContext): Text | false {
  const { now, zone } = context;
  const sendAt = sendAtFor(context);
  const today = dateOf(now, zone);
  const named = dateOf(sendAt, zone) === today ? undefined : withDates(text, today);
  return (
    named !== undefined &&
    texts.readLater(sayWhen({ start: sendAt }, context), named.said, named.dated)
  );
}

/** Nothing goes out any more; what has gone out stays. */
export function undoAnnouncement({ name: id }: LastChange, { records }: CommandContext): Outcome {
  const found = records.get(announcements, id);
  if (found?.state !== 'preview' && found?.state !== 'confirmed')
    return refuse(texts.nothingToWithdraw);
  return withdraw(found);
}

export function withdraw(announcement: Announcement): Outcome {
  return together(
    remember(put(announcements, { ...announcement, state: 'withdrawn' })),
    say(texts.withdrawn),
  );
}

/** In a minute, or when quiet hours end. */
export function sendAtFor({ records, now, zone }: CommandContext): number {
  return afterQuiet(now + GOES_OUT_AFTER, allianceOf(records).quiet, zone);
}

export function refuseFull(
  groups: readonly string[],
  context: CommandContext,
): Outcome | undefined {
  const { records, zone } = context;
  const full = groupsFull(records, groups, sendAtFor(context), zone);
  if (full.length === 0) return undefined;
  const most = announcementsADay(allianceOf(records));
  return refuse(
    texts.full(
      allianceTexts.titles(groupsOf(records).filter((group) => full.includes(group.id))),
      most,
    ),
  );
}
