import { sentences, type Text } from '../../../core/text.ts';

function listed(numbers: readonly number[], between: string): string {
  return numbers.map((number) => `#${number}`).join(between);
}

/** The requests that an activity does. */
export const worksTexts = {
  taken: (activity: number, numbers: readonly number[]): Text =>
    sentences(
      {
        zh: `${listed(numbers, '、')} 由 E${activity} 去办了，提的人会收到通知。`,
        en: `E${activity} is to do ${listed(numbers, ', ')}; those who asked are told.`,
      },
      {
        zh: `办完写小结就请他们看看；不办了请发「/活动 E${activity} 不办 ${numbers[0]}」`,
        en: `To give one back send “/activity E${activity} 不办 ${numbers[0]}”`,
      },
    ),
  givenBack: (activity: number, numbers: readonly number[]): Text => ({
    zh: `${listed(numbers, '、')} 不由 E${activity} 办了，又可以认领了。看有哪些请发「/需求列表」`,
    en: `E${activity} does not do ${listed(numbers, ', ')} any more. For what is open send /needs`,
  }),
  hasThem: (activity: number, numbers: readonly number[]): Text => ({
    zh: `${listed(numbers, '、')} 本来就由 E${activity} 办，没有变。看看请发「/活动 E${activity}」`,
    en: `E${activity} does ${listed(numbers, ', ')} already; see “/activity E${activity}”`,
  }),
  hasNot: (activity: number, numbers: readonly number[]): Text => ({
    zh: `E${activity} 没有在办 ${listed(numbers, '、')}，没有变。看看请发「/活动 E${activity}」`,
    en: `E${activity} does not do ${listed(numbers, ', ')}; see “/activity E${activity}”`,
  }),
  cannot: (number: number, state: Text | undefined): Text =>
    state === undefined
      ? {
          zh: `没有 #${number} 这件需求。看有哪些请发「/需求列表」`,
          en: `There is no request #${number}. For what there is send /needs`,
        }
      : {
          zh: `#${number} 已经是「${state.zh}」，不能再办。看现状请发「/详情 ${number}」`,
          en: `#${number} is ${state.en}. To see it send “/show ${number}”`,
        },
  backAsBefore: (numbers: readonly number[]): Text => ({
    zh: `${listed(numbers, '、')} 和刚才一样了。看看请发「/详情 ${numbers[0]}」`,
    en: `${listed(numbers, ', ')} as before. To see it send “/show ${numbers[0]}”`,
  }),
  changedSince: (numbers: readonly number[]): Text => ({
    zh: `${listed(numbers, '、')} 后来又有变化，不能撤销了。看看请发「/详情 ${numbers[0]}」`,
    en: `${listed(numbers, ', ')} has changed since; see “/show ${numbers[0]}”`,
  }),
};
