import { lines, sentences, type Text } from '../../../core/text.ts';
import type { LetterState } from '../records.ts';

const state: Readonly<Record<LetterState, Text>> = {
  received: { zh: '等回信', en: 'waiting for an answer' },
  answered: { zh: '回了信', en: 'answered' },
  settled: { zh: '办好了', en: 'settled' },
  turned: { zh: '转成了需求', en: 'now a request' },
  withdrawn: { zh: '撤回了', en: 'taken back' },
};

/** In a group: nothing of it was kept. */
export const letterInPrivate: Text = {
  zh: '这样的话请私聊我发「信箱 …」。这条我没有记，您可以长按撤回',
  en: 'Please send me that in private: “信箱 …”. I have kept nothing of it; you can delete your message',
};

export const letterTexts = {
  needsText: (reader: string): Text => ({
    zh: `要跟${reader}说什么？只有${reader}看得到，不进任何群。直接回我就行，例：物业收停车费不给票；不想留名在前面写「匿名」`,
    en: `What shall ${reader} read? Nobody else does, and no group. Just answer; begin with “匿名” to leave out your name`,
  }),
  tooLong: {
    zh: '太长了，请写在 500 个字以内',
    en: 'Too long; 500 characters at most',
  } satisfies Text,
  tooMany: (count: number): Text => ({
    zh: `您有 ${count} 封来信还没办好，先等等回信；要补充请发「回 编号 …」`,
    en: `${count} of your letters are still open; please wait, or add to one with “回 NUMBER …”`,
  }),
  nobodyReads: {
    zh: '现在没有人能收信。请找召集人，或者打社区值班电话',
    en: 'Nobody can read letters now. Please turn to the convenor or the duty phone',
  } satisfies Text,
  received: (number: number, reader: string, anonymous: boolean): Text =>
    lines(
      {
        zh: `收到，来信 #${number}，只有${reader}看得到，不进任何群${anonymous ? '，也不写您的名字' : ''}`,
        en: `Letter #${number}: only ${reader} reads it, no group${anonymous ? ', and without your name' : ''}`,
      },
      anonymous
        ? {
            zh: `回信我私下转您。不要了发「撤回 ${number}」`,
            en: `I pass the answer on to you in private. To take it back send “撤回 ${number}”`,
          }
        : {
            zh: `回信我私下转您。不留名请回「匿名 ${number}」，不要了发「撤回 ${number}」`,
            en: `I pass the answer on to you in private. Without your name: “匿名 ${number}”; to take it back “撤回 ${number}”`,
          },
    ),
  forReader: (number: number, writer: Text, text: string): Text =>
    lines(
      {
        zh: `来信 #${number}（${writer.zh}）：${text}`,
        en: `Letter #${number} (${writer.en}): ${text}`,
      },
      {
        zh: `回信请发「回 ${number} …」；想派人办，先问本人「问转 ${number}」`,
        en: `To answer send “回 ${number} …”; to have it done ask the writer first: “问转 ${number}”`,
      },
    ),
  somebody: { zh: '没留名', en: 'no name' } satisfies Text,
  added: (number: number, writer: Text, text: string): Text =>
    lines(
      {
        zh: `来信 #${number}（${writer.zh}）又说：${text}`,
        en: `Letter #${number} (${writer.en}) again: ${text}`,
      },
      { zh: `回信请发「回 ${number} …」`, en: `To answer send “回 ${number} …”` },
    ),
  answered: (number: number, reader: string, text: string): Text =>
    lines(
      { zh: `#${number} ${reader}回信：${text}`, en: `#${number} ${reader} answers: ${text}` },
      {
        zh: `好了发「满意 ${number}」，没好发「未解决 ${number} 原因」`,
        en: `If it is settled send “满意 ${number}”, else “未解决 ${number}” and why`,
      },
    ),
  passedOn: (number: number, to: string): Text => ({
    zh: `#${number} 转给${to}了。看往来请发「/详情 ${number}」`,
    en: `#${number}: passed on to ${to}. To see both sides send “/show ${number}”`,
  }),
  toWriter: { zh: '本人', en: 'the writer' } satisfies Text,
  nowAnonymous: (number: number, reader: string): Text =>
    sentences(
      {
        zh: `好的，#${number} 以后不写您的名字。`,
        en: `From now on #${number} has no name.`,
      },
      {
        zh: `${reader}可能已经看到过，下回请直接发「信箱 匿名 …」`,
        en: `${reader} may have seen it already; next time begin with “信箱 匿名 …”`,
      },
    ),
  named: (number: number): Text => ({
    zh: `#${number} 写着您的名字。不留名请回「匿名 ${number}」`,
    en: `#${number} has your name. Without it: “匿名 ${number}”`,
  }),
  noSuch: (number: number): Text => ({
    zh: `没有来信 #${number}。写信请私聊我发「信箱 …」`,
    en: `There is no letter #${number}. To write one send me “信箱 …” in private`,
  }),
  onlyWriter: (number: number): Text => ({
    zh: `这件事由写信的人来说。看往来请发「/详情 ${number}」`,
    en: `That is for the writer to say. To see both sides send “/show ${number}”`,
  }),
  onlyReader: (number: number): Text => ({
    zh: `这件事由收信的人来做。看往来请发「/详情 ${number}」`,
    en: `That is for the reader to do. To see both sides send “/show ${number}”`,
  }),
  notNow: (number: number, now: LetterState): Text => ({
    zh: `#${number} 已经${state[now].zh}。看往来请发「/详情 ${number}」`,
    en: `#${number} is ${state[now].en}. To see both sides send “/show ${number}”`,
  }),
  mayItBe: (number: number, reader: string, text: string): Text =>
    lines(
      {
        zh: `#${number} ${reader}想请人来办，要先问您。会写成「${text}」，不写您的名字`,
        en: `#${number}: ${reader} would like to have it done and asks you first. It would say “${text}”, without your name`,
      },
      {
        zh: `愿意请回「转 ${number}」，我再问给谁看；不愿意请回「不转 ${number}」，信还是只有${reader}看`,
        en: `If you agree send “转 ${number}” and say who may see it; if not “不转 ${number}”, and it stays a letter`,
      },
    ),
  askedWriter: (number: number): Text => ({
    zh: `#${number} 问过本人了，同意了我告诉您。看往来请发「/详情 ${number}」`,
    en: `#${number}: the writer has been asked; I tell you if they agree. To see both sides send “/show ${number}”`,
  }),
  whoSees: (number: number, text: string): Text => ({
    zh: `#${number} 会写成：${text}\n给谁看？回数字，不转就回「不」`,
    en: `#${number} will say: ${text}\nWho may see it? Answer with the number, or “no”`,
  }),
  forGroups: { zh: '发到群里，不写您的名字', en: 'the groups, without your name' } satisfies Text,
  forCommunity: {
    zh: '只给社区看，不发到群里',
    en: 'only the community, no group',
  } satisfies Text,
  turned: (number: number): Text => ({
    zh: `来信 #${number} 本人同意，转成需求了。看经过请发「/详情 ${number}」`,
    en: `Letter #${number}: the writer agreed, it is a request now. To see it send “/show ${number}”`,
  }),
  stays: (number: number, reader: string): Text => ({
    zh: `好的，#${number} 不转，还是只有${reader}看得到。要补充请发「回 ${number} …」`,
    en: `#${number} stays a letter that only ${reader} reads. To add to it send “回 ${number} …”`,
  }),
  refused: (number: number): Text => ({
    zh: `来信 #${number} 本人不愿意转，请私下回信「回 ${number} …」`,
    en: `Letter #${number}: the writer does not want that. Please answer with “回 ${number} …”`,
  }),
  turnedForGood: {
    zh: '已经转成需求，撤销不了。不要了请发「撤回 编号」',
    en: 'It is a request now. To take it back send “撤回 NUMBER”',
  } satisfies Text,
  askedForGood: {
    zh: '已经问过本人，撤销不了。等回话就好',
    en: 'The writer has been asked already; please wait',
  } satisfies Text,
  sentForGood: {
    zh: '回信已经转过去了，撤销不了。要补一句请再发「回 编号 …」',
    en: 'It has been passed on already. To add to it send “回 NUMBER …”',
  } satisfies Text,
  settled: (number: number): Text => ({
    zh: `#${number} 办好了，谢谢您来信。看往来请发「/详情 ${number}」`,
    en: `#${number} is settled, thank you. To see both sides send “/show ${number}”`,
  }),
  settledFor: (number: number): Text => ({
    zh: `来信 #${number} 本人说好了，不用再回`,
    en: `Letter #${number}: the writer says that it is settled`,
  }),
  openAgain: (number: number): Text => ({
    zh: `来信 #${number} 又等回信了。回信请发「回 ${number} …」`,
    en: `Letter #${number} waits for an answer again: “回 ${number} …”`,
  }),
  whatIsLeft: (number: number): Text => ({
    zh: `还差什么？请写上，例：未解决 ${number} 还是不给票`,
    en: `What is left? For example: 未解决 ${number} 还是不给票`,
  }),
  withdrawn: (number: number): Text => ({
    zh: `来信 #${number} 撤回了，谁也看不到了`,
    en: `Letter #${number} is taken back; nobody sees it any more`,
  }),
  readerLeft: (number: number): Text => ({
    zh: `来信 #${number} 的收信人不在了，信删了，没有给别人看。要再写请发「信箱 …」`,
    en: `The reader of letter #${number} has left; it is deleted and nobody else saw it. To write again send “信箱 …”`,
  }),
  withdrawnFor: (number: number): Text => ({
    zh: `来信 #${number} 本人撤回了，不用回了`,
    en: `Letter #${number} was taken back by its writer`,
  }),
  readerIs: (name: string): Text => ({
    zh: `来信由${name}看。换人请发「/信箱 姓名」`,
    en: `${name} reads the letters. For somebody else send “/letter NAME”`,
  }),
  readerSet: (name: string): Text => ({
    zh: `以后的来信由${name}看，别人都看不到。换人请发「/信箱 姓名」`,
    en: `From now on ${name} reads the letters, and nobody else. For somebody else send “/letter NAME”`,
  }),
  youRead: (name: string): Text => ({
    zh: `以后的来信由您看（${name}定的）。回信请发「回 编号 …」`,
    en: `From now on you read the letters, says ${name}. To answer send “回 NUMBER …”`,
  }),
  readerChanged: {
    zh: '收信的人后来又换过，不能撤销了。换人请发「/信箱 姓名」',
    en: 'The reader has been changed since. For somebody else send “/letter NAME”',
  } satisfies Text,
  label: (number: number, text: string): Text => ({
    zh: `#${number} 来信：${text}`,
    en: `#${number}, letter: ${text}`,
  }),
  head: (number: number, writer: Text, now: LetterState): Text => ({
    zh: `来信 #${number}（${writer.zh}） · ${state[now].zh}`,
    en: `Letter #${number} (${writer.en}) · ${state[now].en}`,
  }),
  line: (date: Text, who: Text, text: string): Text => ({
    zh: `${date.zh} ${who.zh}：${text}`,
    en: `${date.en} ${who.en}: ${text}`,
  }),
  earlier: (count: number): Text => ({ zh: `更早还有 ${count} 句`, en: `${count} earlier ones` }),
  nextFor: {
    reader: (number: number): Text => ({
      zh: `回信请发「回 ${number} …」，想派人办先问本人「问转 ${number}」`,
      en: `To answer send “回 ${number} …”, to have it done ask the writer: “问转 ${number}”`,
    }),
    writer: (number: number): Text => ({
      zh: `补充请发「回 ${number} …」，好了发「满意 ${number}」，不要了发「撤回 ${number}」`,
      en: `To add to it send “回 ${number} …”, if it is settled “满意 ${number}”, to take it back “撤回 ${number}”`,
    }),
  },
};
