import { counted, plain, sentences, type Text } from '../../../core/text.ts';
import type { OfferState } from '../records.ts';

export const stateName: Readonly<Record<OfferState, Text>> = {
  inUse: { zh: '在用', en: 'in use' },
  paused: { zh: '先停', en: 'paused' },
  withdrawn: { zh: '撤了', en: 'withdrawn' },
};

/** Of what units and people can give. */
export const offerTexts = {
  headline: (number: number, text: string): Text => plain(`F${number} ${text}`),
  facts: (parts: readonly string[]): Text => plain(parts.filter(Boolean).join('｜')),
  line: (number: number, text: string, facts: string): Text => ({
    zh: `F${number} ${text}（${facts}）`,
    en: `F${number} ${text} (${facts})`,
  }),
  howToUse: (number: number, example: Text): Text => ({
    zh: `要用请发「要 F${number} ${example.zh}」`,
    en: `To have it send “要 F${number} ${example.en}”`,
  }),
  exampleDay: (weekday: number): Text => ({
    zh: `下周${'一二三四五六日'[weekday - 1]}`,
    en: `下周${'一二三四五六日'[weekday - 1]}`,
  }),
  exampleMonth: { zh: '下个月', en: '下个月' } satisfies Text,
  exampleNeed: { zh: '什么事', en: 'what for' } satisfies Text,
  booked: (parts: readonly Text[]): Text => ({
    zh: `已定：${parts.map(({ zh }) => zh).join('、')}`,
    en: `Booked: ${parts.map(({ en }) => en).join(', ')}`,
  }),
  queue: (count: number): Text => ({
    zh: `排队 ${count} 位`,
    en: `${counted(count, 'is', 'are')} waiting`,
  }),
  title: (what: string, count: number): Text => ({
    zh: `${what || '服务清单'} ${count} 项：`,
    en: `${what || 'Offers'}: ${count}`,
  }),
  none: sentences(
    { zh: '还没有登记能提供的。', en: 'Nothing is offered yet.' },
    {
      zh: '单位登记请发「/服务 法律咨询 每周二下午 社区会客厅」',
      en: 'To offer something send “/offer legal advice …”',
    },
  ) satisfies Text,
  noneOf: (what: string): Text => ({
    zh: `没有找到「${what}」。要请大家帮忙请发「需求 ${what}」，看全部发「/服务」`,
    en: `Nothing like “${what}”. To ask for help send “需求 ${what}”, for all “/offer”`,
  }),
  noSuch: (number: number): Text => ({
    zh: `没有 F${number}。看有哪些请发「/服务」`,
    en: `There is no F${number}. For what there is send “/offer”`,
  }),
  forMembers: {
    zh: '登记服务要先加入单位，请发「/加入单位 单位名」。找服务请发「/服务」',
    en: 'To offer something join a unit first: “/join_unit UNIT”. For what there is send “/offer”',
  } satisfies Text,
  needsWhat: {
    zh: '能提供什么、什么时候、在哪里？例：/服务 法律咨询 每周二下午 社区会客厅',
    en: 'What, when and where? For example: /offer legal advice',
  } satisfies Text,
  needsSkill: {
    zh: '您会什么、什么时候有空？例：我能 修水电，周末',
    en: 'What can you do, and when? For example: /skill plumbing, 周末',
  } satisfies Text,
  isSkill: (what: string): Text => ({
    zh: `要把「${what}」登记成您能做的，给联络员看吗？是就回「是」，不用就回「不」`,
    en: `Shall I note “${what}” as something that you can do, for liaisons? “yes” or “no”`,
  }),
  isOne: { zh: '登记', en: 'note it' } satisfies Text,
  kept: (what: string): Text => ({
    zh: `记下了：${what}。只有联络员看得到，用来请您帮忙`,
    en: `Noted: ${what}. Only liaisons see it, to ask for your help`,
  }),
  consent: {
    zh: '愿意让大家都看到请回「公开」；不要了发「我能 撤」',
    en: 'If everybody may see it answer “公开”; to take it back send “/skill 撤”',
  } satisfies Text,
  makePublic: { zh: '公开', en: 'public' } satisfies Text,
  madePublic: (number: number, text: string): Text => ({
    zh: `F${number} ${text} 大家都看得到了。不想公开了请发「我能 不公开」`,
    en: `Everybody sees F${number} ${text} now. To hide it send “/skill 不公开”`,
  }),
  madePrivate: (number: number, text: string): Text => ({
    zh: `F${number} ${text} 只有联络员看得到了。公开请发「我能 公开」`,
    en: `Only liaisons see F${number} ${text} now. To show it send “/skill 公开”`,
  }),
  now: (number: number, text: string, state: OfferState, next: string): Text => ({
    zh: `F${number} ${text} ${stateName[state].zh.replace(/了$/, '')}了。${next}`,
    en: `F${number} ${text} is ${stateName[state].en}`,
  }),
  noOwn: {
    zh: '您还没有登记能做什么。登记请私聊我发「我能 修水电，周末」',
    en: 'You have not said what you can do. Send me in private “/skill plumbing”',
  } satisfies Text,
  own: (count: number): Text => ({ zh: `您登记的 ${count} 项：`, en: `What you offer: ${count}` }),
  hidden: { zh: '只有联络员看得到', en: 'liaisons only' } satisfies Text,
  howToChange: (number: number): Text => ({
    zh: `先停请发「/服务 F${number} 停」，撤掉发「/服务 F${number} 撤」`,
    en: `To pause it send “/offer F${number} 停”, to withdraw it “/offer F${number} 撤”`,
  }),
  notYours: (number: number, owner: Text): Text => ({
    zh: `F${number} 是${owner.zh}的，要由${owner.zh}来改。看它请发「/服务 F${number}」`,
    en: `F${number} is ${owner.en}’s to change. To see it send “/offer F${number}”`,
  }),
  alreadySo: (number: number, state: OfferState): Text => ({
    zh: `F${number} 已经是${stateName[state].zh}的了。看它请发「/服务 F${number}」`,
    en: `F${number} is ${stateName[state].en} already. To see it send “/offer F${number}”`,
  }),
  tooMany: {
    zh: '登记的太多了，先撤掉不用的，请发「/台账」看看',
    en: 'There are too many; withdraw some first. For your own send “/ledger”',
  } satisfies Text,
  withdrawnWhy: { zh: '不再提供了', en: 'no longer offered' } satisfies Text,
  fits: (number: number, text: string, owner: Text, words: string): Text => ({
    zh: `正好有 F${number} ${text}（${owner.zh}），要用请发「${words}」`,
    en: `F${number} ${text} (${owner.en}) may be just that: send “${words}”`,
  }),
  changedSince: (number: number): Text => ({
    zh: `F${number} 后来又改过，撤不回了。看它请发「/服务 F${number}」`,
    en: `F${number} was changed since. To see it send “/offer F${number}”`,
  }),
  goneAgain: (number: number): Text => ({ zh: `F${number} 不算了`, en: `F${number} is gone` }),
  asBefore: (number: number, text: string, state: OfferState): Text => ({
    zh: `F${number} ${text} 还是${stateName[state].zh}`,
    en: `F${number} ${text} is ${stateName[state].en} as before`,
  }),
};
