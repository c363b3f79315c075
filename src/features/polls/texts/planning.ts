import { sentences, type Text } from '../../../core/text.ts';

const canBeSaid: Text = {
  zh: '可以写：最多选2项、匿名、按单位、限成员、本群、截止 20日18点',
  en: 'You can say: up to 2, secret, per unit, members only, here only, until 20日18点',
};

/** Why a poll cannot be opened as somebody wrote it. */
export const planning = {
  overProjects: (words: string): Text => ({
    zh: `对项目投票由召集人发起，多了分几轮，请发「${words}」`,
    en: `The convenor opens votes over projects, in rounds: send “${words}”`,
  }),
  isOverProjects: (which: string): Text => ({
    zh: `要对项目投票吗：${which}？由召集人发起，要就回「是」，不要请回「不」`,
    en: `Open a vote over the projects ${which}? The convenor answers “yes” or “no”`,
  }),
  openIt: { zh: '开始投票', en: 'open it' } satisfies Text,
  onlyLiaisons: {
    zh: '发起投票请联络员来，看投票请发「/投票」',
    en: 'Liaisons open polls; to see them send /poll',
  } satisfies Text,
  badPlan: {
    options: {
      zh: '请写问题和 2 到 12 个选项，例：投票 25日做什么 A 清洁家园 B 义诊 截止 20日18点',
      en: 'Give a question and 2 to 12 options, for example: /poll What next A Clean-up B Clinic until 20 Nov 6pm',
    },
    'too many': { zh: '选项最多 12 个，请少写几个', en: 'At most 12 options, please' },
    same: { zh: '有两个选项一样，请改一个再发', en: 'Two options are the same; please change one' },
    beside: {
      zh: '用「从需求」就只从这些需求里选，别的选项不能一起写，问题请连着写。例：投票 25日服务日做什么 从需求 12 15 18',
      en: 'With 从需求 the requests are the only options; write nothing beside the question, and that without blanks. For example: /poll What next 从需求 12 15 18',
    },
    deadline: {
      zh: '截止时间没看懂，请写清楚几点，例：截止 20日18点',
      en: 'I could not read when it ends, for example: 截止 20日18点',
    },
    past: {
      zh: '截止时间已经过了，请写以后的时间，例：截止 明天18点',
      en: 'That end has passed; give a later one',
    },
  } satisfies Record<string, Text>,
  sameQuestion: (number: number, question: string): Text => ({
    zh: `P${number} 也在问「${question}」，还没截止。新的这个怎么办？回数字，不发了就回「不」`,
    en: `P${number} asks “${question}”, too, and is open. What about the new one? Answer the number`,
  }),
  instead: (number: number): Text => ({
    zh: `用新的，P${number} 作废`,
    en: `Take the new one, call off P${number}`,
  }),
  both: { zh: '两个都投', en: 'Keep both' } satisfies Text,
  badSetting: (said: string): Text =>
    sentences(
      {
        zh: `「${said}」没看懂，还没有发出去。`,
        en: `I could not read “${said}”; nothing was sent.`,
      },
      canBeSaid,
    ),
  unavailable: (said: string): Text =>
    sentences(
      {
        zh: `「${said}」我做不到，选项要一次写全，投了还能改。还没有发出去。`,
        en: `I cannot do “${said}”: all options are written at once, and votes can change. Nothing was sent.`,
      },
      canBeSaid,
    ),
  badRequest: (number: number, state: Text | undefined): Text => ({
    zh: `${state === undefined ? `没有 #${number}` : `#${number} 现在${state.zh}`}，不能拿来投票。看有哪些请发「/需求列表」`,
    en: `${state === undefined ? `There is no #${number}` : `#${number} is ${state.en}`}, so it cannot be voted on. For what there is send /needs`,
  }),
};
