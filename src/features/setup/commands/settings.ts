import { rest } from '../../../core/arguments.ts';
import type { Records } from '../../../core/collection.ts';
import { command } from '../../../core/command.ts';
import { edit, sayBack, undoEdits } from '../../../core/edits.ts';
import { fold } from '../../../core/line.ts';
import { refuse, say, together } from '../../../core/outcome.ts';
import { readClock } from '../../../core/recurring/index.ts';
import { mayActAs } from '../../../core/roles.ts';
import { lines, type Text } from '../../../core/text.ts';
import {
  type Alliance,
  allianceOf,
  alliances,
  announcementsADay,
} from '../../../identity/alliance/index.ts';
import { namesOf, peopleCalled } from '../../../identity/people/index.ts';
import { texts } from '../texts/setup.ts';

export const settings = command({
  name: 'settings',
  zhName: '设置',
  minRole: 'convenor',
  scope: 'anywhere',
  summary: { zh: '看联盟的设置，用话来改', en: 'the settings of the alliance, changed in words' },
  examples: [
    '/设置',
    '/设置 公告 每天5条',
    '/设置 安静 22:00-7:00',
    '/设置 值班电话 12345',
    '/设置 月报 李雪梅',
  ],
  args: { words: rest({ zh: '哪一项 怎么改', en: 'which one, how' }).optional() },
  run: ({ words }, { records }) => {
    const before = allianceOf(records);
    if (words === undefined)
      return say(lines(texts.settings(before.name), shown(before, records), texts.howToSet));
    const change = changes.find(([word]) => word.test(fold(words)));
    if (change === undefined) return refuse(lines(texts.unknownSetting, texts.howToSet), '/设置');
    const [word, read, howTo] = change;
    const said = words.slice(word.exec(fold(words))?.[0].length).trim();
    const after = read(said, before, records);
    if (after === undefined) return refuse(howTo);
    // A group may read the duty phone only once it is set.
    const isPhone = after.dutyPhone !== before.dutyPhone;
    const answer = isPhone
      ? texts.phoneSet(after.dutyPhone !== undefined)
      : lines(texts.set, shown(after, records));
    return together(edit(alliances, before, after), say(answer));
  },
  undo: (change, context) =>
    undoEdits(alliances, change, context, {
      gone: () => refuse(texts.changedSince, '/设置'),
      back: ([set]) => sayBack(lines(texts.now, set?.before && shown(set.before, context.records))),
    }),
});

type Read = (said: string, before: Alliance, records: Records) => Alliance | undefined;

/**
 * What may be set, by the words that begin it; how it is read, and what to say where it cannot be.
 */
const changes: readonly (readonly [RegExp, Read, Text])[] = [
  [/^公告\s*/, withAnnouncements, texts.howManyAnnouncements],
  [/^(安静|免打扰|静音)(时段|时间)?\s*/, withQuiet, texts.howQuiet],
  [/^(值班)?电话\s*/, withDutyPhone, texts.whichPhone],
  [/^月报\s*/, withReportSenders, texts.whoSendsReports],
];

/** More than this and nobody reads them any more. */
const MOST_ANNOUNCEMENTS = 20;

function withAnnouncements(said: string, before: Alliance): Alliance | undefined {
  const [, number] = /^(?:每群)?(?:每天|一天)?(?:最多)?\s*(\d{1,2})\s*条?$/.exec(fold(said)) ?? [];
  const limit = Number(number);
  return limit >= 1 && limit <= MOST_ANNOUNCEMENTS
    ? { ...before, announcementsADay: limit }
    : undefined;
}

/** Longer than this, minutes, and an afternoon's hour was said as one of the morning. */
const LONGEST_QUIET = 12 * 60;

/** `22:00-7:00`, `晚上10点到早上7点`. */
function withQuiet(said: string, before: Alliance): Alliance | undefined {
  if (isNone(said)) return { ...before, quiet: { from: '00:00', to: '00:00' } };
  const [begin = '', end = '', ...more] = said.split(/[-–—~～到至]/).map((time) => time.trim());
  const from = readClock(begin);
  // A night ends in the morning: 6:00 is 06:00 here.
  const to = readClock(end) ?? readClock(`0${end}`);
  if (from?.rest !== '' || to?.rest !== '' || more.length > 0) return undefined;
  const length = (minuteOf(to.at) - minuteOf(from.at) + 1_440) % 1_440;
  return length > 0 && length <= LONGEST_QUIET
    ? { ...before, quiet: { from: from.at, to: to.at } }
    : undefined;
}

function withDutyPhone(said: string, before: Alliance): Alliance | undefined {
  if (isNone(said)) {
    const { dutyPhone: _, ...without } = before;
    return without;
  }
  const number = fold(said);
  return /^\+?\d[\d\s()-]{1,24}(转\s?\d{1,6})?$/.test(number)
    ? { ...before, dutyPhone: number }
    : undefined;
}

/** `李雪梅`, `李雪梅、孙悦`: liaisons who may send reports besides the convenor. */
function withReportSenders(said: string, before: Alliance, records: Records): Alliance | undefined {
  const { reportSenders: _, ...without } = before;
  if (isNone(said)) return without;
  const names = said.split(/[\s、,，和]+/).filter((name) => name !== '');
  const liaisons = names.flatMap((name) =>
    peopleCalled(records, name).filter(({ role }) => mayActAs(role, 'liaison')),
  );
  return names.length > 0 && liaisons.length === names.length
    ? { ...before, reportSenders: liaisons.map(({ id }) => id) }
    : undefined;
}

function isNone(said: string): boolean {
  return /^(没有|不要|不用|不设|取消|删除|停)了?$/.test(fold(said));
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function shown(alliance: Alliance, records: Records): Text {
  const { quiet, dutyPhone, reportSenders = [] } = alliance;
  return lines(
    texts.announcementsADay(announcementsADay(alliance)),
    quiet.from === quiet.to ? texts.neverQuiet : texts.quiet(quiet.from, quiet.to),
    texts.dutyPhone(dutyPhone),
    reportSenders.length > 0 && texts.reportSenders(namesOf(records, reportSenders)),
  );
}
