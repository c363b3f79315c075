import { counted, type Text } from '../../../core/text.ts';

/** How many letters there are, in a report. */
export const figureTexts = {
  measure: { zh: '封', en: 'letters' } satisfies Text,
  written: {
    title: { zh: '来信', en: 'Letters' },
    meaning: {
      zh: '写进信箱的信，按写的日子算',
      en: 'letters by the day on which they were written',
    },
  } satisfies Record<string, Text>,
  answeredOf: {
    title: { zh: '已回的信', en: 'Answered letters' },
    meaning: {
      zh: '写进信箱、收信的人回过的信',
      en: 'of the letters, those that their reader answered',
    },
  } satisfies Record<string, Text>,
  counted: (count: number, answered: number): Text => ({
    zh: `来信 ${count} 封，已回 ${answered} 封`,
    en: `${counted(count, 'letter')}, ${answered} answered`,
  }),
  notListed: (count: number): Text => ({
    zh: `${count} 封，内容只有收信的人看得到`,
    en: `${counted(count, 'letter')}, which only their reader sees`,
  }),
};
