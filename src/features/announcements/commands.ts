import { rest } from '../../core/arguments.ts';
import { put } from '../../core/collection.ts';
import { type Change, type CommandContext, command } from '../../core/command.ts';
import { ignore } from '../../core/ignored.ts';
import { masked } from '../../core/masking.ts';
import { visibleLength } from '../../core/names.ts';
import { changed, type Outcome, refuse, remember, say, together } from '../../core/outcome.ts';
import { lines, plain, series, type Text } from '../../core/text.ts';
import { afterQuiet } from '../../core/time.ts';
import { sayWhen } from '../../core/when/index.ts';
import { allianceOf, announcementsADay, groupsOf } from '../../identity/alliance/index.ts';
import { type Announcement, announcements } from './records.ts';
import { addressed, GOES_OUT_AFTER, groupsFull, onItsWay, toConfirm } from './rules.ts';
import { texts } from './texts.ts';

/** Characters and lines that a post to a group may have; the mark and its first line are one. */
const LONGEST = 240;
const MOST_LINES = 7;

const announce = command({
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
  args: { plan: rest({ zh: '@群或分会 内容', en: '@group or branch, text' }).optional() },
  run: ({ plan = '' }, context) => {
    const { text, groups, unknown } = addressed(plan, context.records);
    if (unknown !== undefined)
      return refuse(texts.noGroup(unknown, titles(groupsOf(context.records))));
    if (text === '') return refuse(texts.noText);
    const tooLong =
      visibleLength(text, LONGEST + 1) > LONGEST || text.split('\n').length > MOST_LINES;
    if (tooLong) return refuse(texts.tooLong(LONGEST));
    const ids = groups.map((group) => group.id);
    const full = refusedAsFull(ids, context);
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
      say(
        lines(texts.preview(titles(groups), texts.announcement(text)), hidesNumber(text, context)),
        '发',
      ),
      changed(written.id),
    );
  },
  undo: takeBack,
});

const send = command({
  name: 'send',
  zhName: '发',
  aliases: ['发送'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '确认刚预览的公告', en: 'confirm the notice just previewed' },
  examples: ['发', '/发'],
  args: {},
  shortForms: ['发'],
  run: (_, context) => {
    const preview = toConfirm(context.records, context.person.id, context.now);
    if (preview === undefined)
      return context.trigger === 'command'
        ? refuse(texts.nothingToSend, '/公告')
        : ignore('nothing-open');
    const full = refusedAsFull(preview.groups, context);
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
  undo: takeBack,
});

const withdrawAnnouncement = command({
  name: 'unannounce',
  zhName: '撤回公告',
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '公告发出前撤回', en: 'take a notice back before it goes out' },
  examples: ['撤回公告', '/撤回公告'],
  args: {},
  shortForms: ['撤回公告'],
  run: (_, context) => {
    const { records, person, now } = context;
    const found = onItsWay(records, person.id) ?? toConfirm(records, person.id, now);
    if (found === undefined) return refuse(texts.nothingToWithdraw);
    return together(withdrawn(found), changed(found.id));
  },
  // It has to be confirmed anew, so that nothing goes out that nobody wants any more.
  undo: ({ name: id }, { records, now }) => {
    const found = records.get(announcements, id);
    if (found === undefined) throw new Error('an announcement does not go away');
    const groups = groupsOf(records).filter((group) => found.groups.includes(group.id));
    return together(
      remember(put(announcements, { ...found, state: 'preview', at: now })),
      say(texts.preview(titles(groups), texts.announcement(found.text)), '发'),
    );
  },
});

/** Groups do not read telephone numbers, but for the duty phone. */
function hidesNumber(text: string, { records }: CommandContext): Text | false {
  const { dutyPhone } = allianceOf(records);
  return masked(text, dutyPhone === undefined ? [] : [dutyPhone]) !== text && texts.numberHidden;
}

/** Nothing goes out any more; what has gone out stays. */
function takeBack({ name: id }: Change, { records }: CommandContext): Outcome {
  const found = records.get(announcements, id);
  if (found?.state !== 'preview' && found?.state !== 'confirmed')
    return refuse(texts.nothingToWithdraw);
  return withdrawn(found);
}

function withdrawn(announcement: Announcement): Outcome {
  return together(
    remember(put(announcements, { ...announcement, state: 'withdrawn' })),
    say(texts.withdrawn),
  );
}

/** In a minute, or when quiet hours end. */
function sendAtFor({ records, now, zone }: CommandContext): number {
  return afterQuiet(now + GOES_OUT_AFTER, allianceOf(records).quiet, zone);
}

function refusedAsFull(groups: readonly string[], context: CommandContext): Outcome | undefined {
  const { records, zone } = context;
  const full = groupsFull(records, groups, sendAtFor(context), zone);
  if (full.length === 0) return undefined;
  const most = announcementsADay(allianceOf(records));
  return refuse(
    texts.full(titles(groupsOf(records).filter((group) => full.includes(group.id))), most),
  );
}

/** The first few titles, and how many there are. */
function titles(groups: readonly { readonly title: string }[]): Text {
  const shown = series(groups.slice(0, 5).map((group) => plain(group.title)));
  return groups.length > 5
    ? series([shown, { zh: `等 ${groups.length} 个群`, en: `${groups.length} in all` }])
    : shown;
}

export const commands = [announce, send, withdrawAnnouncement];
