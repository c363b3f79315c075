import { fold } from '../../../core/line.ts';
import { shownName } from '../../../core/names.ts';
import {
  type Holidays,
  plannedDates,
  readClock,
  readRecurrence,
} from '../../../core/recurring/index.ts';
import { dateOf, MINUTE, timeOf } from '../../../core/time.ts';
import { readWhen } from '../../../core/when/index.ts';
import type { Rule } from '../records.ts';

/** What is said of a fixed day together with when it is: `每月最后一个工作日 下午3点到5点 @社区会议室 30人`. */
interface Schedule {
  readonly on?: Rule['on'];
  readonly at?: string;
  readonly minutes?: number;
  readonly place?: string;
  readonly capacity?: number;
}

/** A day that some months do not have: what people type to say what happens then, `…短月跳过 9点`. */
export interface AsksShort {
  readonly asksShort: (what: string) => string;
}

/**
 * Reads the day, the time, the place and the seats, each where it is said.
 * @returns undefined where any of it was not understood, or none of it was said.
 */
export function readSchedule(words: string): Schedule | AsksShort | undefined {
  const { left, ...extras } = takeExtras(words);
  const read = readRecurrence(left);
  if (read?.asksShort) {
    // What is offered has to be readable itself.
    if (read.rest !== '' && readClock(read.rest)?.rest !== '') return undefined;
    const day = left.slice(0, left.length - read.rest.length).trim();
    return { asksShort: (what) => words.replace(day, `${day}短月${what}`) };
  }
  const clockWords = read === undefined ? left : read.rest;
  const clock = clockWords === '' ? undefined : readClock(clockWords);
  const isRead = clockWords === '' || clock?.rest === '';
  if (!isRead || (read === undefined && clock === undefined)) return undefined;
  return {
    ...extras,
    ...(read && { on: read.on }),
    ...(clock && { at: clock.at }),
    ...(clock?.minutes !== undefined && { minutes: clock.minutes }),
  };
}

/** `@社区会议室` and `30人`, `限30人`, wherever they stand, and what is left without them. */
function takeExtras(
  words: string,
): Pick<Schedule, 'place' | 'capacity'> & { readonly left: string } {
  const all = words.split(/\s+/).filter(Boolean);
  const place = all.find((word) => /^[@＠]./.test(word));
  const [capacity] = all.flatMap((word) => seatsIn(word) ?? []);
  return {
    left: all.filter((word) => word !== place && seatsIn(word) === undefined).join(' '),
    ...(place !== undefined && { place: shownName(place.slice(1)) }),
    ...(capacity !== undefined && { capacity }),
  };
}

/** `30人`, `限30人`. */
export function seatsIn(word: string): number | undefined {
  const seats = /^限?([1-9]\d{0,3})[人个位名]$/.exec(fold(word))?.[1];
  return seats === undefined ? undefined : Number(seats);
}

/** Every second week begins with the next of its days. */
export function begun(on: Rule['on'], today: string, holidays: Holidays): Rule['on'] {
  if (on.type !== 'weekly' || on.every === 1 || on.from !== undefined) return on;
  const [from = today] = plannedDates({ ...on, every: 1 }, today, holidays);
  return { ...on, from };
}

/** What is missing of a schedule, or not understood; `piece` as it was typed. */
export type Lacking =
  | { readonly lacks: 'title' | 'day' | 'hour' | 'past' }
  | { readonly lacks: 'rhythm' | 'unread' | 'place'; readonly piece: string };

/** What keeps a text from being the schedule of a fixed day. */
export function lackingIn(plan: string, now: number, zone: string): Lacking {
  const { left } = takeExtras(plan);
  const read = readRecurrence(left);
  if (read === undefined) return lackingOnce(left, now, zone);
  if (read.rest === '') return { lacks: 'hour' };
  const clock = readClock(read.rest);
  const piece = clock?.rest ?? read.rest;
  if (clock === undefined) return /点|:|\d/.test(piece) ? unread(piece) : { lacks: 'hour' };
  return unread(piece);
}

function lackingOnce(left: string, now: number, zone: string): Lacking {
  const rhythm = /^(?:每|隔|逢|单周|双周|农历|周|星期|礼拜)\S*/.exec(left)?.[0];
  if (rhythm !== undefined) return { lacks: 'rhythm', piece: rhythm };
  const when = readWhen(left, { now, zone });
  if (!when.ok) return { lacks: when.reason === 'past' ? 'past' : 'day' };
  if (when.dateOnly) return { lacks: 'hour' };
  return when.start <= now ? { lacks: 'past' } : unread(when.rest);
}

/** A word at the end is a place whose sign is missing. */
function unread(piece: string): Lacking {
  const isPlace = /^[\p{Script=Han}\d]{2,12}$/u.test(piece) && !/点/.test(piece);
  return { lacks: isPlace ? 'place' : 'unread', piece };
}

export function onceIn(plan: string, now: number, zone: string) {
  const { left, ...extras } = takeExtras(plan);
  const when = readWhen(left, { now, zone });
  if (!when.ok || when.dateOnly || when.rest !== '' || when.start <= now) return undefined;
  const minutes = when.end === undefined ? 120 : (when.end - when.start) / MINUTE;
  const on = { type: 'once' as const, date: dateOf(when.start, zone) };
  return { on, at: timeOf(when.start, zone), minutes, ...extras };
}
