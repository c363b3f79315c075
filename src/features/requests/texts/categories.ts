import type { Text } from '../../../core/text.ts';

/** What the categories of the table to begin with are called in English; others are as written. */
const ENGLISH: ReadonlyMap<string, string> = new Map([
  ['安全', 'safety'],
  ['扶老助残', 'care for the old and the disabled'],
  ['助学托幼', 'schooling and child care'],
  ['法律', 'law'],
  ['健康', 'health'],
  ['设施维修', 'repairs'],
  ['环境卫生', 'cleanliness'],
  ['停车交通', 'parking and traffic'],
  ['文体', 'arts and sports'],
  ['就业', 'work'],
  ['其他', 'other'],
]);

export function categoryText(name: string): Text {
  return { zh: name, en: ENGLISH.get(name) ?? name };
}
