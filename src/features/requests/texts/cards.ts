import { plain, type Text } from '../../../core/text.ts';
import type { RequestKind } from '../records/index.ts';
import type { PictureStep } from '../rules/pictures.ts';

const stepName: Readonly<Record<PictureStep, Text>> = {
  before: { zh: '提出时', en: 'as asked' },
  underway: { zh: '办理中', en: 'on the way' },
  after: { zh: '办完后', en: 'as finished' },
};

export const cardTexts = {
  headline: (number: number, mark: Text, text: string): Text => ({
    zh: `#${number}${mark.zh}${text}`,
    en: `#${number}${mark.en}${text}`,
  }),
  facts: (parts: readonly Text[]): Text => ({
    zh: parts.map(({ zh }) => zh).join(' · '),
    en: parts.map(({ en }) => en).join(' · '),
  }),
  askedBy: (who: Text, date: Text): Text => ({
    zh: `${who.zh} ${date.zh}提`,
    en: `${who.en}, ${date.en}`,
  }),
  somebody: { zh: '一位居民', en: 'a resident' } satisfies Text,
  seconds: (count: number): Text => ({ zh: `共 ${count} 人提`, en: `asked by ${count}` }),
  reopened: (count: number): Text => ({ zh: `返工 ${count} 次`, en: `came back ${count}×` }),
  claimants: (names: Text, promise: Text | undefined): Text => ({
    zh: `认领：${names.zh}${promise ? `，答应 ${promise.zh}` : ''}`,
    en: `Taken on by ${names.en}${promise ? `, promised for ${promise.en}` : ''}`,
  }),
  /** Below a photo. */
  picture: (number: number, step: PictureStep, date: Text): Text => ({
    zh: `#${number} ${stepName[step].zh} ${date.zh}`,
    en: `#${number} ${stepName[step].en} ${date.en}`,
  }),
  pictures: (number: number, count: Text): Text => ({
    zh: `#${number} ${count.zh}`,
    en: `#${number}: ${count.en}`,
  }),
  /** Where its text is not for everybody either. */
  picturesForSome: (words: Text): Text => ({
    zh: `照片只给提出人、认领人和联络员看，私聊我发「${words.zh}」`,
    en: `Its photos are for who asked, who does it, and liaisons; send me “${words.en}” in private`,
  }),
  unitAndPerson: (unit: string, person: string): Text => plain(`${unit}（${person}）`),
  /** Nobody knows by heart what the number is about. */
  change: (number: number, about: string, sentence: Text): Text => ({
    zh: `#${number}「${about}」${sentence.zh}`,
    en: `#${number} “${about}”: ${sentence.en}`,
  }),
  next: {
    open: (number: number): Text => ({
      zh: `能办的请发「认领 ${number} 周六上午」`,
      en: `To take it on send “claim ${number} Saturday morning” (with a time)`,
    }),
    /** The units in whose area it is are asked before others. */
    first: (number: number, units: Text): Text => ({
      zh: `在${units.zh}的区域，先请${units.zh}；别家能办也请发「认领 ${number} 周六上午」`,
      en: `In the area of ${units.en}, who are asked first; others too may send “认领 ${number} 周六上午”`,
    }),
    inHand: (number: number): Text => ({
      zh: `办完请发「完成 ${number} 怎么办的」，一起办发「加入 ${number}」`,
      en: `When it is done send “done ${number}”, to join “join ${number}”`,
    }),
    withActivity: (number: number): Text => ({
      zh: `到时一起去的请发「报名 E${number}」`,
      en: `To come along send “报名 E${number}”`,
    }),
    awaiting: (number: number, who: Text): Text => ({
      zh: `请${who.zh}看看：好了发「满意 ${number}」，没好发「未解决 ${number} 原因」`,
      en: `${who.en}, please look: “satisfied ${number}” if it is good, else “not fixed ${number}” and why`,
    }),
    noted: (number: number): Text => ({
      zh: `有同感请发「${number} 也是」`,
      en: `If you feel the same send “${number} me too”`,
    }),
  },
  /** A list. */
  title: (what: Text, count: number): Text => ({
    zh: `${what.zh} ${count} 件：`,
    en: `${what.en}: ${count}`,
  }),
  allOpen: { zh: '待认领', en: 'Open' } satisfies Text,
  none: (what: Text): Text => ({
    zh: `${what.zh}：现在没有。有事请发「需求 什么地方什么事」`,
    en: `${what.en}: none. To ask for something send “/need” and what it is`,
  }),
  line: (number: number, text: string, tail: Text): Text => ({
    zh: `#${number} ${text}（${tail.zh}）`,
    en: `#${number} ${text} (${tail.en})`,
  }),
  perCategory: (parts: readonly string[]): Text => ({
    zh: `分类：${parts.join('、')}`,
    en: `By category: ${parts.join(', ')}`,
  }),
  pick: (number: number): Text => ({
    zh: `看一件请发「/详情 ${number}」`,
    en: `To see one send “/show ${number}”`,
  }),
  entry: (when: Text, sentence: Text): Text => ({
    zh: `${when.zh} ${sentence.zh}`,
    en: `${when.en} ${sentence.en}`,
  }),
  /** How long ago it was asked for. */
  age: (days: number): Text => ({
    zh: ['今天提', '昨天提'][days] ?? `${days} 天前提`,
    en: ['today', 'yesterday'][days] ?? `${days} days ago`,
  }),
  earlier: (count: number, number: number, pictures: boolean): Text => ({
    zh: `更早还有 ${count} 条${pictures ? '和照片' : ''}，私聊我发「/详情 ${number}」看全部`,
    en: `${count} earlier ones${pictures ? ' and photos' : ''}; for all send me “/show ${number}” in private`,
  }),
  whole: (text: string): Text => ({ zh: `全文：${text}`, en: `In full: ${text}` }),
  askerIs: (name: string): Text => ({ zh: `提出人：${name}`, en: `Asked by ${name}` }),
  digest: (alliance: string): Text => ({
    zh: `早上好，${alliance}的需求：`,
    en: `Good morning. Requests in ${alliance}:`,
  }),
  unclaimed: (count: number): Text => ({
    zh: `待认领 ${count} 件，能办的请认领：`,
    en: `${count} open; please take them on:`,
  }),
  became: (parts: readonly Text[]): Text => ({
    zh: `昨天以来：${parts.map(({ zh }) => zh).join('；')}`,
    en: `Since yesterday: ${parts.map(({ en }) => en).join('; ')}`,
  }),
  becameSo: (state: Text, numbers: string): Text => ({
    zh: `${state.zh} ${numbers}`,
    en: `${state.en} ${numbers}`,
  }),
  andMore: (count: number): Text => ({
    zh: `还有 ${count} 件没人认领，看看请发「/需求列表」`,
    en: `${count} more are open; send /needs`,
  }),
  kinds: (kind: RequestKind): Text =>
    ({
      need: plain(''),
      wish: { zh: '心愿', en: 'wish' },
      voice: { zh: '民情', en: 'opinion' },
    })[kind],
};
