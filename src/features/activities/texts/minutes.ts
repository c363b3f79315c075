import { lines, type Text } from '../../../core/text.ts';
import type { Completeness } from '../rules/minutes.ts';

const item = {
  notice: { zh: '通知', en: 'notice' },
  checkin: { zh: '签到', en: 'check-in' },
  summary: { zh: '小结', en: 'summary' },
  photos: { zh: '照片', en: 'photos' },
  served: { zh: '惠及人次', en: 'people served' },
} satisfies Record<keyof Completeness, Text>;

type Served = { readonly people: number; readonly estimated: boolean } | undefined;

function servedPart(served: Served): Text {
  if (served === undefined) return { zh: '。', en: '.' };
  const { people, estimated } = served;
  return {
    zh: `。惠及 ${people} 人次${estimated ? '（估）' : ''}`,
    en: `. People served: ${people}${estimated ? ' (estimated)' : ''}`,
  };
}

/** What was done. */
export const minutesTexts = {
  askRecord: (number: number): Text => ({
    zh: `联络员请写小结，例：小结 E${number} 清理楼道6处，惠及38人次`,
    en: `Liaison, the record please, for example: record E${number} cleaned 6 stairways, served 38`,
  }),
  recordMissing: (headline: Text, number: number): Text =>
    lines(
      {
        zh: `${headline.zh} 的小结还没写齐。`,
        en: `The record of ${headline.en} is not complete.`,
      },
      {
        zh: `请发，例：小结 E${number} 清理楼道6处，惠及38人次；有照片先发照片`,
        en: `For example: record E${number} cleaned 6 stairways, served 38; photos first`,
      },
    ),
  recordSaved: (number: number, served: Served): Text => ({
    zh: `E${number} 小结记下了${servedPart(served).zh}`,
    en: `The record of E${number} is kept${servedPart(served).en}`,
  }),
  recordShown: (number: number, served: Served): Text => ({
    zh: `E${number} 的小结${servedPart(served).zh}`,
    en: `The record of E${number}${servedPart(served).en}`,
  }),
  addedTo: (number: number): Text => ({
    zh: `接在前面写的后面了。要重写请发「小结 E${number} 改为 …」`,
    en: `It was added to what there was. To write it anew send “record E${number} anew: …”`,
  }),
  noRecord: (number: number): Text => ({
    zh: `E${number} 还没有小结。请发，例：小结 E${number} 清理楼道6处，惠及38人次`,
    en: `E${number} has no record yet. For example: record E${number} cleaned 6 stairways, served 38`,
  }),
  notHeld: (number: number): Text => ({
    zh: `E${number} 还没开始，办完再写小结`,
    en: `E${number} has not begun; write the record when it is over`,
  }),
  cancelledNoRecord: (number: number): Text => ({
    zh: `E${number} 取消了，不用写小结`,
    en: `E${number} was cancelled`,
  }),
  completeness: (
    has: readonly (keyof Completeness)[],
    lacks: readonly (keyof Completeness)[],
  ): Text => ({
    zh: `五项：${has.map((key) => `${item[key].zh}✓`).join(' ')}${lacks.length ? ` 还缺 ${lacks.map((key) => item[key].zh).join('、')}` : '，齐了'}`,
    en: `Five items: ${has.map((key) => `${item[key].en} ✓`).join(', ')}${lacks.length ? `; missing: ${lacks.map((key) => item[key].en).join(', ')}` : '; complete'}`,
  }),
  howToMend: (number: number, lacks: readonly (keyof Completeness)[]): Text | undefined => {
    const text = [
      lacks.includes('summary') && '清理楼道6处',
      lacks.includes('served') && '惠及38人次',
    ].filter(Boolean);
    const words = [`小结 E${number}`, text.join('，')].filter(Boolean).join(' ');
    if (lacks.includes('photos'))
      return {
        zh: `先发照片，3 分钟内再发「${words}」`,
        en: `Send the photos, then “${words}” within 3 minutes`,
      };
    if (text.length > 0) {
      const named = lacks
        .filter((key) => key === 'summary' || key === 'served')
        .map((key) => item[key]);
      return {
        zh: `补${named.map(({ zh }) => zh).join('、')}请发「${words}」`,
        en: `For ${named.map(({ en }) => en).join(' and ')} send “${words}”`,
      };
    }
    if (lacks.includes('checkin'))
      return {
        zh: `来过的人请补上，例：补签 E${number} 张伟 手机没电`,
        en: `Put down who was there, for example: correct E${number} 张伟 phone was flat`,
      };
    return lacks.includes('notice')
      ? {
          zh: '事先没在群里通知过，这一项补不上，别的齐了',
          en: 'Nobody was told beforehand; all the rest is there',
        }
      : undefined;
  },
  recordIs: (number: number, text: Text | undefined): Text =>
    text === undefined
      ? {
          zh: `E${number} 还没有小结文字。请发「小结 E${number} 做了什么」`,
          en: `E${number} has no text yet`,
        }
      : { zh: `E${number} 的小结还是：${text.zh}`, en: `The record of E${number} is: ${text.en}` },
  recordChangedSince: (number: number): Text => ({
    zh: `E${number} 的小结后来有人改过，不能撤销了。看现在的请发「小结 E${number}」`,
    en: `Somebody has changed the record of E${number} since. To see it send “record E${number}”`,
  }),
};
