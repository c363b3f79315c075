/** From what was said to the moments that were meant, or the reason why not. */

import { addDays, dateOf, MINUTE, momentOfMinute } from '../time.ts';
import { isBareWeekday, type Reason, settleDates } from './calendar.ts';
import { type ClockSaid, endMinuteOf, mayBeEvening, minuteOf } from './clock.ts';
import { isPastNoon, spanOf } from './parts.ts';
import type { Phrase, TimeSaid } from './phrase.ts';
import type { Refused } from './text.ts';

export interface Moments {
  start: number;
  end?: number;
  /** The local date of the start. */
  date: string;
  dateOnly: boolean;
}

interface Reference {
  now: number;
  zone: string;
  partsOfDay?: boolean;
}

const NOON = 720;
const EVENING = 1080;
const MIDNIGHT = 1440;

export function settle(phrase: Phrase, reference: Reference): Moments | Refused {
  const { zone } = reference;
  // The minute that is running is not past.
  const now = Math.floor(reference.now / MINUTE) * MINUTE;
  const today = dateOf(now, zone);
  if (phrase.minutesLater !== undefined) {
    const start = now + phrase.minutesLater * MINUTE;
    return { start, date: dateOf(start, zone), dateOnly: false };
  }
  const settled = settleDates(
    phrase.dates.map((date) => date.said),
    today,
  );
  if ('reason' in settled) return refuse(settled.reason, phrase.dates[settled.index ?? 0]?.from);
  const { date } = settled;
  const { time } = phrase;
  if (time === undefined) return { start: momentOfMinute(date, 0, zone), date, dateOnly: true };
  if (time.clock === undefined) return settlePart(phrase, time, date, now, reference);
  const { clock } = time;
  const minute = minuteOf(clock, time.part);
  if (minute === undefined) return refuse('unclear', time.from);
  let later: number | undefined = 0;
  if (momentOfMinute(date, minute, zone) < now) {
    // 7点 said in the afternoon: this evening or tomorrow morning?
    const inTwelveHours = momentOfMinute(date, minute + NOON, zone);
    if (mayBeEvening(clock, time.part) && inTwelveHours >= now) return refuse('unclear', time.from);
    later = openDays(phrase);
  }
  if (later === undefined) return refuse('past');
  const startDate = addDays(date, later);
  const start = momentOfMinute(startDate, minute, zone);
  const moments = { start, date: dateOf(start, zone), dateOnly: false };
  if (phrase.until === undefined) return moments;
  const end = settleEnd(phrase.until, { ...time, clock }, minute, startDate, today, zone);
  if (typeof end !== 'number') return end;
  return end > start ? { ...moments, end } : refuse('unclear', phrase.until.time.from);
}

/** By how many days a time that is over today moves, if the words leave the day open. */
function openDays(phrase: Phrase): number | undefined {
  if (phrase.dates.length === 0) return 1;
  return phrase.dates.every((date) => isBareWeekday(date.said)) ? 7 : undefined;
}

/** 周六上午, for a caller who wants parts of the day as they are: a span, until it is over. */
function settlePart(
  phrase: Phrase,
  time: TimeSaid,
  date: string,
  now: number,
  reference: Reference,
): Moments | Refused {
  if (reference.partsOfDay !== true || time.part === undefined) return refuse('unclear', time.from);
  const [first, last] = spanOf(time.part);
  const isOver = momentOfMinute(date, last * 60, reference.zone) <= now;
  const later = isOver ? openDays(phrase) : 0;
  if (later === undefined) return refuse('past');
  const on = addDays(date, later);
  const start = momentOfMinute(on, first * 60, reference.zone);
  return { start, end: momentOfMinute(on, last * 60, reference.zone), date: on, dateOnly: false };
}

type Clocked = TimeSaid & { clock: ClockSaid };
type Until = NonNullable<Phrase['until']>;

/** The end of a span that begins at that minute of that day. */
function settleEnd(
  until: Until,
  time: Clocked,
  start: number,
  date: string,
  today: string,
  zone: string,
): number | Refused {
  const { clock, part, from } = until.time;
  if (until.dates.length > 0) return settleFarEnd(until, date, today, zone);
  if (until.nextDay) {
    const minute = minuteOf(clock, part);
    return minute === undefined
      ? refuse('unclear', from)
      : momentOfMinute(date, minute + MIDNIGHT, zone);
  }
  let end = endMinuteOf(clock, part, start, time.part);
  if (end === undefined) return refuse('unclear', from);
  // Only what begins in the evening may end after midnight without saying so.
  if (end <= start && start >= EVENING && (part === 'dawn' || end === 0)) end += MIDNIGHT;
  if (end <= start) return refuse('unclear', from);
  // 7点到晚上9点 may begin in the evening, too.
  const mayShift = mayBeEvening(time.clock, time.part) && start + NOON < end;
  if (mayShift && part !== undefined && isPastNoon(part)) return refuse('unclear', time.from);
  return momentOfMinute(date, end, zone);
}

/** 25日9点到26日17点 is seen from the day on which it begins, 今晚8点到明早8点 from today. */
function settleFarEnd(until: Until, from: string, today: string, zone: string): number | Refused {
  const said = until.dates.map((one) => one.said);
  const fromToday = said.some((date) => date.kind !== 'inMonth' && !isBareWeekday(date));
  const settled = settleDates(said, fromToday ? today : from);
  if ('reason' in settled) return refuse(settled.reason, until.dates[settled.index ?? 0]?.from);
  const minute = minuteOf(until.time.clock, until.time.part);
  // 25日9点到24日17点 is rather a slip than a month.
  const isBareDay = said.some((date) => date.kind === 'inMonth' && date.month.kind === 'any');
  const isLong = settled.date > addDays(from, isBareDay ? 14 : 180);
  if (minute === undefined || isLong) return refuse('unclear', until.dates[0]?.from);
  return momentOfMinute(settled.date, minute, zone);
}

function refuse(reason: Reason, from = 0): Refused {
  return { refused: reason, from };
}
