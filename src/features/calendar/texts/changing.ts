import { lines, plain, sentences, type Text } from '../../../core/text.ts';
import type { Lacking } from '../rules/schedule.ts';
import { lackingText } from './lacking.ts';

/** A fixed day is made or changed, or not. */
export const changingTexts = {
  noSuchRule: (titles: readonly string[]): Text =>
    sentences(
      { zh: '没有这个固定日。', en: 'There is no such fixed day.' },
      {
        zh: `现有：${titles.join('、') || '没有'}。`,
        en: `There are: ${titles.join(', ') || 'none'}.`,
      },
      {
        zh: '新增，例：/规则 新增 志愿日 每月第二个周六 9点',
        en: 'For example: /rules 新增 志愿日 每月第二个周六 9点',
      },
    ),
  titleTaken: (title: string): Text => ({
    zh: `已经有「${title}」了。要改请发「/规则 ${title} 改到 …」`,
    en: `There is “${title}” already. To change it send “/rules ${title} 改到 …”`,
  }),
  made: { zh: '固定日加好了：', en: 'Added:' } satisfies Text,
  changedTo: { zh: '改好了：', en: 'Changed:' } satisfies Text,
  pausedNow: (title: string): Text => ({
    zh: `${title}从现在起暂停，不再安排新的一次`,
    en: `${title} is paused from now on; no new day is planned`,
  }),
  fromWhen: (date: Text, isLate: boolean): Text => ({
    zh: `从${date.zh}那次起${isLate ? '；那次来不及投票，下一次开始投' : ''}`,
    en: `From ${date.en} on${isLate ? '; it is too late for a poll on that day, the one after it has one' : ''}`,
  }),
  staysAnnounced: (headline: Text, number: number): Text => ({
    zh: `已通知的 ${headline.zh} 照旧；要动它请发「/改期 E${number} …」或「/取消 E${number}」`,
    en: `${headline.en} has been announced and stays; to change it send “/reschedule E${number} …” or “/calloff E${number}”`,
  }),
  ruleGone: (title: string): Text => ({
    zh: `「${title}」没有加。看有哪些请发「/规则」`,
    en: `“${title}” was not added. For what there is send /rules`,
  }),
  ruleChangedSince: (title: string): Text =>
    sentences(
      {
        zh: `「${title}」后来又改过，或者已经按它通知了，不能撤销。`,
        en: `“${title}” has been changed since, or people have been told by it, so it stays.`,
      },
      { zh: `看现在的请发「/规则 ${title}」`, en: `To see it send “/rules ${title}”` },
    ),
  howToChange: (title: string): Text =>
    lines(
      { zh: '没看懂要改什么。可以这样说：', en: 'What should change? You can say:' },
      {
        zh: `/规则 ${title} 改到 每月最后一个周五 9点`,
        en: `/rules ${title} 改到 每月最后一个周五 9点`,
      },
      {
        zh: `/规则 ${title} 通知 提前3天18点、当天7点半`,
        en: `/rules ${title} 通知 提前3天18点、当天7点半`,
      },
      {
        zh: `/规则 ${title} 节假日 顺延（提前、跳过、照常）`,
        en: `/rules ${title} 节假日 顺延 (提前, 跳过, 照常)`,
      },
      { zh: `/规则 ${title} 报名 提前5天9点`, en: `/rules ${title} 报名 提前5天9点` },
      {
        zh: `/规则 ${title} 投票 提前7天9点 这次做什么 A 清洁家园 B 义诊`,
        en: `/rules ${title} 投票 提前7天9点 这次做什么 A 清洁家园 B 义诊`,
      },
      {
        zh: `/规则 ${title} 签到 8:30-11:30，或：时长 3小时，地点 …，限30人`,
        en: `/rules ${title} 签到 8:30-11:30, or 时长 3小时, 地点 …, 限30人`,
      },
      {
        zh: `/规则 ${title} 联络员 李雪梅，或：改名 …，暂停，恢复`,
        en: `/rules ${title} 联络员 李雪梅, or 改名 …, 暂停, 恢复`,
      },
    ),
  moveUnclear: (title: string): Text =>
    lines(
      sentences(
        { zh: '没看懂改到什么时候，没有改。', en: 'I could not read when; nothing was changed.' },
        {
          zh: `例：/规则 ${title} 改到 每月最后一个周五 9点`,
          en: `For example: /rules ${title} 改到 每月最后一个周五 9点`,
        },
      ),
      {
        zh: '只改一次请用编号，例：/改期 E7 28日9点',
        en: 'To move one time only: /reschedule E7 28 Nov 9am',
      },
    ),
  shortMonths: (last: string, skip: string): Text =>
    lines(
      {
        zh: '有的月份没有这一天，请选一种发出来：',
        en: 'Some months have no such day. Send one of these (their last day, or not at all):',
      },
      plain(last),
      plain(skip),
    ),
  noDeleting: (title: string): Text =>
    sentences(
      {
        zh: '固定日不删，办过的还在里面。',
        en: 'A fixed day is not deleted, for what was held stays.',
      },
      {
        zh: `不办了请发「/规则 ${title} 暂停」`,
        en: `To have no more of it send “/rules ${title} 暂停”`,
      },
    ),
  whichLiaison: (title: string, said: string): Text => ({
    zh: `${said === '' ? '请写上联络员的姓名' : `联络员里没有叫「${said}」的一位`}，例：/规则 ${title} 联络员 李雪梅；不定专人请发「/规则 ${title} 联络员 不定」`,
    en: `${said === '' ? 'Give a liaison’s name' : `No one liaison is called “${said}”`}, for example: /rules ${title} 联络员 李雪梅; for nobody in particular: 联络员 不定`,
  }),
  noticeAfterStart: (title: string, at: string): Text =>
    sentences(
      {
        zh: `${at} 开始，当天的通知要更早。`,
        en: `It begins at ${at}; the notice of the day must come before.`,
      },
      {
        zh: `请先改通知，例：/规则 ${title} 通知 提前3天18点、当天7点`,
        en: `For example: /rules ${title} 通知 提前3天18点、当天7点`,
      },
    ),
  howToPolicy: (title: string): Text => ({
    zh: `遇到放假怎么办？请发「/规则 ${title} 节假日 顺延」（或 提前、跳过、照常）`,
    en: `What happens on holidays? Send “/rules ${title} 节假日 顺延” (later), 提前 (earlier), 跳过 (skip) or 照常 (keep)`,
  }),
  howToNotices: (title: string): Text =>
    sentences(
      { zh: '通知时间没看懂，没有改。', en: 'I could not read the notices; nothing was changed.' },
      {
        zh: `例：/规则 ${title} 通知 提前3天18点、当天7点半`,
        en: `For example: /rules ${title} 通知 提前3天18点、当天7点半`,
      },
    ),
  howToSignup: (title: string): Text => ({
    zh: `什么时候开始报名？例：/规则 ${title} 报名 提前5天9点；跟第一条通知一起请发「/规则 ${title} 报名 随通知」`,
    en: `When does sign-up open? For example: /rules ${title} 报名 提前5天9点; with the first notice: 报名 随通知`,
  }),
  howToPoll: (title: string): Text =>
    lines(
      sentences(
        { zh: '没看懂，没有改。', en: 'I could not read that; nothing was changed.' },
        {
          zh: '请写什么时候开、问什么、什么时候截止，例：',
          en: 'When does it open, what does it ask, when does it close? For example:',
        },
      ),
      {
        zh: `/规则 ${title} 投票 提前7天9点 这次做什么 A 清洁家园 B 义诊 截止 提前4天18点`,
        en: `/rules ${title} 投票 提前7天9点 这次做什么 A 清洁家园 B 义诊 截止 提前4天18点`,
      },
      {
        zh: `不投了请发「/规则 ${title} 投票 取消」`,
        en: `For no poll send “/rules ${title} 投票 取消”`,
      },
    ),
  pollMisfit: (title: string, at: string): Text =>
    sentences(
      {
        zh: `投票要先开后截止，最晚当天 ${at} 开始时截止。`,
        en: `A poll closes after it opens, and by ${at} on the day, when it begins.`,
      },
      {
        zh: `没有改，例：/规则 ${title} 投票 提前7天9点 截止 提前4天18点`,
        en: `Nothing was changed; for example: /rules ${title} 投票 提前7天9点 截止 提前4天18点`,
      },
    ),
  howToCheckin: (title: string): Text => ({
    zh: `签到时间没看懂，例：/规则 ${title} 签到 提前60分钟 结束后30分钟`,
    en: `I could not read the check-in time; nothing was changed. For example: /rules ${title} 签到 提前60分钟 结束后30分钟`,
  }),
  howToKind: (title: string): Text => ({
    zh: `算哪一类？请发「/规则 ${title} 类别 服务」（或 学习、例会、联席、其他）`,
    en: `Which kind is it? Send “/rules ${title} 类别 服务” (or 学习, 例会, 联席, 其他)`,
  }),
  noDay: (title: string): Text => ({
    zh: `还缺哪天、几点，例：/规则 新增 ${title} 每月第二个周六 9点 @天星广场`,
    en: `Day and time are missing, for example: /rules 新增 ${title} 每月第二个周六 9点`,
  }),
  lacking: (lacking: Lacking): Text => lackingText(lacking),
  howToMake: {
    zh: '请写名称、哪天、几点，例：/规则 新增 志愿日 每月第二个周六 9点 @天星广场',
    en: 'Title, day and time please, for example: /rules 新增 志愿日 每月第二个周六 9点',
  } satisfies Text,
};
