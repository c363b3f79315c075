import type { Text } from '../../../core/text.ts';

/** Of those who want an offer. */
export const wantTexts = {
  forWhen: (number: number, example: string): Text => ({
    zh: `F${number} 要哪天、几点？回时间就行，例：${example}`,
    en: `F${number}: for when? Answer with the time, for example: ${example}`,
  }),
  unclear: (number: number, example: string): Text => ({
    zh: `F${number} 的时间没看懂，没有记。例：要 F${number} ${example}`,
    en: `I did not understand the time, nothing was kept. For example: 要 F${number} ${example}`,
  }),
  past: (number: number, example: string): Text => ({
    zh: `F${number} 这个时间已经过了，没有记。例：要 F${number} ${example}`,
    en: `That time is over, nothing was kept. For example: 要 F${number} ${example}`,
  }),
  otherDay: (number: number, when: string, example: string): Text => ({
    zh: `F${number} 是${when}，那天没有。换一天请发「要 F${number} ${example}」`,
    en: `F${number} is to be had ${when}, not then. Try “要 F${number} ${example}”`,
  }),
  paused: (number: number): Text => ({
    zh: `F${number} 现在先停，没有记。看别的请发「/服务」`,
    en: `F${number} is paused, nothing was kept. For others send “/offer”`,
  }),
  own: (number: number): Text => ({
    zh: `F${number} 就是您登记的，不用要。看它请发「/服务 F${number}」`,
    en: `F${number} is your own. To see it send “/offer F${number}”`,
  }),
  full: (number: number, when: Text, place: number): Text => ({
    zh: `F${number} ${when.zh}已经满了，您排第 ${place} 位。`,
    en: `F${number} is taken ${when.en}; you are number ${place} in line.`,
  }),
  asked: (number: number, owner: Text): Text => ({
    zh: `记下了，是 #${number}，已经问了${owner.zh}，回话了告诉您`,
    en: `Noted as #${number}; ${owner.en} was asked and you will be told`,
  }),
  inTheWay: (number: number, others: readonly number[]): Text => ({
    zh: `#${number} 的时间已经答应了别人（${others.map((one) => `#${one}`).join('、')}），没有记。不行请发「不行 ${number} 原因」`,
    en: `That time is promised to others (${others.map((one) => `#${one}`).join(', ')}), nothing was kept. Send “不行 ${number}” and why`,
  }),
  again: (number: number, request: number): Text => ({
    zh: `F${number} 您要过了，是 #${request}。看进展请发「/详情 ${request}」`,
    en: `You have asked for F${number} already: #${request}. Send “/show ${request}”`,
  }),
  notAsked: (number: number): Text => ({
    zh: `#${number} 没有在等您回话。看经过请发「/详情 ${number}」`,
    en: `#${number} does not wait for your word. For its history send “/show ${number}”`,
  }),
  noSuch: (number: number): Text => ({
    zh: `没有 #${number} 在等您回话。看您手上的请发「/我的」`,
    en: `No #${number} waits for your word. For what you have in hand send “/me”`,
  }),
  declined: (number: number): Text => ({
    zh: `好的，#${number} 不麻烦您了，这件不再问您`,
    en: `All right, you are not asked for #${number} again`,
  }),
  declinedTo: (number: number, who: string, why: string | undefined): Text => ({
    zh: `#${number} ${who}不方便${why ? `：${why}` : ''}。看别的合适的请发「/配对 ${number}」`,
    en: `#${number}: ${who} cannot${why ? `: ${why}` : ''}. For others send “/match ${number}”`,
  }),
};
