import { lines, plain, type Text } from '../../../core/text.ts';

/** Of what fits a need, for liaisons. */
export const matchTexts = {
  whatNumber: {
    zh: '配哪一件？例：/配对 12，或看一项服务谁需要：/配对 F3',
    en: 'Which one? For example /match 12, or /match F3',
  } satisfies Text,
  request: (number: number, what: string): Text => plain(`#${number} ${what}`),
  seeOne: (number: number): Text => ({
    zh: `看一项请发「/服务 F${number}」，请他办需求发「请 F${number} 办」加编号`,
    en: `To see one send “/offer F${number}”`,
  }),
  title: (number: number, what: string): Text => ({
    zh: `#${number} ${what}，合适的：`,
    en: `#${number} ${what} – what fits:`,
  }),
  forOffer: (number: number, what: string): Text => ({
    zh: `F${number} ${what}，等着的：`,
    en: `F${number} ${what} – what waits:`,
  }),
  line: (who: string, what: string, reasons: Text): Text => ({
    zh: `${who} ${what}（${reasons.zh}）`,
    en: `${who} ${what} (${reasons.en})`,
  }),
  subject: (word: string): Text => ({ zh: `说到${word}`, en: `speaks of ${word}` }),
  category: { zh: '类别合', en: 'same category' } satisfies Text,
  near: { zh: '就在片区', en: 'near' } satisfies Text,
  free: (when: string): Text => ({ zh: when, en: when }),
  lately: (count: number): Text => ({ zh: `近 30 天办了 ${count} 件`, en: `${count} done lately` }),
  onlyYou: { zh: '台账，只您看得到', en: 'for your eyes only' } satisfies Text,
  invite: (who: string, number: number): Text => ({
    zh: `请他办请发「请 ${who} 办 ${number}」`,
    en: `To ask them send “请 ${who} 办 ${number}”`,
  }),
  none: (number: number, what: string): Text => ({
    zh: `#${number} ${what}：现在没有合适的。派给单位请发「/指派 ${number} 单位」`,
    en: `#${number} ${what}: nothing fits now. To give it to a unit send “/assign ${number} UNIT”`,
  }),
  nothingWaits: (number: number, what: string): Text => ({
    zh: `F${number} ${what}：现在没有等着的。看待认领的请发「/需求列表」`,
    en: `F${number} ${what}: nothing waits for it now. For open requests send “/needs”`,
  }),
  waits: (numbers: readonly string[]): Text => ({
    zh: `正好有人需要：${numbers.join('、')}`,
    en: `Somebody needs just that: ${numbers.join(', ')}`,
  }),
  takeOn: (number: number): Text => ({
    zh: `能办请发「认领 ${number} 周六上午」`,
    en: `To take it on send “认领 ${number} 周六上午”`,
  }),
  notOpen: (number: number): Text => ({
    zh: `#${number} 现在不用找人。看经过请发「/详情 ${number}」`,
    en: `#${number} needs nobody now. For its history send “/show ${number}”`,
  }),
  please: (number: number, what: string, who: string): Text =>
    lines(
      { zh: `${who}想请您办 #${number} ${what}`, en: `${who} asks you for #${number} ${what}` },
      {
        zh: `行请发「认领 ${number} 周六上午」，不方便发「不行 ${number}」`,
        en: `If you can send “认领 ${number} 周六上午”, else “不行 ${number}”`,
      },
    ),
  invited: (number: number, who: string): Text => ({
    zh: `#${number} 问了${who}，认领或不方便都会告诉您。看别的请发「/配对 ${number}」`,
    en: `${who} was asked about #${number}. For others send “/match ${number}”`,
  }),
  saidNo: (number: number, who: string): Text => ({
    zh: `#${number} ${who}说过不方便，不再问了。看别的请发「/配对 ${number}」`,
    en: `${who} has said no to #${number} and is not asked again. Send “/match ${number}”`,
  }),
  askedAlready: (number: number, who: string): Text => ({
    zh: `#${number} 已经问过${who}了，等回话。看别的请发「/配对 ${number}」`,
    en: `${who} was asked about #${number} already. For others send “/match ${number}”`,
  }),
  nobody: (who: string): Text => ({
    zh: `没有找到「${who}」。看会什么的人请发「/找人 电工」`,
    en: `Nobody called “${who}”. To search send “/find plumber”`,
  }),
  unreached: (number: number, who: string): Text => ({
    zh: `我没法私下联系${who}，请您当面说，行了请他发「认领 ${number}」`,
    en: `I cannot write to ${who}; please ask them, and they send “认领 ${number}”`,
  }),
  found: (what: string, count: number): Text => ({
    zh: `找「${what}」，${count} 个：`,
    en: `“${what}”: ${count}`,
  }),
  notFound: (what: string): Text => ({
    zh: `没有找到会「${what}」的。请大家登记请他们私聊我发「我能 ${what}」`,
    en: `Nobody offers “${what}”. People tell me in private: “/skill ${what}”`,
  }),
  searchWhat: {
    zh: '找会什么的人？例：/找人 电工 周六',
    en: 'Who can do what? For example: /find electrician',
  } satisfies Text,
};
