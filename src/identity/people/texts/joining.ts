import { lines, sentences, type Text } from '../../../core/text.ts';

/** Joining a unit: what is said by /joinunit, /agree and /disagree. */
export const joiningTexts = {
  whichUnit: (called: string | undefined, units: Text): Text =>
    lines(
      {
        zh: `${called === undefined ? '要加入哪个单位？' : `没有叫「${called}」的单位。`}现有：${units.zh}`,
        en: `${called === undefined ? 'Which unit?' : `There is no unit “${called}”.`} There are: ${units.en}`,
      },
      { zh: '例：/加入单位 恒威', en: 'For example: /joinunit 恒威' },
    ),
  liaisonStays: (own: string, unit: string): Text => ({
    zh: `您是${own}的联络员，不能自己换单位，不然${own}就没有联络员了。要到${unit}请找召集人，召集人发「/联络员 ${unit} 您的姓名」`,
    en: `You are the liaison of ${own}, which would have none. To move to ${unit} ask the convenor to send “/liaisons ${unit} YOUR NAME”`,
  }),
  reallyMove: (unit: string, own: string | undefined): Text => ({
    zh: `要把您自己${own === undefined ? '' : `从${own}`}转到${unit}吗？是的话请回「是」`,
    en: `Do you want to move${own === undefined ? '' : ` from ${own}`} to ${unit} yourself? If so answer “yes”`,
  }),
  isLiaison: (name: string, own: string, unit: string): Text => ({
    zh: `${name}是${own}的联络员，不能这样换单位。要换请召集人发「/联络员 ${unit} ${name}」`,
    en: `${name} is the liaison of ${own}. To move them the convenor sends “/liaisons ${unit} ${name}”`,
  }),
  alreadyIn: (name: string, unit: string): Text => ({
    zh: `${name}已经是${unit}的成员了`,
    en: `${name} is a member of ${unit} already`,
  }),
  asked: (unit: string, names: readonly string[], number: number): Text => ({
    zh: `申请 ${number} 记下了，已转给${names.join('、')}。${unit}的联络员回「同意 ${number}」就好`,
    en: `Wish ${number} to join ${unit} was passed on to ${names.join(', ')}, who can answer “/agree ${number}”`,
  }),
  pleaseAnswer: (number: number, name: string, unit: string): Text =>
    sentences(
      {
        zh: `申请 ${number}：${name}想加入${unit}。`,
        en: `Wish ${number}: ${name} would like to join ${unit}.`,
      },
      {
        zh: `确认是本人的话请回「同意 ${number}」，不是请回「不同意 ${number}」`,
        en: `If you know them send “/agree ${number}”, else “/disagree ${number}”`,
      },
    ),
  joiningLine: (number: number, name: string | undefined): Text => ({
    zh: `${number} ${name ?? '无名'}`,
    en: `${number} ${name ?? 'nobody'}`,
  }),
  whichJoining: (list: Text, first: number): Text => ({
    zh: `有几个人在申请：${list.zh}。请带上编号，例：同意 ${first}`,
    en: `Several people are asking: ${list.en}. Give the number, for example: /agree ${first}`,
  }),
  nobodyAsks: {
    zh: '现在没有人申请加入您的单位',
    en: 'Nobody is asking to join your unit',
  } satisfies Text,
  noSuchJoining: {
    zh: '没有这个申请，可能已经办了',
    en: 'There is no such wish; it may have been answered',
  } satisfies Text,
  wishGone: (number: number): Text => ({
    zh: `申请 ${number} 撤回了。再要加入请发「/加入单位」`,
    en: `Wish ${number} is withdrawn. To ask again send /joinunit`,
  }),
  wishFor: (number: number, unit: string): Text => ({
    zh: `申请 ${number} 还是加入${unit}，等联络员答复`,
    en: `Wish ${number} is to join ${unit} again, and waits for an answer`,
  }),
  needNotAnswer: (number: number, name: string): Text => ({
    zh: `申请 ${number}：${name}撤回了，不用答复`,
    en: `Wish ${number}: ${name} has withdrawn it; no answer is needed`,
  }),
  asBefore: (name: string): Text => ({
    zh: `${name}的单位还和原来一样`,
    en: `${name}’s unit is as before`,
  }),
  wishAnswered: sentences(
    { zh: '这个申请后来又有变化，不能撤销了。', en: 'That wish has been dealt with since.' },
    {
      zh: '要改请召集人发「/角色 姓名 来宾」或「/角色 单位 姓名 成员」',
      en: 'The convenor can change it: /roles NAME 来宾, or /roles UNIT NAME 成员',
    },
  ) satisfies Text,
  unitedForGood: sentences(
    {
      zh: '账号已经和名单上的本人并成一个，撤不回来了。',
      en: 'The account is one with the person on the list now, for good.',
    },
    {
      zh: '不对的话请召集人发「/角色 姓名 来宾」',
      en: 'If it is wrong the convenor sends “/roles NAME 来宾”',
    },
  ) satisfies Text,
  stillAsking: (number: number, name: string | undefined): Text => ({
    zh: `申请 ${number}（${name ?? '无名'}）还在等答复，请回「同意 ${number}」或「不同意 ${number}」`,
    en: `Wish ${number} (${name ?? 'nobody'}) is waiting again; answer “/agree ${number}” or “/disagree ${number}”`,
  }),
  waitsAgain: (unit: string): Text => ({
    zh: `刚才的答复不算，您加入${unit}的申请还在等联络员答复`,
    en: `That answer was taken back; your wish to join ${unit} is waiting again`,
  }),
  accepted: (name: string, unit: string): Text => ({
    zh: `好的，${name}现在是${unit}的成员了`,
    en: `${name} is a member of ${unit} now`,
  }),
  declined: (number: number): Text => ({
    zh: `好的，申请 ${number} 没有通过`,
    en: `Wish ${number} is declined`,
  }),
  notAccepted: (unit: string): Text => ({
    zh: `${unit}的联络员没有通过您的申请。有疑问请在群里问问他`,
    en: `The liaison of ${unit} has not accepted your wish. Please ask them in the group`,
  }),
  welcome: (name: string, unit: string): Text => ({
    zh: `${name}，欢迎！您现在是${unit}的成员了。看您能做什么请发「/帮助」`,
    en: `Welcome, ${name}! You are a member of ${unit} now. For what you can do send /help`,
  }),
};
