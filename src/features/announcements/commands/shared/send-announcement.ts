import { put } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import type { Drafts } from '../../../../core/feature.ts';
import {
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  together,
} from '../../../../core/outcome.ts';
import { sayWhen } from '../../../../core/when/index.ts';
import { type Announcement, announcements } from '../../records.ts';
import { GOES_OUT_AFTER, previewOf } from '../../rules.ts';
import { texts } from '../../texts.ts';
import { refuseFull, sendAtFor, undoAnnouncement } from './preview.ts';

/** Announcements that wait for their author's word. */
export const announcementDrafts: Drafts = {
  newest: (context) => {
    const preview = previewOf(context.records, context.person.id, context.now);
    return preview && { at: preview.at, send: () => confirmed(preview, context) };
  },
  undo: (change, context) =>
    context.records.get(announcements, change.name) && undoAnnouncement(change, context),
};

function confirmed(preview: Announcement, context: CommandContext): Outcome {
  if (context.health.clockBehind) return refuse(texts.notNow, '/状态');
  const full = refuseFull(preview.groups, context);
  if (full !== undefined) return full;
  const soon = context.now + GOES_OUT_AFTER;
  const sendAt = sendAtFor(context);
  const held = sendAt > soon ? sayWhen({ start: sendAt }, context) : undefined;
  return together(
    remember(put(announcements, { ...preview, state: 'confirmed', sendAt })),
    say(texts.confirmed(preview.groups.length, held), '撤回公告'),
    changed(preview.id),
  );
}
