import type { Text } from '../../../core/text.ts';

/** A unit's own sheet: what it did, with the evidence, and no place among others. */
export const unitSheetTexts = {
  title: (unit: string, period: Text): Text => ({
    zh: `【${unit}】${period.zh}做了这些：`,
    en: `[${unit}] ${period.en}:`,
  }),
  number: (title: Text, amount: Text): Text => ({
    zh: `${title.zh} ${amount.zh}`,
    en: `${title.en} ${amount.en}`,
  }),
  evidence: { zh: '有这些：', en: 'Namely:' } satisfies Text,
  row: (line: Text): Text => ({ zh: `· ${line.zh}`, en: `· ${line.en}` }),
  more: (left: number, unit: string): Text => ({
    zh: `还有 ${left} 项，一个月一个月看请发「/述职 ${unit} 11月」`,
    en: `${left} more; for one month send “/unitsheet ${unit} 11月”`,
  }),
  nothing: (unit: string, period: Text): Text => ({
    zh: `【${unit}】${period.zh}还没有记录。换一段请发「/述职 ${unit} 11月」`,
    en: `[${unit}] nothing is recorded for ${period.en}. For another time send “/unitsheet ${unit} 11月”`,
  }),
  whichUnit: {
    zh: '请写单位，例：/述职 恒威，/述职 恒威 11月',
    en: 'Name the unit, for example: /unitsheet 恒威, /unitsheet 恒威 11月',
  } satisfies Text,
  noUnit: (name: string): Text => ({
    zh: `没有叫「${name}」的单位。看有哪些请发「/单位」`,
    en: `No unit is called “${name}”. For the units send /units`,
  }),
  ownOnly: {
    zh: '别的单位的由联络员看。看自己单位的请发「/述职」',
    en: 'Liaisons see those of other units. For your own send /unitsheet',
  } satisfies Text,
};
