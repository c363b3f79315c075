import { fold } from '../../../core/line.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import {
  addDays,
  dateOf,
  HOUR,
  momentOf,
  monthBegins,
  monthOf,
  weekdayOf,
} from '../../../core/time.ts';
import { readWhen } from '../../../core/when/index.ts';
import type { Hours, Offer } from '../records.ts';

/*
 * When something can be had, and for when it is wanted. Words that are no time are left to whoever
 * reads them.
 */

const WEEKDAYS = '一二三四五六日';
const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Words that stand for several weekdays. */
const DAYS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:每天|天天|每日|随时|全天)/, ALL_WEEK],
  [/^(?:工作日|平时|周一至周五|周一到周五)/, [1, 2, 3, 4, 5]],
  [/^(?:每?周末|双休日?)/, [6, 7]],
];

/** The parts of a day, as `core/when` has them. */
const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  早上: ['06:00', '10:00'],
  上午: ['08:00', '12:00'],
  中午: ['12:00', '14:00'],
  下午: ['12:00', '18:00'],
  白天: ['08:00', '18:00'],
  晚上: ['18:00', '22:00'],
  夜间: ['19:00', '07:30'],
  夜里: ['19:00', '07:30'],
};

const CLOCK = `(${numberSource(2)})(?:[:点](\\d{2}|半)?)?`;
const SPAN = new RegExp(`^${CLOCK}(?:到|至|[-~—–])${CLOCK}`);

/** A word that says when something can be had, and nothing else: `每周二下午`, `19:00到7:30`. */
export function readHours(word: string): Hours | undefined {
  let left = fold(word);
  const named = DAYS.find(([sign]) => sign.test(left));
  let weekdays = named?.[1];
  if (named !== undefined) left = left.replace(named[0], '');
  const listed =
    /^每?(?:周|星期|礼拜)([一二三四五六日天](?:[、和,]?(?:周|星期)?[一二三四五六日天])*)/.exec(
      left,
    );
  if (listed !== null) {
    const days = [...(listed[1] ?? '')].map(
      (day) => WEEKDAYS.indexOf(day === '天' ? '日' : day) + 1,
    );
    weekdays = days.filter((day) => day > 0);
    left = left.slice(listed[0].length);
  }
  const part = Object.keys(PARTS).find((name) => left.startsWith(name));
  if (part !== undefined) left = left.slice(part.length);
  const span = SPAN.exec(left);
  if (span !== null) left = left.slice(span[0].length);
  const times = timesOf(part, span);
  if (left !== '' || (weekdays === undefined && times === undefined)) return undefined;
  const [from, to] = times ?? [];
  return {
    ...(weekdays === undefined ? {} : { weekdays: [...weekdays] }),
    ...(from === undefined || to === undefined ? {} : { from, to }),
  };
}

function timesOf(
  part: string | undefined,
  span: RegExpExecArray | null,
): readonly [string, string] | undefined {
  const usual = part === undefined ? undefined : PARTS[part];
  if (span === null) return usual;
  const isLater = part !== undefined && /下午|晚上/.test(part);
  const from = clockOf(span[1], span[2], isLater);
  const to = clockOf(span[3], span[4], isLater);
  return from === undefined || to === undefined ? usual : [from, to];
}

function clockOf(
  hour: string | undefined,
  minute: string | undefined,
  isLater: boolean,
): string | undefined {
  const said = readNumber(hour ?? '');
  const hours = isLater && said < 12 ? said + 12 : said;
  if (!(hours >= 0 && hours < 24)) return undefined;
  const minutes = minute === '半' ? '30' : (minute ?? '00');
  return Number(minutes) > 59 ? undefined : `${String(hours).padStart(2, '0')}:${minutes}`;
}

/** Hours that were said in several words: 工作日 晚上. */
export function joinedHours(parts: readonly Hours[]): Hours | undefined {
  if (parts.length === 0) return undefined;
  const days = parts.find(({ weekdays }) => weekdays !== undefined)?.weekdays;
  const timed = parts.find(({ from }) => from !== undefined);
  return {
    ...(days === undefined ? {} : { weekdays: days }),
    ...(timed?.from === undefined ? {} : { from: timed.from, to: timed.to }),
  };
}

/** A span of time for which something is wanted. */
export interface Wanted {
  readonly start: number;
  readonly end: number;
  readonly dateOnly: boolean;
}

/** What somebody says who wants an offer: for when, and what else. */
export type WantedRead =
  | { readonly kind: 'time'; readonly wanted: Wanted; readonly rest: string }
  | { readonly kind: 'none'; readonly rest: string }
  | { readonly kind: 'unclear' | 'past' };

const MONTH = /^(?:(\d{1,2})月份?|(下个?月|本月|这个?月))(?!\d)/;

/** Reads 下周二 房产继承 for an offer on Tuesday afternoons: that afternoon. */
export function readWanted(
  said: string,
  offer: Pick<Offer, 'hours' | 'byMonth'>,
  { now, zone }: { readonly now: number; readonly zone: string },
): WantedRead {
  const typed = said.trim();
  if (offer.byMonth) return readMonth(typed, { now, zone });
  if (typed === '') return { kind: 'none', rest: '' };
  const read = readWhen(typed, { now, zone, partsOfDay: true });
  if (!read.ok)
    return read.reason === 'none'
      ? { kind: 'none', rest: typed }
      : { kind: read.reason === 'past' ? 'past' : 'unclear' };
  const span = spanOn(read.date, offer.hours, zone);
  const wanted = read.dateOnly
    ? { ...span, dateOnly: offer.hours?.from === undefined }
    : { start: read.start, end: read.end ?? read.start + HOUR, dateOnly: false };
  return wanted.end <= now ? { kind: 'past' } : { kind: 'time', wanted, rest: read.rest };
}

/** The span in which something can be had on a date. */
function spanOn(date: string, hours: Hours | undefined, zone: string) {
  const { from = '00:00', to } = hours ?? {};
  const start = momentOf(date, from, zone);
  if (to === undefined) return { start, end: momentOf(addDays(date, 1), '00:00', zone) };
  return { start, end: momentOf(to <= from ? addDays(date, 1) : date, to, zone) };
}

/** A month, this one or the next of its name; the next where nothing is said. */
function readMonth(said: string, { now, zone }: { now: number; zone: string }): WantedRead {
  const { year, month } = monthOf(dateOf(now, zone));
  const found = MONTH.exec(fold(said));
  if (found === null && /^\d/.test(fold(said))) return { kind: 'unclear' };
  const named = found?.[1] === undefined ? undefined : Number(found[1]);
  if (named !== undefined && (named < 1 || named > 12)) return { kind: 'unclear' };
  const isThis = found?.[2] !== undefined && !found[2].startsWith('下');
  const ahead = named === undefined ? Number(!isThis) : (named - month + 12) % 12;
  const first = (months: number) => monthBegins(year, month + months, zone);
  const [start, end] = [first(ahead), first(ahead + 1)];
  const rest = said.slice(found?.[0].length ?? 0).trim();
  return { kind: 'time', wanted: { start, end, dateOnly: true }, rest };
}

/** Whether something can be had on the weekday of a moment; what says nothing is always to be had. */
export function isOnItsDay(hours: Hours | undefined, moment: number, zone: string): boolean {
  return hours?.weekdays === undefined || hours.weekdays.includes(weekdayOf(dateOf(moment, zone)));
}
