import { lines, sentences, type Text } from '../../../core/text.ts';

const timeUnclear = (piece: string | undefined): Text => ({
  zh: `${piece ? `「${piece}」` : '时间'}没看懂，请写清楚日期和几点，例：/活动 25日9点 清洁家园`,
  en: `I could not read ${piece ? `“${piece}”` : 'the time'}; give a date and an hour, for example: /activity 25 Nov 9am Clean-up`,
});

const timeImpossible: Text = {
  zh: '没有这个日期或钟点，请看看日历再写，例：/活动 25日9点 清洁家园',
  en: 'There is no such day or hour; please look at the calendar, for example: /activity 25 Nov 9am Clean-up',
};

const timePast: Text = {
  zh: '这个时间已经过了，请写以后的时间，例：/活动 明天9点 清洁家园',
  en: 'That time has passed; give a later one, for example: /activity tomorrow 9am Clean-up',
};

/** What is said to and about whoever makes, changes, moves and calls off activities. */
export const organisingTexts = {
  /** Behind an activity: how somebody is on its list. */
  own: (waits: boolean, heads: number): Text => ({
    zh: `${waits ? '候补' : '已经报了'}${heads > 1 ? ` ${heads} 人` : ''}`,
    en: `${waits ? 'waiting' : 'signed up'}${heads > 1 ? `, ${heads} people` : ''}`,
  }),
  onlyLiaisons: {
    zh: '建活动请联络员来，看活动请发「/活动」',
    en: 'Liaisons create activities; to see them send /activity',
  } satisfies Text,
  howToCreate: {
    zh: '请写时间和名称，例：/活动 25日9点 清洁家园 @天星广场 30人',
    en: 'Give a time and a title, for example: /activity 25 Nov 9am Clean-up @天星广场 30人',
  } satisfies Text,
  isFixedDay: (headline: Text, words: string): Text =>
    sentences(
      { zh: `${headline.zh} 就在这个时间。`, en: `${headline.en} is at that time.` },
      {
        zh: `那天就做这个请发「${words}」，另办一个请换个时间`,
        en: `If that is what it is about send “${words}”; for another one give another time`,
      },
    ),
  sameDay: (headline: Text, number: number): Text => ({
    zh: `同一天还有 ${headline.zh}。不用两个的话请发「/取消 E${number}」`,
    en: `On the same day: ${headline.en}. If one is enough send “/calloff E${number}”`,
  }),
  howToChange: (number: number): Text =>
    sentences(
      { zh: '要改什么没看懂，没有改。', en: 'I could not read what to change.' },
      {
        zh: `例：/活动 E${number} @社区大厅 40人，/活动 E${number} 改名 清洁楼道`,
        en: `For example: /activity E${number} @社区大厅 40人, /activity E${number} 改名 …`,
      },
    ),
  changeTime: (number: number, words: string): Text => ({
    zh: `改时间会通知报名的人，请发「/改期 E${number} ${words}」`,
    en: `Whoever signed up is told of a new time; send “/reschedule E${number} ${words}”`,
  }),
  tooFewSeats: (number: number, people: number): Text =>
    sentences(
      {
        zh: `E${number} 已经报了 ${people} 人，人数不能再少了，没有改。`,
        en: `E${number} has ${people} people already, so nothing was changed.`,
      },
      { zh: `看名单请发「名单 E${number}」`, en: `For the list send “list E${number}”` },
    ),
  placeChanged: (number: number, title: string, to: string, from: string | undefined): Text => ({
    zh: `E${number} ${title} 换地方了：${to}${from ? `\n原来是 ${from}` : ''}`,
    en: `E${number} ${title} is now at ${to}${from ? `\nIt was planned at ${from}` : ''}`,
  }),
  addressed: (number: number, title: string, audience: Text): Text => ({
    zh: `E${number} ${title} 发到${audience.zh}，改期、签到也只在那里说。看名单请发「/活动 E${number}」`,
    en: `E${number} ${title} is for ${audience.en} now, with all that follows. To see it send “/activity E${number}”`,
  }),
  addressedElsewhere: (number: number, title: string): Text => ({
    zh: `E${number} ${title} 改由别的群通知，这里不再说。看它请发「/活动 E${number}」`,
    en: `E${number} ${title} is announced in other groups from now on. To see it send “/activity E${number}”`,
  }),
  madeFor: (number: number, title: string, audience: Text): Text => ({
    zh: `E${number} ${title} 建好了，发到${audience.zh}，这里不发。看名单请发「/活动 E${number}」`,
    en: `E${number} ${title} is made. It goes to: ${audience.en}, and not here. To see it send “/activity E${number}”`,
  }),
  hourMissing: {
    zh: '几点开始？请把时间也写上，例：/活动 25日9点 清洁家园',
    en: 'At what time does it begin? For example: /activity 25 Nov 9am Clean-up',
  } satisfies Text,
  timePast,
  timeRefused: (
    reason: 'none' | 'unclear' | 'past' | 'impossible',
    piece: string | undefined,
  ): Text => {
    if (reason === 'past') return timePast;
    return reason === 'impossible' ? timeImpossible : timeUnclear(piece);
  },
  howManySeats: {
    zh: '人数请写 1 到 9999，不限就不写，例：/活动 25日9点 清洁家园 30人',
    en: 'Give 1 to 9999 people, or none for no limit, for example: /activity 25日9点 清洁家园 30人',
  } satisfies Text,
  moved: (number: number, title: string, to: Text, from: Text, why?: string): Text =>
    lines(
      {
        zh: `E${number} ${title} 改期了：${to.zh}`,
        en: `E${number} ${title} has been moved to ${to.en}`,
      },
      {
        zh: `原来是 ${from.zh}${why ? `。原因：${why}` : ''}`,
        en: `It was planned for ${from.en}${why ? `. Why: ${why}` : ''}`,
      },
    ),
  movePast: (number: number): Text => ({
    zh: `这个时间已经过了，没有改。例：/改期 E${number} 28日9点`,
    en: `That time has passed; nothing was changed. For example: /reschedule E${number} 28 Nov 9am`,
  }),
  movedBack: (number: number, title: string, to: Text, from: Text): Text => ({
    zh: `E${number} ${title} 改期撤销了，还是 ${to.zh}\n刚才说的 ${from.zh} 不算`,
    en: `E${number} ${title} was not moved after all: ${to.en}\nForget ${from.en}`,
  }),
  movedNext: (number: number, signedUp: number): Text => ({
    zh: `${signedUp > 0 ? `报名的 ${signedUp} 人都还在，` : ''}来不了请发「请假 E${number}」`,
    en: `${signedUp > 0 ? `Sign-ups that stand: ${signedUp}. ` : ''}If you cannot come send “absent E${number}”`,
  }),
  movedPrivately: (number: number): Text => ({
    zh: `您的报名还在，来不了请发「请假 E${number}」`,
    en: `You are still signed up; if you cannot come send “absent E${number}”`,
  }),
  sameTime: (headline: Text): Text => ({
    zh: `${headline.zh} 本来就是这个时间，没有改`,
    en: `${headline.en}: that is its time already`,
  }),
  howToMove: (number: number): Text => ({
    zh: `改到什么时候没看懂，没有改。例：/改期 E${number} 28日9点`,
    en: `I could not read when; nothing was changed. For example: /reschedule E${number} 28 Nov 9am`,
  }),
  calledOff: (headline: Text, why: string | undefined): Text => ({
    zh: `${headline.zh} 取消了${why ? `：${why}` : ''}`,
    en: `${headline.en} is cancelled${why ? `: ${why}` : ''}`,
  }),
  calledOffNext: (signedUp: number): Text => ({
    zh: `${signedUp > 0 ? `报名的 ${signedUp} 人不用来了。` : ''}看安排请发「日程」`,
    en: `${signedUp > 0 ? `Whoever signed up (${signedUp}) need not come. ` : ''}For what is coming send “agenda”`,
  }),
  calledOffPrivately: {
    zh: '您报了名，这次不用来了',
    en: 'You were signed up; you need not come',
  } satisfies Text,
  notCalledOff: (headline: Text): Text => ({
    zh: `${headline.zh} 不取消了，照常办`,
    en: `${headline.en} is not cancelled after all`,
  }),
  notHeld: (headline: Text): Text => ({
    zh: `${headline.zh} 不办了，编号不再用`,
    en: `${headline.en} is off; its number is not used again`,
  }),
  hasPeople: (number: number, people: number): Text =>
    sentences(
      {
        zh: `E${number} 已经有 ${people} 人报名，不能撤销了。`,
        en: `E${number} has ${people} sign-ups and stays.`,
      },
      {
        zh: `不办请发「/取消 E${number}」，会通知大家`,
        en: `To call it off send “/calloff E${number}”; they will be told`,
      },
    ),
  activityChanged: (number: number): Text => ({
    zh: `E${number} 后来又有变化，不能撤销了。看现在的请发「/活动 E${number}」`,
    en: `E${number} has been changed since and stays. To see it send “/activity E${number}”`,
  }),
  answeredSince: (number: number, again: string): Text =>
    sentences(
      {
        zh: `E${number} 改期以后有人报名或退出，不能撤销了。`,
        en: `People have answered for E${number} since it was moved.`,
      },
      {
        zh: `要改回去请发「${again}」，会通知大家`,
        en: `To move it back send “${again}”; they will be told`,
      },
    ),
  timeOver: (number: number): Text =>
    sentences(
      {
        zh: `E${number} 原来的时间已经过了，不能撤销了。`,
        en: `The former time of E${number} is over.`,
      },
      {
        zh: `再改请发「/改期 E${number} 28日9点」`,
        en: `To move it again send “/reschedule E${number} 28 Nov 9am”`,
      },
    ),
  tooLateToHold: (number: number): Text => ({
    zh: `E${number} 的时间已经过了，不能撤销了。再办请发「/活动 28日9点 名称」`,
    en: `The time of E${number} is over. For another one send “/activity 28 Nov 9am title”`,
  }),
};
