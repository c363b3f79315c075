import { lines, plain, sentences, type Text } from '../../../core/text.ts';

/** What is said to one person in private, or before anything else. */
export const notices = {
  inYourArea: (number: number, text: string): Text => ({
    zh: `#${number} 在你们的区域：${text}\n接请发「认领 ${number} 周六上午」，不归你们请发「/详情 ${number}」看看`,
    en: `#${number} is in your area: ${text}\nTo take it on send “认领 ${number} 周六上午”, to look at it “/show ${number}”`,
  }),
  recall: sentences(
    {
      zh: '刚才那条里有电话或证件号，我转发时都打了码。',
      en: 'Your message holds a phone or ID number.',
    },
    {
      zh: '群里那条请您长按撤回，更稳妥',
      en: 'I mask it wherever I repeat it; please recall your message in the group',
    },
  ) satisfies Text,
  alike: (number: number, text: string): Text =>
    sentences(
      { zh: `和 #${number}（${text}）像是同一件。`, en: `This looks like #${number} (${text}).` },
      {
        zh: `是同一件请发「${number} 也是」，不是就不用管`,
        en: `If it is the same send “${number} me too”; if not, never mind`,
      },
    ),
  alikeOwn: (number: number, text: string, latest: number): Text =>
    sentences(
      {
        zh: `和您提的 #${number}（${text}）像是同一件。`,
        en: `This looks like your #${number} (${text}).`,
      },
      {
        zh: `重复了请发「撤回 ${latest}」，不是就不用管`,
        en: `If it is the same send “withdraw ${latest}”; if not, never mind`,
      },
    ),
  howToReach: (number: number): Text => ({
    zh: `#${number} 有不便公开的内容，认领人请私聊我发「/详情 ${number}」`,
    en: `#${number} has private details; whoever took it on, please send me “/show ${number}” in private`,
  }),
  details: (number: number, text: string, asker: string): Text =>
    lines(
      { zh: `#${number} 您认领的，只给您看：`, en: `#${number}, which you took on; for you only:` },
      plain(text),
      {
        zh: `提出人：${asker}。办完请发「完成 ${number} 怎么办的」`,
        en: `Asked by ${asker}. When it is done send “done ${number}”`,
      },
    ),
  pictures: (number: number, text: string): Text =>
    lines(
      {
        zh: `#${number} 您认领的，照片在下面：`,
        en: `#${number}, which you took on, with its photos:`,
      },
      plain(text),
      { zh: `办完请发「完成 ${number} 怎么办的」`, en: `When it is done send “done ${number}”` },
    ),
  howToSee: (number: number): Text => ({
    zh: `#${number} 有照片，认领人请私聊我发「/详情 ${number}」看`,
    en: `#${number} has photos; whoever took it on, please send me “/show ${number}” in private`,
  }),
  morePictures: (number: number, sentence: Text): Text => ({
    zh: `#${number} ${sentence.zh}。看经过和照片请发「/详情 ${number}」`,
    en: `#${number}: ${sentence.en}. For its history and photos send “/show ${number}”`,
  }),
  assigned: (number: number, text: string, unit: string, by: string): Text =>
    lines(
      { zh: `#${number} ${by}派给了${unit}：`, en: `#${number} was given to ${unit} by ${by}:` },
      plain(text),
      {
        zh: `定好时间请发「改期 ${number} 周六上午」，办不了发「放弃 ${number}」`,
        en: `To promise a time send “promise ${number} Saturday morning”, to give it back “release ${number}”`,
      },
    ),
  reassigned: (number: number, unit: string, by: string): Text =>
    sentences(
      {
        zh: `#${number} ${by}改派给了${unit}，您不用再办了。`,
        en: `#${number} was given to ${unit} by ${by}; nothing more for you to do.`,
      },
      { zh: `看进展请发「/详情 ${number}」`, en: `To follow it send “/show ${number}”` },
    ),
  freed: (number: number, by: string): Text => ({
    zh: `#${number} ${by}替您退回了，您不用再办。还想办请再发「认领 ${number} 周六上午」`,
    en: `${by} gave #${number} back for you. To take it on after all send “claim ${number} Saturday morning”`,
  }),
  /** How a request is called to who asked for it, and to who said that they need it too. */
  yours: (number: number): Text => ({ zh: `您提的 #${number}`, en: `Your #${number}` }),
  caredFor: (number: number): Text => ({
    zh: `您关心的 #${number}`,
    en: `#${number}, which you need too,`,
  }),
  taken: (yours: Text, number: number, who: Text, promise: Text | undefined): Text =>
    sentences(
      {
        zh: `${yours.zh} 有人办了：${who.zh}${promise ? `，答应 ${promise.zh}` : ''}。`,
        en: `${yours.en} was taken on by ${who.en}${promise ? `, promised for ${promise.en}` : ''}.`,
      },
      { zh: `看进展请发「/详情 ${number}」`, en: `To follow it send “/show ${number}”` },
    ),
  done: (yours: Text, number: number, sentence: Text): Text =>
    lines(
      { zh: `${yours.zh}，${sentence.zh}。`, en: `${yours.en}: ${sentence.en}.` },
      {
        zh: `请看看：好了发「满意 ${number}」，没好发「未解决 ${number} 原因」`,
        en: `Please look: “satisfied ${number}” if it is good, else “not fixed ${number}” and why`,
      },
    ),
  declined: (yours: Text, note: string): Text =>
    lines(
      {
        zh: `${yours.zh} 这次没能受理：${note}。`,
        en: `${yours.en} could not be accepted: ${note}.`,
      },
      {
        zh: '情况有变，欢迎再发「需求 …」',
        en: 'If things change, please ask again with “/need …”',
      },
    ),
  handed: (yours: Text, note: string, number: number): Text => ({
    zh: `${yours.zh} 已经转交${note}，由他们办理；我们留了底，要问请发「/详情 ${number}」`,
    en: `${yours.en} was handed over to ${note}, who will see to it. To look it up send “/show ${number}”`,
  }),
  merged: (yours: Text, into: number): Text =>
    lines(
      {
        zh: `${yours.zh} 和 #${into} 是同一件，并在一起办，办好一起告诉您。`,
        en: `${yours.en} is the same as #${into} and goes on there; you will be told.`,
      },
      { zh: `看进展请发「/详情 ${into}」`, en: `To follow it send “/show ${into}”` },
    ),
  withdrawn: (number: number, who: string): Text => ({
    zh: `#${number} 提出人（${who}）撤回了，不用再办。谢谢您`,
    en: `#${number} was withdrawn by ${who}; nothing more to do. Thank you`,
  }),
  held: (number: number, until: Text | undefined, note: string | undefined): Text =>
    sentences(
      {
        zh: `#${number} 先放一放${until ? `，${until.zh}接着办` : ''}${note ? `。${note}` : ''}。`,
        en: `#${number} is on hold${until ? ` until ${until.en}` : ''}${note ? `: ${note}` : ''}.`,
      },
      { zh: `没有丢，看进展请发「/详情 ${number}」`, en: `It is not lost; send “/show ${number}”` },
    ),
  resumed: (number: number): Text => ({
    zh: `#${number} 暂缓结束，接着办了。看进展请发「/详情 ${number}」`,
    en: `#${number} goes on after its pause. To follow it send “/show ${number}”`,
  }),
  leavingClaims: (numbers: readonly string[]): Text => ({
    zh: `您认领的 ${numbers.join('、')} 会退回，由别人来办`,
    en: `${numbers.join(', ')}, which you took on, will be given back`,
  }),
  leavingAsked: (numbers: readonly string[]): Text => ({
    zh: `您提的 ${numbers.join('、')} 接着办，办完由联络员代为验收`,
    en: `${numbers.join(', ')}, which you asked for, goes on; a liaison will check it`,
  }),
  openAgain: (yours: Text, number: number): Text =>
    sentences(
      {
        zh: `${yours.zh} 原来的认领人没能办成，我们再找人办。`,
        en: `${yours.en} could not be done by who took it on; we look for somebody else.`,
      },
      { zh: `看进展请发「/详情 ${number}」`, en: `Send “/show ${number}”` },
    ),
  notYours: (number: number): Text =>
    sentences(
      {
        zh: `#${number} 到时间没有消息，已退回待认领，您不用再办。`,
        en: `#${number} is open again, as there was no word in time.`,
      },
      {
        zh: `还想办请再发「认领 ${number}」`,
        en: `To take it on after all send “claim ${number}”`,
      },
    ),
  reopened: (number: number, who: Text, note: string | undefined): Text =>
    lines(
      {
        zh: `#${number} ${who.zh}说还没解决${note ? `：${note}` : ''}。`,
        en: `#${number}: ${who.en} says it is not resolved${note ? `: ${note}` : ''}.`,
      },
      {
        zh: `什么时候再去请发「改期 ${number} 周六上午」，办完发「完成 ${number} 怎么办的」`,
        en: `To promise a time send “promise ${number} Saturday morning”, when it is done “done ${number}”`,
      },
    ),
  closedForYou: (number: number, state: Text): Text => ({
    zh: `#${number} ${state.zh}，您不用再办了。看原因请发「/详情 ${number}」`,
    en: `#${number} is ${state.en}; nothing more for you to do. To see why send “/show ${number}”`,
  }),
  ahead: (number: number, text: string, promise: Text): Text =>
    lines(
      { zh: `提醒：#${number} ${text}`, en: `Reminder: #${number} ${text}` },
      {
        zh: `您答应的是 ${promise.zh}。来不及请发「改期 ${number} 周六上午」`,
        en: `You promised ${promise.en}. If you need longer send “promise ${number} Saturday morning”`,
      },
    ),
  overdue: (number: number, text: string): Text =>
    lines(plain(`#${number} ${text}`), {
      zh: `办得怎么样了？办完发「完成 ${number}」，还要时间发「改期 ${number} 周六上午」`,
      en: `How is it going? Send “done ${number}” when done, “promise ${number} Saturday morning” for more time`,
    }),
  lateForLiaison: (number: number, text: string, who: Text): Text =>
    lines(plain(`#${number} ${text}`), {
      zh: `${who.zh}认领的，过了时间没有消息，请联系一下。要换人请发「放弃 ${number}」`,
      en: `Taken on by ${who.en}; the time is over without a word. Please ask. To give it back send “release ${number}”`,
    }),
  lateForConvenor: (number: number, text: string, who: Text): Text =>
    lines(
      plain(`#${number} ${text}`),
      sentences(
        {
          zh: `${who.zh}认领后一直没有消息，联络员也没有回音。`,
          en: `Taken on by ${who.en}, no word since, nor from the liaison.`,
        },
        {
          zh: `再过一天自动退回，要派人请发「/指派 ${number} 单位」`,
          en: `It opens again in a day; then “/assign ${number} UNIT”`,
        },
      ),
    ),
  checkIt: (number: number, text: string): Text =>
    lines(
      plain(`#${number} ${text}`),
      sentences(
        {
          zh: '办完 3 天了，提出人没有回话。',
          en: 'Finished 3 days ago without a word from who asked.',
        },
        {
          zh: `请您核实：好了发「满意 ${number}」，没好发「未解决 ${number} 原因」`,
          en: `Please check: “satisfied ${number}” or “not fixed ${number}” and why`,
        },
      ),
    ),
  unclaimed: (number: number, text: string): Text =>
    lines(
      plain(`#${number} ${text}`),
      sentences(
        { zh: '一周没有人认领。', en: 'Open for a week.' },
        {
          zh: `要派人请发「/指派 ${number} 单位」，办不了发「/不受理 ${number} 原因」`,
          en: `To give it to a unit send “/assign ${number} UNIT”, else “/decline ${number}” and why`,
        },
      ),
    ),
};
