import { rest } from '../../../core/arguments.ts';
import { put } from '../../../core/collection.ts';
import { command } from '../../../core/command.ts';
import { visibleLength } from '../../../core/names.ts';
import { ask, changed, refuse, remember, together } from '../../../core/outcome.ts';
import { lines } from '../../../core/text.ts';
import { allianceTexts, groupsOf } from '../../../identity/alliance/index.ts';
import { hiddenNamesText, published } from '../../../identity/people/index.ts';
import { type Announcement, announcements } from '../records.ts';
import { CONFIRM_WITHIN, readAddressed } from '../rules.ts';
import { announcePhrases, texts } from '../texts.ts';
import { hidesNumber, isReadLater, refuseFull, undoAnnouncement } from './shared/preview.ts';

/** Characters and lines that a post to a group may have; the mark and its first line are one. */
const LONGEST = 240;

const MOST_LINES = 7;

export const announce = command({
  name: 'announce',
  zhName: '公告',
  aliases: ['发公告'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '先预览，确认后发到各群', en: 'preview, confirm, send to groups' },
  examples: [
    '/公告 明天9点全员清洁家园，请穿马甲',
    '/公告 @天星社区 明天停水',
    '/公告 @两新分会 周五交表',
  ],
  daily: true,
  phrases: announcePhrases,
  args: { plan: rest({ zh: '@群或分会 内容', en: '@group or branch, text' }).optional() },
  run: ({ plan = '' }, context) => {
    const { text, groups, unknown } = readAddressed(plan, context);
    if (unknown !== undefined)
      return refuse(allianceTexts.noSuchAudience(unknown, groupsOf(context.records)));
    if (text === '') return refuse(texts.noText);
    const tooLong =
      visibleLength(text, LONGEST + 1) > LONGEST || text.split('\n').length > MOST_LINES;
    if (tooLong) return refuse(texts.tooLong(LONGEST));
    const ids = groups.map((group) => group.id);
    const full = refuseFull(ids, context);
    if (full !== undefined) return full;
    const written: Announcement = {
      id: context.newId(),
      text,
      groups: ids,
      by: context.person.id,
      state: 'preview',
      at: context.now,
      message: context.message,
    };
    return together(
      remember(put(announcements, written)),
      // 发 is a command of its own, so that nothing less says it; no ends the preview.
      ask(
        lines(
          texts.preview(
            allianceTexts.titles(groups),
            texts.announcement(published(text, context.records)),
          ),
          hiddenNamesText(text, context.records),
          hidesNumber(text, context),
          context.health.clockBehind && texts.clockBehind,
          isReadLater(text, context),
        ),
        [],
        { declined: '/撤回公告', within: CONFIRM_WITHIN },
      ),
      changed(written.id),
    );
  },
  undo: undoAnnouncement,
});
