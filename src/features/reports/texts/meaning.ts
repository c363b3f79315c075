import { lines, series, type Text } from '../../../core/text.ts';

export const meaningTexts = {
  /** `11月 惠及人次 210 人次（约）`. */
  number: (period: Text, title: Text, amount: Text): Text => ({
    zh: `${period.zh} ${title.zh}：${amount.zh}`,
    en: `${period.en}, ${title.en}: ${amount.en}`,
  }),
  amount: (value: number, measure: Text, estimated: boolean): Text => ({
    zh: `${estimated ? '约 ' : ''}${value} ${measure.zh}`,
    en: `${estimated ? 'about ' : ''}${value} ${measure.en}`,
  }),
  share: (value: number, of: number, percent: number | undefined): Text => ({
    zh: `${value}/${of}${percent === undefined ? '' : `（${percent}%）`}`,
    en: `${value} of ${of}${percent === undefined ? '' : ` (${percent}%)`}`,
  }),
  apart: (members: number, residents: number): Text => ({
    zh: `成员 ${members}，居民 ${residents}`,
    en: `members ${members}, residents ${residents}`,
  }),
  means: (meaning: Text): Text => ({
    zh: `怎么算：${meaning.zh}`,
    en: `What it means: ${meaning.en}`,
  }),
  row: (line: Text, amount: number, measure: Text): Text => ({
    zh: `· ${line.zh}：${amount} ${measure.zh}`,
    en: `· ${line.en}: ${amount} ${measure.en}`,
  }),
  rowOnly: (line: Text): Text => ({ zh: `· ${line.zh}`, en: `· ${line.en}` }),
  more: (left: number, words: string): Text => ({
    zh: `还有 ${left} 行，私聊我发「${words}」看全部`,
    en: `${left} more; send me “${words}” in private to see them all`,
  }),
  evenMore: (left: number): Text => ({
    zh: `还有 ${left} 行，请发「/导出」要表格`,
    en: `${left} more; send /export for the table`,
  }),
  namesInPrivate: {
    zh: '名字只在私聊里给联络员看',
    en: 'Names are shown to liaisons in private only',
  } satisfies Text,
  noRows: { zh: '这段时间还没有', en: 'There is nothing in this time yet' } satisfies Text,
  which: (titles: readonly Text[]): Text =>
    lines(
      { zh: `有这些数：${series(titles).zh}`, en: `There are: ${series(titles).en}` },
      {
        zh: '看怎么算的、是哪些请发「/口径 惠及 10月」，看报名的请发「名单」',
        en: 'For what one means and what is behind it send “/meaning 惠及 10月”, for sign-ups “/list”',
      },
    ),
  unknown: (said: string, titles: readonly Text[]): Text =>
    lines(
      { zh: `没有叫「${said}」的数`, en: `No number is called “${said}”` },
      meaningTexts.which(titles),
    ),
};
