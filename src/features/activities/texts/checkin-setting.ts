import { lines, sentences, type Text } from '../../../core/text.ts';

/** To who sets the word and the hours of check-in. */
export const checkinSettingTexts = {
  wordForBoard: (headline: Text, word: string): Text =>
    lines(
      headline,
      {
        zh: `签到口令是「${word}」，请写在现场的板子上。`,
        en: `The check-in word is “${word}”; please write it on the board.`,
      },
      { zh: '要换请私聊我发「/口令 新词」', en: 'To change it send me “/passcode <word>”' },
    ),
  wordChanged: (number: number, word: string): Text => ({
    zh: `E${number} 的口令换成「${word}」了，旧的不再有效。请改现场的板子`,
    en: `E${number} now has the word “${word}”; please change the board`,
  }),
  wordOff: (number: number): Text => ({
    zh: `E${number} 签到不用口令了，发「签到」就行`,
    en: `E${number} needs no check-in word any more; “check in” is enough`,
  }),
  wordSent: (number: number): Text => ({
    zh: `E${number} 的口令私聊发给您了`,
    en: `The word of E${number} was sent to you in private`,
  }),
  wordInPrivate: {
    zh: '口令不能在群里说，请私聊我发「/口令」',
    en: 'The word is not for the group; send me “/passcode” in private',
  } satisfies Text,
  noWord: (headline: Text): Text => ({
    zh: `${headline.zh}\n签到不用口令。要用请发「/口令 新词」`,
    en: `${headline.en}\nNo check-in word is needed. To ask for one send “/passcode <word>”`,
  }),
  wordIs: (number: number, word: string, minutes: number | undefined): Text => ({
    zh: `E${number} 的口令还是「${word}」${minutes === undefined ? '' : `，每 ${minutes} 分钟换一次`}，请改回现场的板子`,
    en: `The word of E${number} is “${word}” again${minutes === undefined ? '' : `, changed every ${minutes} minutes`}; please change the board`,
  }),
  wordChangedSince: (number: number): Text => ({
    zh: `E${number} 的口令后来又换过，不能撤销了。看现在的请发「/口令 E${number}」`,
    en: `The word of E${number} has changed since. For the present one send “/passcode E${number}”`,
  }),
  noWordToRotate: (number: number): Text => ({
    zh: `E${number} 签到不用口令，没有可换的。要用请发「/口令 E${number} 桂花」`,
    en: `E${number} asks for no word. To ask for one send “/passcode E${number} 桂花”`,
  }),
  rotationOn: (number: number, minutes: number, at: string, word: string): Text =>
    lines(
      {
        zh: `E${number} 的口令每 ${minutes} 分钟换一次，${at} 换第一次，每次都私下发给您。`,
        en: `The word of E${number} changes every ${minutes} minutes, first at ${at}; each one is sent to you in private.`,
      },
      {
        zh: `现在是「${word}」。不换了请发「/口令 E${number} 轮换 0」`,
        en: `Now it is “${word}”. To stop send “/passcode E${number} rotate 0”`,
      },
    ),
  rotationOff: (number: number, word: string): Text => ({
    zh: `E${number} 的口令不再轮换，就用「${word}」`,
    en: `The word of E${number} stays “${word}”`,
  }),
  wordNow: (number: number, word: string, minutes: number): Text => ({
    zh: `E${number} 口令换成「${word}」，请改现场的板子，${minutes} 分钟后再换`,
    en: `The word of E${number} is now “${word}”; please change the board. Next change in ${minutes} minutes`,
  }),
  windowChanged: (number: number, span: Text): Text => ({
    zh: `E${number} 签到时间改为 ${span.zh}`,
    en: `Check-in to E${number} is now open ${span.en}`,
  }),
  windowChangedSince: (number: number): Text =>
    sentences(
      {
        zh: `E${number} 的签到已经按新的时间开始或结束了，不能撤销。`,
        en: `Check-in to E${number} has gone by the new times already.`,
      },
      {
        zh: `要改请发「/签到时间 E${number} 8:00-10:00」`,
        en: `To change them send “/checkintime E${number} 8:00-10:00”`,
      },
    ),
  howToWindow: (number: number): Text => ({
    zh: `签到从几点到几点？例：/签到时间 E${number} 8:00-10:00`,
    en: `From when to when? For example: /checkintime E${number} 8:00-10:00`,
  }),
  windowOver: (number: number): Text =>
    sentences(
      {
        zh: `这样 E${number} 还没开始签到就结束了，没有改。`,
        en: `Check-in to E${number} would be over before it begins.`,
      },
      {
        zh: `例：/签到时间 E${number} 8:00-10:00`,
        en: `For example: /checkintime E${number} 8:00-10:00`,
      },
    ),
};
