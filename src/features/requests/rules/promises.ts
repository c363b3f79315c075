import { fold } from '../../../core/line.ts';
import { readNumber } from '../../../core/numerals.ts';
import { addMonths, dateOf, daysIn, endOfDay, isoDate, momentOf } from '../../../core/time.ts';
import { isJustOver, readWhen, type WhenRead } from '../../../core/when/index.ts';
import type { Promised } from '../records/index.ts';

type Today = { readonly now: number; readonly zone: string };

/**
 * Begins like a time, also where it is none that can be read: `周八`, `26`, `三天内`, `Saturday`. It is
 * asked for, never guessed.
 */
const LIKE_A_TIME =
  /^\s*(?:[周每](?=[一二三四五六七八九日天末\d])|(?:这|本|上|下)个?(?:周|星期|礼拜|月)|星期|礼拜|月[初中底末]|[今明后](?=[天早晚日年儿]|上午|下午)|大后天|大大后|[俩仨]个?(?:小时|钟头|天)|听[日早晚]|隔[天日]|下下|初[一二三四五六七八九十]|廿|下班|[早晚]上|上午|中午|下午|傍晚|凌晨|夜里|半夜|\d(?!\d*\s*[个位名]?(?:人|师傅))|(?:半|[一二两三四五六七八九十]+)个?(?:天|小时|钟头|分钟|周|星期|礼拜|月|点|号|日)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?:today|tomorrow|tonight|next|this|morning|afternoon|evening|noon|in \d|at \d|by )\b)/;

/** A time that somebody promises at the beginning of their words, and what else they say. */
export function readPromise(
  words: string,
  { now, zone }: Today,
): { promised?: Promised; rest: string } | { refused: 'unclear' | 'past' } {
  const month = readMonth(words, { now, zone });
  if (month !== undefined) {
    const last = isoDate(month.year, month.month, daysIn(month.year, month.month));
    const promised = {
      start: momentOf(last, '00:00', zone),
      dateOnly: true,
      by: endOfDay(last, zone),
    };
    return { promised, rest: month.rest };
  }
  const read = readBeginning(words, { now, zone, partsOfDay: true });
  if (!read.ok && read.reason === 'none' && !LIKE_A_TIME.test(fold(words))) return { rest: words };
  if (!read.ok) return { refused: read.reason === 'past' ? 'past' : 'unclear' };
  if (isJustOver(words, read, now)) return { refused: 'past' };
  const by = read.end ?? (read.dateOnly ? endOfDay(read.date, zone) : read.start);
  if (by <= now) return { refused: 'past' };
  const { start, dateOnly, end } = read;
  return {
    promised: { start, dateOnly, by, ...(end === undefined ? {} : { end }) },
    rest: read.rest,
  };
}

/** The longest time that is looked for where words run on behind it. */
const LONGEST_TIME = 20;
/** 周五前 ends with Friday, 今天之内 with today. */
const WITHIN = /^(?:之前|以前|前|之内|以内|内)/;
/** What would change the time before it, and words that only carry on with it. */
const CHANGES =
  /^(?:[、及和/](?:(?:周|星期|礼拜)[一二三四五六日天]|[一二三四五六日天](?=$|[\s早晚上下中都两]))|[或不没别\d一二三四五六七八九十]|还是|以?后|之后|左右|上下|到|至|起|开始|那周|的)/;

/** A time at the beginning of words that run on without a stop: 周五前, 明天下午去修. */
function readBeginning(words: string, reference: Parameters<typeof readWhen>[1]): WhenRead {
  const read = readWhen(words, reference);
  if (read.ok || read.reason !== 'unclear') return read;
  const typed = words.trim();
  for (let end = Math.min(typed.length - 1, LONGEST_TIME); end > 1; end--) {
    const behind = typed.slice(end);
    if (CHANGES.test(fold(behind)) || /[、,，/]$/.test(typed.slice(0, end))) continue;
    const time = readWhen(typed.slice(0, end), reference);
    if (!time.ok || time.rest !== '') continue;
    const rest = behind.replace(WITHIN, '').replace(/^[\s，,。.]+/, '');
    return { ...time, rest };
  }
  return read;
}

/**
 * When a request on hold is taken up again: `到 12月` is when December begins, else the beginning of
 * that day.
 */
export function readUntil(
  words: string,
  { now, zone }: Today,
): { until?: number; rest: string } | { refused: 'unclear' | 'past' } {
  const said = words.replace(/^\s*(到|至|等到|直到)\s*/, '');
  const month = readMonth(said, { now, zone });
  const first = month && momentOf(isoDate(month.year, month.month, 1), '09:00', zone);
  if (month !== undefined && first !== undefined)
    return first > now ? { until: first, rest: month.rest } : { refused: 'past' };
  const read = readWhen(said, { now, zone, partsOfDay: true });
  if (!read.ok && read.reason === 'none' && !LIKE_A_TIME.test(fold(said))) return { rest: words };
  if (!read.ok) return { refused: read.reason === 'past' ? 'past' : 'unclear' };
  const until = read.dateOnly ? momentOf(read.date, '09:00', zone) : read.start;
  return until > now ? { until, rest: read.rest } : { refused: 'past' };
}

const MONTH =
  /^\s*(?:(明年|今年|20\d\d年)\s*)?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:内|之前|前|底前?)?(?![\d一二三四五六七八九十初中上下底末第最])\s*[，,。]?\s*/;
const NEXT_MONTH =
  /^\s*下个?月(?:内|之前|前|底前?)?(?![\d一二三四五六七八九十初中上下底末第最])\s*[，,。]?\s*/;

/** A month alone, the next one of its name, or this one. */
function readMonth(
  words: string,
  { now, zone }: Today,
): { year: number; month: number; rest: string } | undefined {
  const [year = 0, current = 0] = dateOf(now, zone).split('-').map(Number);
  const folded = fold(words);
  const next = NEXT_MONTH.exec(folded);
  if (next !== null) return { ...addMonths(year, current, 1), rest: words.slice(next[0].length) };
  const named = MONTH.exec(folded);
  if (named === null) return undefined;
  const name = named[2] ?? '';
  const month = readNumber(name);
  return {
    year: yearSaid(named[1], month < current ? year + 1 : year, year),
    month,
    rest: words.slice(named[0].length),
  };
}

function yearSaid(said: string | undefined, next: number, current: number): number {
  if (said === undefined) return next;
  if (said === '明年') return current + 1;
  return said === '今年' ? current : Number(said.slice(0, 4));
}
