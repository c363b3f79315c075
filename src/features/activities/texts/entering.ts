import { lines, type Text } from '../../../core/text.ts';

type Served = { readonly people: number; readonly estimated: boolean } | undefined;

function servedText(served: Served): Text {
  if (served === undefined) return { zh: '', en: '' };
  const { people, estimated } = served;
  return {
    zh: `，惠及 ${people} 人次${estimated ? '（估）' : ''}`,
    en: `, people served: ${people}${estimated ? ' (estimated)' : ''}`,
  };
}

/** An activity is entered after it was held. */
export const enteringTexts = {
  entered: (headline: Text, number: number, served: Served, hasRecord: boolean): Text =>
    lines(
      {
        zh: `${headline.zh}记下了${servedText(served).zh}`,
        en: `${headline.en} is entered${servedText(served).en}`,
      },
      {
        zh: `谁去了请发「/到 E${number} 张伟 李娟」`,
        en: `For who was there send “/rollcall E${number} 张伟 李娟”`,
      },
      !hasRecord && {
        zh: `做了什么请发「小结 E${number} 清理楼道6处，惠及38人次」`,
        en: `For what was done send “小结 E${number} 清理楼道6处，惠及38人次”`,
      },
    ),
  howTo: {
    zh: '请写哪天、什么活动、做了什么，例：/补录 11月18日 入户宣传 20户，惠及20人次',
    en: 'Date, title and what was done, for example: /enter 11月18日 入户宣传 20户，惠及20人次',
  } satisfies Text,
  notYet: (words: string): Text => ({
    zh: `这个日子还没到，补录只记办过的。要建活动请发「/活动 ${words}」`,
    en: `That day is still to come. To plan it send “/activity ${words}”`,
  }),
  goneOn: (number: number): Text => ({
    zh: `E${number} 后来又有变化，不能撤销了。看现在的请发「/活动 E${number}」`,
    en: `E${number} has been changed since and stays. To see it send “/activity E${number}”`,
  }),
  struck: (headline: Text): Text => ({
    zh: `${headline.zh} 不记了，编号不再用`,
    en: `${headline.en} is struck; its number is not used again`,
  }),
};
