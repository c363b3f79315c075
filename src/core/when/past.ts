/** Dates that lie behind, in people's words, and dates that people may have meant so. */
import { fold } from '../line.ts';
import { addDays, dateOf, daysBetween, momentOf, weekdayOf } from '../time.ts';
import { readWhen, type WhenRead, type WhenReference } from './index.ts';

const DAYS_AGO: Readonly<Record<string, number>> = { 今天: 0, 昨天: 1, 前天: 2, 大前天: 3 };
const LAST_WEEK = /^上个?(?:周|星期|礼拜)([一二三四五六日天])/;
/** So many days ago something is looked for, the nearest first. */
const LOOKED_BACK = [6, 30, 183] as const;

/**
 * Reads a moment or span at the beginning of a text that lies behind: 11月18日 is the last one, 周三
 * the last Wednesday. What lies ahead, or more than half a year behind without its year, is refused.
 */
export function readPast(text: string, { now, zone }: WhenReference): WhenRead {
  const today = dateOf(now, zone);
  const dated = withDate(text.trim(), today);
  let refused: WhenRead = { ok: false, reason: 'none' };
  // Seen from another day a year says the same.
  const spans = /^\d{4}\D/.test(dated) ? [3_650] : LOOKED_BACK;
  for (const days of spans) {
    const read = readWhen(dated, { now: momentOf(addDays(today, -days), '00:00', zone), zone });
    if (read.ok && read.start <= now) return read;
    if (!read.ok && refused.ok === false) refused = read;
  }
  return refused;
}

/** 昨天, 上周五 as a date that can be read on any day. */
function withDate(text: string, today: string): string {
  const word = Object.keys(DAYS_AGO)
    .sort((a, b) => b.length - a.length)
    .find((one) => text.startsWith(one));
  if (word !== undefined)
    return `${addDays(today, -(DAYS_AGO[word] ?? 0))} ${text.slice(word.length)}`;
  const [whole, weekday = ''] = LAST_WEEK.exec(fold(text)) ?? [];
  if (whole === undefined) return text;
  const wanted = '一二三四五六日'.indexOf(weekday === '天' ? '日' : weekday) + 1;
  const date = addDays(today, wanted - weekdayOf(today) - 7);
  return `${date} ${text.slice(whole.length)}`;
}

/** A month and day that are over for less than half a year are as likely meant as next year's. */
const HALF_A_YEAR = 183;

/**
 * The date of this year that was perhaps meant where a month and a day without a year were read as
 * next year's; undefined where next year's is plainly meant.
 */
export function perhapsOver(
  text: string,
  read: { readonly date: string; readonly rest: string },
  { now, zone }: WhenReference,
): string | undefined {
  const today = dateOf(now, zone);
  const year = Number(today.slice(0, 4));
  const words = text.slice(0, Math.max(0, text.length - read.rest.length));
  if (Number(read.date.slice(0, 4)) !== year + 1 || /年|\d{4}/.test(words)) return undefined;
  const over = `${year}${read.date.slice(4)}`;
  const isOver = over < today && daysBetween(over, today) < HALF_A_YEAR;
  return isOver ? over : undefined;
}
