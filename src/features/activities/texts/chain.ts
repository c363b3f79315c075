import { counted, sentences, type Text } from '../../../core/text.ts';

/** What is said about a list that somebody has pasted. */
export const chainTexts = {
  taken: (number: number, names: Text | undefined, total: Text): Text => ({
    zh: names
      ? `E${number} 接龙记下 ${names.zh}。${total.zh}`
      : `E${number} 接龙看过了，没有新的人。${total.zh}`,
    en: names
      ? `E${number}: added ${names.en}. ${total.en}`
      : `E${number}: nobody new in the list. ${total.en}`,
  }),
  unread: (line: number, text: string): Text => ({
    zh: `第${line}行没看懂：${text}`,
    en: `Line ${line} was not understood: ${text}`,
  }),
  unreadMore: (count: number): Text =>
    sentences(
      {
        zh: `还有 ${count} 行没看懂。`,
        en: `${counted(count, 'more line was', 'more lines were')} not understood.`,
      },
      { zh: '漏了谁请发「+1 姓名」', en: 'For anybody missing send “+1 name”' },
    ),
  twice: (names: Text, first: string): Text =>
    sentences(
      {
        zh: `${names.zh}写了两次，按一个人记。`,
        en: `Twice in the list and counted once: ${names.en}.`,
      },
      {
        zh: `其实是两位的话请各写上单位再贴，例：${first} 恒威`,
        en: `If these are two people, write their units and paste it again: ${first} 恒威`,
      },
    ),
  left: (names: Text): Text =>
    sentences(
      {
        zh: `${names.zh}之前退出或请假了，没有加回。`,
        en: `Not added again, because they withdrew or cannot come: ${names.en}.`,
      },
      { zh: '要来请本人发「+1」', en: 'To come after all they send “+1”' },
    ),
  away: (names: Text): Text => ({
    zh: `${names.zh}读作不来，没有记。要来请本人发「+1」`,
    en: `Read as not coming: ${names.en}. To come they send “+1”`,
  }),
  undecided: (names: Text): Text => ({
    zh: `${names.zh}还没定，先没记。定了请发「+1」`,
    en: `Not decided yet, so not noted: ${names.en}. Then send “+1”`,
  }),
  none: {
    zh: '没看到名单，请把接龙整段贴在后面，例：/接龙 1. 张三 2. 李四',
    en: 'I see no list; paste it behind the command, for example: /chain 1. 张三 2. 李四',
  } satisfies Text,
};
