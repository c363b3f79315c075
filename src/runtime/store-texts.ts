import { lines, type Text } from '../core/text.ts';
import type { Refusal } from '../ports/store.ts';

/* What people are told while nothing can be kept. */

type Why = Refusal['why'];

/** Why nothing can be kept, and what is to be done about it. */
const because: Readonly<Record<Why, Text & { readonly mend: Text }>> = {
  full: {
    zh: '磁盘满了',
    en: 'the disk is full',
    mend: { zh: '腾出地方', en: 'room made' },
  },
  broken: {
    zh: '磁盘写不进去',
    en: 'the disk takes nothing',
    mend: { zh: '看看磁盘', en: 'the disk looked at' },
  },
  silent: {
    zh: '数据库没有应答',
    en: 'the database does not answer',
    mend: { zh: '看看数据库', en: 'the database looked at' },
  },
};

export const storeTexts = {
  notKept: (why: Why): Text =>
    lines(
      {
        zh: `现在记不下来：${because[why].zh}，要请管理员处理。`,
        en: `I cannot keep anything now: ${because[why].en}; the administrator has to see to it.`,
      },
      {
        zh: '报名、签到这些请过后再发一次。只看不改的照常，例：/日程',
        en: 'Please send sign-ups, check-ins and the like again later. Questions are answered as always: /agenda',
      },
    ),
  notKeptYet: {
    zh: '收到了，还没记下来：数据库没有应答。一恢复我就接着办，不用再发',
    en: 'Heard, but not kept yet: the database does not answer. I go on as soon as it does; please do not send it again',
  } satisfies Text,
  nothingKept: (why: Why): Text =>
    lines(
      {
        zh: `⚠ 我现在什么都记不下来：${why === 'silent' ? '' : '机器的'}${because[why].zh}。问我的照常答，报名、签到、需求都记不了，定时通知也停着。`,
        en: `⚠ I cannot keep anything now: ${because[why].en}. Questions are answered, but no sign-up, check-in or request is kept, and scheduled messages wait.`,
      },
      {
        zh: `请管理员${because[why].mend.zh}，好了我自己接着记。看情况请发「/状态」`,
        en: `Please have ${because[why].mend.en}; then I go on by myself. To see more send /status`,
      },
    ),
};
