import type { Text } from '../../../core/text.ts';

/** Asked where a pasted list has very many new names. */
export const manyNamesTexts = {
  manyNames: (number: number, count: number): Text => ({
    zh: `这份名单里有 ${count} 个新名字，都报 E${number} 吗？不是就回「不」`,
    en: `This list has ${count} new names. Are all of them for E${number}? If not answer “不”`,
  }),
  takeAll: (count: number): Text => ({
    zh: `是，${count} 人都记上`,
    en: `Yes, sign up all ${count}`,
  }),
};
