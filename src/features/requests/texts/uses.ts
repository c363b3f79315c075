import { lines, plain, sentences, type Text } from '../../../core/text.ts';

/** What is said of the use of an offer, whose owner alone says yes or no. */
export const useTexts = {
  /** `要 F3 法律咨询 12月8日（周二）13:00–17:00 房产继承` */
  wanted: (number: number, offer: string, when: Text | undefined, note: string): string =>
    [`要 F${number} ${offer}`, when?.zh, note].filter(Boolean).join(' '),
  states: {
    asked: (owner: Text): Text => ({ zh: `等${owner.zh}回话`, en: `waits for ${owner.en}` }),
    waiting: { zh: '排队等空位', en: 'waits for a place' } satisfies Text,
    agreed: { zh: '说好了', en: 'agreed' } satisfies Text,
  },
  next: {
    asked: (number: number, owner: Text): Text => ({
      zh: `${owner.zh}请回「同意 ${number}」，不行回「不行 ${number} 原因」`,
      en: `${owner.en}, please answer “同意 ${number}”, or “不行 ${number}” and why`,
    }),
    agreed: (number: number): Text => ({
      zh: `办好请发「完成 ${number}」，不要了发「撤回 ${number}」`,
      en: `When it is done send “完成 ${number}”, to want it no longer “撤回 ${number}”`,
    }),
    waiting: (number: number): Text => ({
      zh: `有空位就问，不等了请发「撤回 ${number}」`,
      en: `You are told when a place is free; to wait no longer send “撤回 ${number}”`,
    }),
  },
  saidYes: (owner: Text, when: Text | undefined): Text => ({
    zh: `${owner.zh}同意了${when ? `，${when.zh}` : ''}`,
    en: `${owner.en} says yes${when ? `, ${when.en}` : ''}`,
  }),
  saidNo: (owner: Text, why: string | undefined): Text => ({
    zh: `${owner.zh}这次不方便${why ? `：${why}` : ''}`,
    en: `${owner.en} cannot this time${why ? `: ${why}` : ''}`,
  }),
  askOwner: (number: number, who: string, what: string): Text =>
    lines(
      { zh: `#${number} ${who}${what}`, en: `#${number} ${who}: ${what}` },
      {
        zh: `行请回「同意 ${number}」，不行回「不行 ${number} 原因」`,
        en: `Answer “同意 ${number}” if that suits you, else “不行 ${number}” and why`,
      },
    ),
  agreed: (number: number, owner: Text, when: Text | undefined, place: string | undefined): Text =>
    lines(
      {
        zh: `#${number} ${owner.zh}说好${when ? `，${when.zh}` : ''}${place ? ` ${place}` : ''}`,
        en: `#${number} ${owner.en} says yes${when ? `: ${when.en}` : ''}${place ? `, ${place}` : ''}`,
      },
      {
        zh: `来不了请早点发「撤回 ${number}」`,
        en: `If you cannot come send “撤回 ${number}” in time`,
      },
    ),
  refused: (number: number, owner: Text, why: string | undefined, isForGood: boolean): Text =>
    sentences(
      {
        zh: `#${number} ${owner.zh}这次不方便${why ? `：${why}` : ''}。`,
        en: `#${number}: ${owner.en} cannot this time${why ? `: ${why}` : ''}.`,
      },
      {
        zh: `${isForGood ? '' : '换个时间请再发「要」，'}看别的发「/服务」`,
        en: 'For others send “/offer”',
      },
    ),
  free: (number: number, who: string): Text => ({
    zh: `#${number} 有空位了，已经问了${who}，同意了告诉您`,
    en: `#${number}: a place is free; ${who} was asked and you will be told`,
  }),
  ownersWord: (number: number, owner: Text): Text => ({
    zh: `#${number} 是问${owner.zh}的，要${owner.zh}回「同意 ${number}」或「不行 ${number}」`,
    en: `#${number} was asked of ${owner.en}, who answers “同意 ${number}” or “不行 ${number}”`,
  }),
  stillAsked: (number: number, text: string): Text =>
    lines(plain(`#${number} ${text}`), {
      zh: `还在等您回话：行请回「同意 ${number}」，不行回「不行 ${number} 原因」`,
      en: `This waits for you: “同意 ${number}”, or “不行 ${number}” and why`,
    }),
  noWord: (number: number, text: string, owner: Text): Text =>
    lines(plain(`#${number} ${text}`), {
      zh: `${owner.zh}三天没有回话，请联系一下。办不了发「/不受理 ${number} 原因」`,
      en: `No word from ${owner.en} for three days; please ask. Else “/decline ${number}” and why`,
    }),
};
