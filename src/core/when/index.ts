/**
 * Reads times in people's words: 25日上午9点, 下周六下午三点, 后天晚上七点半, 12月5日14:30-16:00, 本月最后一个周五.
 * Everything is understood or refused with a reason, nothing is guessed in part. Pure; the zone is
 * always the given one. Whoever uses it repeats what was understood ({@link sayWhen}), with the
 * weekday and the date.
 *
 * How open words are taken:
 * - Days. Weeks begin on Monday. A bare weekday is the next one whose time is still to come, today
 * included; 下周五 is in the
 * next calendar week; 下个周五 is unclear while this week's Friday is still ahead. A day of the month
 * that is over is
 * the next month's (25日, 第一个周三, 月底: the last day), a month and day that are over are next year's
 * (12月5日, 元旦);
 * with a year, 本月 or 本周 they are past. Today with a time that is over is past, never the next month
 * or year.
 *   2月30日, or 31日 in November, is impossible. Between midnight and morning 今天 is the new date.
 * - Two ways of saying the date (12月5日周六, 本周六28日) must agree.
 * - Hours. 1–6 need a part of the day (下午3点) or two digits (03:00); 7–12 are the morning and noon,
 * or unclear when
 * that is over today and the evening is not (7点 said at 15:00); 7:00 and 13点 are the 24-hour clock.
 * A time without a
 * date is today's, or tomorrow's if it is over. 晚上12点 and 24点 end the day: 00:00 of the next date,
 * which is then the
 *   result's. 半夜12点, 凌晨12点, 晚上1点 are unclear, as are hours that contradict their part (早上2点, 下午9点).
 * - Spans. The end takes over the start's part of the day (下午2点到4点); it lies on the same day unless
 * it says 次日 or
 * a date, or is 凌晨 or 0:00 after a start in the evening. A date at the end is seen from the start's
 * (25日9点到26日17点),
 *   明早 and 下周五 from today; 180 days at most. A span is past when its start is.
 * - A part of the day alone (周六上午) is unclear unless the reference asks for `partsOfDay`.
 * - English (25 Nov 9am, Saturday at 9:00, tomorrow noon) by the same rules: next Friday is unclear
 * while this week's is
 *   ahead, am and pm tell the hour, 12am is unclear.
 * - Lunar and moving holidays, 周末, 月初, 年底, 每周, a month alone and lists of days are unclear.
 */
import { fold } from '../line.ts';
import { isZone } from '../time.ts';
import { phraseAt } from './phrase.ts';
import { settle } from './settle.ts';
import { isRefused, isSpace, REACH, type Refused, unified } from './text.ts';

export { sayWhen, shortDate } from './say.ts';

/**
 * From when and where the words are said. `now` may be any moment, such as the beginning of an
 * activity's day.
 */
export interface WhenReference {
  /** ms */
  now: number;
  /** IANA name; an unknown one throws a RangeError. */
  zone: string;
  /** Take 周六上午 as the span 8:00–12:00 (early 6–10, noon 12–14, afternoon 12–18, evening 18–22). */
  partsOfDay?: boolean;
}

export interface WhenFound {
  ok: true;
  /** ms, a whole minute. */
  start: number;
  /** ms, after the start. */
  end?: number;
  /** No time of day was said: the start is the first minute of that local date. */
  dateOnly: boolean;
  /** The start's local date, yyyy-MM-dd. */
  date: string;
  /** What follows, as typed, without the spaces and breaks around it. */
  rest: string;
}

export interface WhenRefused {
  ok: false;
  /**
   * `none`: no time at the start at all; `unclear`: looks like one; `past`; `impossible`: 2月30日,
   * 25点.
   */
  reason: 'none' | 'unclear' | 'past' | 'impossible';
  /** The piece that was not understood, as typed, at most 12 characters. */
  at?: string;
}

/** So far ahead no day is meant that was named without a year, ms. */
const NEARLY_A_YEAR = 300 * 86_400_000;

/**
 * Whether a day that is just over was named: 11月18日, said on the 20th, is the next year's by the
 * calendar, and nobody means that who did not say so.
 */
export function isJustOver(text: string, { start }: WhenFound, now: number): boolean {
  return start - now > NEARLY_A_YEAR && !/年|20\d\d/.test(fold(text));
}

export type WhenRead = WhenFound | WhenRefused;

/** Reads a moment or span at the beginning of a text. */
export function readWhen(text: string, reference: WhenReference): WhenRead {
  if (!isZone(reference.zone)) throw new RangeError(`unknown time zone ${reference.zone}`);
  const typed = withoutSpace(text);
  const folded = unified(typed.slice(0, REACH));
  const phrase = phraseAt(folded);
  if (phrase === undefined) return { ok: false, reason: 'none' };
  if (isRefused(phrase)) return refusal(phrase, typed);
  // Cut in the middle of something.
  if (phrase.end === REACH && typed.length > REACH)
    return refusal({ refused: 'unclear', from: 0 }, typed);
  const settled = settle(phrase.value, reference);
  if ('refused' in settled) return refusal(settled, typed);
  const { start, end, date, dateOnly } = settled;
  const rest = withoutBreaks(typed, phrase.end);
  return end === undefined
    ? { ok: true, start, dateOnly, date, rest }
    : { ok: true, start, end, dateOnly, date, rest };
}

/** Reads a text that is a moment or span and nothing else. */
export function readWholeWhen(text: string, reference: WhenReference): WhenRead {
  const read = readWhen(text, reference);
  if (!read.ok || read.rest === '') return read;
  return { ok: false, reason: 'unclear', at: piece(read.rest, 0) };
}

function refusal(refused: Refused, typed: string): WhenRefused {
  const at = piece(typed, refused.from);
  return at === ''
    ? { ok: false, reason: refused.refused }
    : { ok: false, reason: refused.refused, at };
}

/** A few characters up to the next space, never half a character. */
function piece(typed: string, from: number): string {
  const [first = ''] = typed
    .slice(from, from + 48)
    .trim()
    .split(/\s/, 1);
  return [...first].slice(0, 12).join('');
}

function withoutSpace(text: string): string {
  let begin = 0;
  while (begin < text.length && isSpace(unified(text.charAt(begin)))) begin++;
  return text.slice(begin);
}

function withoutBreaks(typed: string, at: number): string {
  let begin = at;
  while (
    begin < typed.length &&
    ' ,、;。:'.includes(unified(typed.charAt(begin)).replace(/\s/, ' '))
  )
    begin++;
  return typed.slice(begin).trimEnd();
}
