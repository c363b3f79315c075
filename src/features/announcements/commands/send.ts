import { put } from '../../../core/collection.ts';
import { command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { changed, refuse, remember, say, together } from '../../../core/outcome.ts';
import { sayWhen } from '../../../core/when/index.ts';
import { announcements } from '../records.ts';
import { GOES_OUT_AFTER, previewOf } from '../rules.ts';
import { sendPhrases, texts } from '../texts.ts';
import { refuseFull, sendAtFor, undoAnnouncement } from './shared/preview.ts';

export const send = command({
  name: 'send',
  zhName: '发',
  aliases: ['发送'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '确认刚预览的公告', en: 'confirm the notice just previewed' },
  examples: ['发', '/发'],
  phrases: sendPhrases,
  args: {},
  shortForms: ['发'],
  run: (_, context) => {
    const preview = previewOf(context.records, context.person.id, context.now);
    if (preview === undefined)
      return context.trigger === 'command'
        ? refuse(texts.nothingToSend, '/公告')
        : ignore('nothing-open');
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
  },
  undo: undoAnnouncement,
});
