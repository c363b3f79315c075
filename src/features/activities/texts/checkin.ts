import { lines, sentences, type Text } from '../../../core/text.ts';

/** To who comes. */
export const checkinTexts = {
  opened: (headline: Text, example: string | undefined): Text =>
    lines(
      { zh: `${headline.zh} 开始签到。`, en: `${headline.en}: check-in is open.` },
      {
        zh: `${example ? `到了看现场板子上的词，发「签到」加这个词，例：签到 ${example}` : '到了请发「签到」'}`,
        en: `When you are there send “check in”${example ? ` and the word on the board, for example: check in ${example}` : ''}`,
      },
    ),
  needWord: (number: number, words: string): Text => ({
    zh: `E${number} 签到要加现场板子上的词，例：${words}`,
    en: `To check in to E${number} add the word on the board, for example: ${words}`,
  }),
  wrongWord: (words: string): Text => ({
    zh: `这个词不对，再看看板子。例：${words}`,
    en: `That is not the word on the board; look again. For example: ${words}`,
  }),
  onlyOneself: (number: number, name: string): Text =>
    sentences(
      { zh: '签到要本人发。', en: 'Everybody checks in themselves.' },
      {
        zh: `${name}不方便发的，请联络员发「到 E${number} ${name}」`,
        en: `Where ${name} cannot, a liaison sends “rollcall E${number} ${name}”`,
      },
    ),
  already: (number: number, name: string, time: string): Text => ({
    zh: `${name} ${time} 已经签到 E${number} 了，不用再签`,
    en: `${name} checked in to E${number} at ${time} already`,
  }),
  noneOpen: (next: Text | undefined): Text => ({
    zh: `现在没有在签到的活动。${next ? `下一个：${next.zh}。` : ''}看安排请发「日程」`,
    en: `No check-in is open. ${next ? `Next: ${next.en}. ` : ''}For what is coming send “agenda”`,
  }),
  over: (number: number, time: string, name: string): Text =>
    sentences(
      { zh: `E${number} 的签到 ${time} 结束了。`, en: `Check-in to E${number} closed at ${time}.` },
      {
        zh: `来过的请找联络员发「补签 E${number} ${name} 忘了签到」`,
        en: `Ask a liaison to send “correct E${number} ${name} came”`,
      },
    ),
  notOpen: (number: number, state: Text, opens: Text | undefined): Text => ({
    zh: opens
      ? `E${number} ${opens.zh} 开始签到，到时请再发一次`
      : `E${number} ${state.zh}，签到请找联络员补`,
    en: opens
      ? `Check-in to E${number} opens ${opens.en}`
      : `E${number} is ${state.en}; ask a liaison to correct it`,
  }),
  notBegun: (headline: Text): Text => ({
    zh: `${headline.zh} 还没开始签到。看谁报了名请发「名单」`,
    en: `${headline.en}: check-in has not begun. For who signed up send “list”`,
  }),
  noSuchUnit: (name: string): Text =>
    sentences(
      { zh: `没有叫「${name}」的单位。`, en: `There is no unit called “${name}”.` },
      {
        zh: '自己签到请发「签到」加板上的词',
        en: 'To check in yourself send “check in” with the word on the board',
      },
    ),
  notYourUnit: (unit: string): Text =>
    sentences(
      {
        zh: `${unit}的人数请${unit}的人来报。`,
        en: `Only ${unit}'s own people give its head-count.`,
      },
      {
        zh: '您自己签到请发「签到」加板上的词',
        en: 'To check in yourself send “check in” with the word on the board',
      },
    ),
  noUnit: (unit: string, word: string, heads: number): Text => ({
    zh: `报人数请带上单位，例：${unit} 签到 ${word} ${heads}人`,
    en: `For a head-count give the unit, for example: ${unit} 签到 ${word} ${heads}人`,
  }),
  reallySoMany: (unit: string, count: number, words: string): Text => ({
    zh: `${unit}到场 ${count} 人，对吗？对的话请再发一次「${words}」`,
    en: `${count} of ${unit}, is that right? If so send “${words}” once more`,
  }),
  closedSince: (number: number): Text =>
    sentences(
      {
        zh: `E${number} 现在不在签到，不能撤销了。`,
        en: `Check-in to E${number} is not open now.`,
      },
      {
        zh: `不对的请联络员发「补签 E${number} 姓名 原因」`,
        en: `A liaison sets it right with “correct E${number} <name> <reason>”`,
      },
    ),
  changedSince: (number: number): Text =>
    sentences(
      {
        zh: `E${number} 的签到后来又改过，不能撤销了。`,
        en: 'That has been changed since and stays.',
      },
      {
        zh: `不对的请联络员发「补签 E${number} 姓名 原因」`,
        en: `A liaison sets it right with “correct E${number} <name> <reason>”`,
      },
    ),
  nothingToLeave: {
    zh: '您没有签到过正在办的活动，不用签退',
    en: 'You have not checked in to anything that is going on',
  } satisfies Text,
  notCheckedIn: (number: number, name: string): Text => ({
    zh: `${name}没有签到 E${number}，或者签到已经结束，不用签退`,
    en: `${name} has not checked in to E${number}, or it is over`,
  }),
  alreadyLeft: (number: number, name: string, time: string): Text => ({
    zh: `${name} ${time} 已经签退 E${number} 了`,
    en: `${name} checked out of E${number} at ${time} already`,
  }),
  tooManyNames: (most: number): Text => ({
    zh: `一次最多点 ${most} 位，请分几条发`,
    en: `At most ${most} names in one message`,
  }),
  whomToCall: (number: number): Text =>
    sentences(
      {
        zh: `点名请写姓名，例：到 E${number} 张伟 李娟 恒威5。`,
        en: `To call the roll write names, for example: rollcall E${number} 张伟 李娟 恒威5.`,
      },
      {
        zh: '自己签到请发「签到」加板上的词',
        en: 'To check in yourself send “check in” with the word on the board',
      },
    ),
  notOnRoll: (number: number, unknown: readonly { unknown: string; several: boolean }[]): Text => {
    const names = unknown.map((one) => one.unknown).join('、');
    const [first] = unknown;
    return {
      zh: `这几位没记上：${names}${first?.several ? '（有重名）' : ''}。不在名单的先报名，例：+1 ${first?.unknown ?? '张三'}，再发「/到 E${number} ${first?.unknown ?? '张三'}」`,
      en: `Not recorded: ${names}${first?.several ? ' (several have that name)' : ''}. Sign them up first, for example: +1 ${first?.unknown ?? '张三'}, then “/rollcall E${number} ${first?.unknown ?? '张三'}”`,
    };
  },
};
