/** Reads weekdays, bare and with the week that they are in. */
import { numberAt } from './numbers.ts';
import type { DateWords } from './said.ts';
import { type Found, longestFirst, type Scan, unclear, wordAt } from './text.ts';

const NEXT = { 下下下个: 3, 下下下: 3, 下下个: 2, 下下: 2, 下个: 1, 下: 1 };
const THIS = { 这个: 0, 这: 0, 本: 0 };
const LAST = { 上上个: -2, 上上: -2, 上个: -1, 上: -1 };
const PREFIXES = new Map(Object.entries({ ...NEXT, ...THIS, ...LAST }));
const PREFIX_LIST = longestFirst(PREFIXES.keys());
const WEEK_WORDS = ['星期', '礼拜', '周'];

export function weekAt(text: string, at: number): Scan<DateWords> {
  const prefix = wordAt(text, at, PREFIX_LIST);
  const weekday = weekdayAt(text, at + (prefix?.length ?? 0));
  if (weekday === undefined) {
    // 下周, 本周六日 without a day that can be read; but 周老师 and 上午 are no weeks.
    return prefix !== undefined && wordAt(text, at + prefix.length, WEEK_WORDS) !== undefined
      ? unclear(at)
      : undefined;
  }
  const weeks = prefix === undefined ? undefined : PREFIXES.get(prefix);
  if (prefix === undefined || weeks === undefined) {
    return { value: { said: { kind: 'weekday', weekday: weekday.value } }, end: weekday.end };
  }
  if (weeks < 0) return { refused: 'past', from: at };
  const coming = prefix.endsWith('下个') && text.charAt(at + prefix.length) === '周';
  return {
    value: { said: { kind: 'weekday', weekday: weekday.value, weeks, coming } },
    end: weekday.end,
  };
}

/**
 * 周, 星期 or 礼拜 with 一 to 六, 日, 天, or a lone digit from 1 to 6; Monday is 1. The day is always
 * exactly one character: 周二十点 is Tuesday at ten.
 */
export function weekdayAt(text: string, at: number): Found<number> | undefined {
  const week = wordAt(text, at, WEEK_WORDS);
  if (week === undefined) return undefined;
  const place = at + week.length;
  const character = text.charAt(place) === '天' ? '日' : text.charAt(place);
  const index = character === '' ? -1 : '一二三四五六日'.indexOf(character);
  if (index >= 0) return { value: index + 1, end: place + 1 };
  const numeral = numberAt(text, place);
  if (numeral?.digits !== 1 || numeral.value < 1 || numeral.value > 6) return undefined;
  return { value: numeral.value, end: numeral.end };
}
