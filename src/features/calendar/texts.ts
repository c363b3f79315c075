import type { Role } from '../../core/roles.ts';
import { counted, type Text } from '../../core/text.ts';

export const texts = {
  coming: (days: number): Text => {
    if (days === 0) return { zh: '今天', en: 'Today' };
    if (days === 1) return { zh: '明天', en: 'Tomorrow' };
    return { zh: `还有 ${days} 天`, en: `In ${days} days` };
  },
  notice: (coming: Text, what: Text): Text => ({
    zh: `【${coming.zh}】${what.zh}`,
    en: `[${coming.en}] ${what.en}`,
  }),
  pollMissed: (title: string, day: Text, question: string): Text => ({
    zh: `${title} ${day.zh}的投票没有开：${question}`,
    en: `The poll on ${title}, ${day.en}, was not opened: ${question}`,
  }),
  groupGone: (title: string): Text => ({
    zh: `「${title}」发不进去了（被移出或禁言），它的通知先停下。\n我在群里重新听到有人说话就恢复`,
    en: `I cannot write to “${title}” any more (removed or muted); its notices stop.\nThey go on as soon as I hear from the group again`,
  }),
  missed: (count: number): Text => ({
    zh: `有 ${count} 条定时通知没有按时发到群里：`,
    en: `${counted(count, 'scheduled message')} did not reach ${count === 1 ? 'its group' : 'their groups'}:`,
  }),
  missedLine: (when: Text, first: string, why: Text, groups: number): Text => ({
    zh: `${when.zh} ${first}（${why.zh}${groups > 1 ? `，${groups} 个群` : ''}）`,
    en: `${when.en} ${first} (${why.en}${groups > 1 ? `, ${groups} groups` : ''})`,
  }),
  missedNext: {
    zh: '需要的话请您在群里说一声，详情发「/状态」',
    en: 'Please tell the groups yourself if needed; for details send /status',
  } satisfies Text,
  why: {
    stale: { zh: '过了时间', en: 'too late' },
    gone: { zh: '群发不进去', en: 'the group cannot be written to' },
    unfit: { zh: '平台不收', en: 'refused by the platform' },
    stopped: { zh: '群停用了', en: 'the group is not in use any more' },
    crashed: { zh: '不确定是否发出', en: 'it is not certain whether it was sent' },
  } satisfies Record<string, Text>,
  agendaTitle: { zh: '接下来：', en: 'Coming up:' } satisfies Text,
  agendaEmpty: {
    zh: '接下来两个月还没有安排',
    en: 'Nothing is planned for the next two months',
  } satisfies Text,
  howToPlan: (role: Role): Text => {
    if (role === 'convenor')
      return {
        zh: '定固定日，例：/规则 新增 服务日 每月25日 9点',
        en: 'To set a fixed day: /rules 新增 服务日 每月25日 9点',
      };
    return role === 'liaison'
      ? {
          zh: '建一个活动，例：/活动 28日9点 清洁家园',
          en: 'To create an activity: /activity 28 Nov 9am Clean-up',
        }
      : { zh: '想办什么请发「需求 …」告诉大家', en: 'To tell what you would like send “/need …”' };
  },
  agendaName: { zh: '日程', en: 'calendar' } satisfies Text,
  agendaFile: (count: number): Text => ({
    zh: `接下来的 ${count} 项在文件里，打开就能存到手机日历。以后有变动请再发「/日程 文件」`,
    en: `The file has ${counted(count, 'day')} to come; open it to put them into your calendar. When plans change send “/agenda file” again`,
  }),
  agendaNext: (hasOpen: boolean): Text =>
    hasOpen
      ? {
          zh: '报名请发「+1」，存到手机日历请发「/日程 文件」',
          en: 'To sign up send “+1”, for a calendar file /agenda file',
        }
      : {
          zh: '到时会在群里通知，存到手机日历请发「/日程 文件」',
          en: 'The groups will be told; for a calendar file send /agenda file',
        },
  rule: (title: string, recurrence: Text, clock: string, extras: Text): Text => ({
    zh: `${title}：${recurrence.zh} ${clock}${extras.zh}`,
    en: `${title}: ${recurrence.en}, ${clock}${extras.en}`,
  }),
  seats: (count: number): Text => ({ zh: `限 ${count} 人`, en: counted(count, 'seat') }),
  notices: (list: Text | undefined): Text => ({
    zh: `通知：${list?.zh ?? '不发'}`,
    en: `Notices: ${list?.en ?? 'none'}`,
  }),
  ahead: (days: number, at: string): Text => ({
    zh: `${days === 0 ? '当天' : `提前 ${days} 天`} ${at}`,
    en: `${days === 0 ? 'on the day' : days === 1 ? 'the day before' : `${days} days before`} at ${at}`,
  }),
  noticeAt: (ahead: Text, opens: boolean): Text => ({
    zh: `${ahead.zh}${opens ? ' 开始报名' : ''}`,
    en: `${ahead.en}${opens ? ' (sign-up opens)' : ''}`,
  }),
  pollAt: (ahead: Text, asked: Text, until: Text): Text => ({
    zh: `投票：${ahead.zh} ${asked.zh}，截止 ${until.zh}`,
    en: `Poll: ${ahead.en}, ${asked.en}; it closes ${until.en}`,
  }),
  checkin: (before: number, after: number): Text => ({
    zh: `签到：开始前 ${before} 分钟到结束后 ${after} 分钟`,
    en: `Check-in: from ${before} minutes before the start to ${after} minutes after the end`,
  }),
  next: (dates: Text): Text => ({ zh: `接下来：${dates.zh}`, en: `Next: ${dates.en}` }),
  movedFrom: (date: Text): Text => ({ zh: `（原 ${date.zh}）`, en: ` (instead of ${date.en})` }),
  noNext: { zh: '接下来没有了', en: 'There is no next one' } satisfies Text,
  paused: { zh: '已暂停', en: 'paused' } satisfies Text,
  howToResume: (title: string): Text => ({
    zh: `现在暂停着，恢复请发「/规则 ${title} 恢复」`,
    en: `It is paused; to resume send “/rules ${title} 恢复”`,
  }),
  howToEdit: (title: string): Text => ({
    zh: `要改，例：/规则 ${title} 改到 每月最后一个周五 9点`,
    en: `To change it, for example: /rules ${title} 改到 每月最后一个周五 9点`,
  }),
  ruleList: (count: number): Text => ({
    zh: `固定日 ${count} 个：`,
    en: `${counted(count, 'fixed day')}:`,
  }),
  ruleListNext: (title: string): Text => ({
    zh: `看一个的全部请发「/规则 ${title}」`,
    en: `For all about one send “/rules ${title}”`,
  }),
  noRules: {
    zh: '还没有固定日。新增，例：/规则 新增 志愿日 每月第二个周六 9点',
    en: 'There are no fixed days yet. For example: /rules 新增 志愿日 每月第二个周六 9点',
  } satisfies Text,
  noSuchRule: (titles: readonly string[]): Text => ({
    zh: `没有这个固定日。现有：${titles.join('、') || '没有'}。新增，例：/规则 新增 志愿日 每月第二个周六 9点`,
    en: `There is no such fixed day. There are: ${titles.join(', ') || 'none'}. For example: /rules 新增 志愿日 每月第二个周六 9点`,
  }),
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
  ruleChangedSince: (title: string): Text => ({
    zh: `「${title}」后来又改过，或者已经按它通知了，不能撤销。看现在的请发「/规则 ${title}」`,
    en: `“${title}” has been changed since, or people have been told by it, so it stays. To see it send “/rules ${title}”`,
  }),
  howToChange: (title: string): Text => ({
    zh: `没看懂要改什么。可以这样说：\n/规则 ${title} 改到 每月最后一个周五 9点\n/规则 ${title} 通知 提前3天18点、当天7点半\n/规则 ${title} 节假日 顺延（提前、跳过、照常）\n/规则 ${title} 报名 提前5天9点\n/规则 ${title} 投票 提前7天9点 这次做什么 A 清洁家园 B 义诊\n/规则 ${title} 签到 8:30-11:30，或：时长 3小时，地点 …，限30人\n/规则 ${title} 联络员 李雪梅，或：改名 …，暂停，恢复`,
    en: `What should change? You can say:\n/rules ${title} 改到 每月最后一个周五 9点\n/rules ${title} 通知 提前3天18点、当天7点半\n/rules ${title} 节假日 顺延 (提前, 跳过, 照常)\n/rules ${title} 报名 提前5天9点\n/rules ${title} 投票 提前7天9点 这次做什么 A 清洁家园 B 义诊\n/rules ${title} 签到 8:30-11:30, or 时长 3小时, 地点 …, 限30人\n/rules ${title} 联络员 李雪梅, or 改名 …, 暂停, 恢复`,
  }),
  moveUnclear: (title: string): Text => ({
    zh: `没看懂改到什么时候，没有改。例：/规则 ${title} 改到 每月最后一个周五 9点\n只改一次请用编号，例：/改期 E7 28日9点`,
    en: `I could not read when; nothing was changed. For example: /rules ${title} 改到 每月最后一个周五 9点\nTo move one time only: /reschedule E7 28 Nov 9am`,
  }),
  shortMonths: (last: string, skip: string): Text => ({
    zh: `有的月份没有这一天，请选一种发出来：\n${last}\n${skip}`,
    en: `Some months have no such day. Send one of these (their last day, or not at all):\n${last}\n${skip}`,
  }),
  noDeleting: (title: string): Text => ({
    zh: `固定日不删，办过的还在里面。不办了请发「/规则 ${title} 暂停」`,
    en: `A fixed day is not deleted, for what was held stays. To have no more of it send “/rules ${title} 暂停”`,
  }),
  whichLiaison: (title: string, said: string): Text => ({
    zh: `${said === '' ? '请写上联络员的姓名' : `联络员里没有叫「${said}」的一位`}，例：/规则 ${title} 联络员 李雪梅；不定专人请发「/规则 ${title} 联络员 不定」`,
    en: `${said === '' ? 'Give a liaison’s name' : `No one liaison is called “${said}”`}, for example: /rules ${title} 联络员 李雪梅; for nobody in particular: 联络员 不定`,
  }),
  runBy: (name: string): Text => ({ zh: `由${name}负责`, en: `run by ${name}` }),
  noticeAfterStart: (title: string, at: string): Text => ({
    zh: `${at} 开始，当天的通知要更早。请先改通知，例：/规则 ${title} 通知 提前3天18点、当天7点`,
    en: `It begins at ${at}; the notice of the day must come before. For example: /rules ${title} 通知 提前3天18点、当天7点`,
  }),
  howToPolicy: (title: string): Text => ({
    zh: `遇到放假怎么办？请发「/规则 ${title} 节假日 顺延」（或 提前、跳过、照常）`,
    en: `What happens on holidays? Send “/rules ${title} 节假日 顺延” (later), 提前 (earlier), 跳过 (skip) or 照常 (keep)`,
  }),
  howToNotices: (title: string): Text => ({
    zh: `通知时间没看懂，没有改。例：/规则 ${title} 通知 提前3天18点、当天7点半`,
    en: `I could not read the notices; nothing was changed. For example: /rules ${title} 通知 提前3天18点、当天7点半`,
  }),
  howToSignup: (title: string): Text => ({
    zh: `什么时候开始报名？例：/规则 ${title} 报名 提前5天9点；跟第一条通知一起请发「/规则 ${title} 报名 随通知」`,
    en: `When does sign-up open? For example: /rules ${title} 报名 提前5天9点; with the first notice: 报名 随通知`,
  }),
  howToPoll: (title: string): Text => ({
    zh: `没看懂，没有改。请写什么时候开、问什么、什么时候截止，例：\n/规则 ${title} 投票 提前7天9点 这次做什么 A 清洁家园 B 义诊 截止 提前4天18点\n不投了请发「/规则 ${title} 投票 取消」`,
    en: `I could not read that; nothing was changed. When does it open, what does it ask, when does it close? For example:\n/rules ${title} 投票 提前7天9点 这次做什么 A 清洁家园 B 义诊 截止 提前4天18点\nFor no poll send “/rules ${title} 投票 取消”`,
  }),
  pollMisfit: (title: string, at: string): Text => ({
    zh: `投票要先开后截止，最晚当天 ${at} 开始时截止。没有改，例：/规则 ${title} 投票 提前7天9点 截止 提前4天18点`,
    en: `A poll closes after it opens, and by ${at} on the day, when it begins. Nothing was changed; for example: /rules ${title} 投票 提前7天9点 截止 提前4天18点`,
  }),
  howToCheckin: (title: string): Text => ({
    zh: `签到时间没看懂，例：/规则 ${title} 签到 提前60分钟 结束后30分钟`,
    en: `I could not read the check-in time; nothing was changed. For example: /rules ${title} 签到 提前60分钟 结束后30分钟`,
  }),
  howToMake: {
    zh: '请写名称、哪天、几点，例：/规则 新增 志愿日 每月第二个周六 9点 @天星广场',
    en: 'Title, day and time please, for example: /rules 新增 志愿日 每月第二个周六 9点',
  } satisfies Text,
};
