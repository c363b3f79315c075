import { lines, type Text } from '../../../core/text.ts';

export const forgetTexts = {
  lastConvenor: {
    zh: '您是唯一的召集人，先定下一位再删除。请发「/角色 姓名 召集人」',
    en: 'You are the only convenor; please name another first: /roles name convenor',
  } satisfies Text,
  nothingKept: {
    zh: '我没有存您的信息。存了什么看「/隐私」',
    en: 'Nothing is kept about you. For what is kept send /privacy',
  } satisfies Text,
  ask: (about: readonly Text[]): Text =>
    lines(
      {
        zh: '删除您的信息吗？名字、账号、照片现在就删，恢复不了；人次和票数留着，不再有名字。',
        en: 'Erase you? Name, accounts and photos go now and for good; counts stay, without a name.',
      },
      ...about,
    ),
  /** Each alliance answers for its own records. */
  onlyHere: (here: string, others: readonly string[]): Text => ({
    zh: `只删「${here}」的。「${others.join('」「')}」也有您的信息，这边删完再发一次「/忘记我」`,
    en: `Only “${here}” forgets you. “${others.join('”, “')}” knows you too: send /forget again afterwards`,
  }),
  yes: { zh: '删除', en: 'erase' } satisfies Text,
  no: { zh: '不删', en: 'keep' } satisfies Text,
  kept: {
    zh: '好的，没有删除。看自己的信息请发「/我的」',
    en: 'All right, nothing was erased. For what is yours send /me',
  } satisfies Text,
  farewell: (alliance: string): Text => ({
    zh: `删好了，我不再知道您是谁（${alliance}）。别人话里提到您名字的地方已经遮住，7 天内删净。谢谢您，想回来随时找我说话`,
    en: `Done: I no longer know who you are (${alliance}). Where others named you it is hidden, and gone within 7 days. Thank you; you are welcome back at any time`,
  }),
  cannotUndo: {
    zh: '删除了就恢复不了。想再参加，直接跟我说话就行',
    en: 'What is erased cannot come back. To take part again just talk to me',
  } satisfies Text,
};

export const withheldTexts = {
  none: {
    zh: '现在没有遮住的文字。有人用「/忘记我」后，提到其名字的话会在这里留 7 天',
    en: 'Nothing is hidden now. When somebody uses /forget, texts that name them stay here for 7 days',
  } satisfies Text,
  title: (count: number): Text => ({
    zh: `遮住的文字（${count} 条，到期删净）：`,
    en: `Hidden texts (${count}, gone at their day):`,
  }),
  line: (number: number, text: string, until: Text): Text => ({
    zh: `${number}. ${text}（${until.zh}删）`,
    en: `${number}. ${text} (gone ${until.en})`,
  }),
  howTo: (number: number): Text => ({
    zh: `说的是另一位同名的人：「/隐去 ${number} 恢复」；现在就删：「/隐去 ${number} 删除」`,
    en: `If it means another person: “/hidden ${number} restore”; to cut it now: “/hidden ${number} cut”`,
  }),
  noSuch: (number: number): Text => ({
    zh: `没有第 ${number} 条。看有哪些请发「/隐去」`,
    en: `There is no ${number}. For the list send /hidden`,
  }),
  restored: (number: number): Text => ({
    zh: `第 ${number} 条恢复了。看其余的请发「/隐去」`,
    en: `${number} is as it was. For the others send /hidden`,
  }),
  changedSince: (number: number): Text => ({
    zh: `第 ${number} 条的原文后来改过，恢复不了。要删请发「/隐去 ${number} 删除」`,
    en: `What ${number} stood in has changed since. To cut it send “/hidden ${number} cut”`,
  }),
  cut: (number: number): Text => ({
    zh: `第 ${number} 条删净了。看其余的请发「/隐去」`,
    en: `${number} is gone for good. For the others send /hidden`,
  }),
  cannotUndo: {
    zh: '删净的恢复不了；恢复了的会到期再看一次「/隐去」',
    en: 'What was cut is gone; see /hidden for the rest',
  } satisfies Text,
};
