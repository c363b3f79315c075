/**
 * Reads a whole phrase: the date in one or two ways, the part of the day, the time, the end of the
 * span.
 */
import { type ClockSaid, clockAt } from './clock.ts';
import { dateAt } from './dates.ts';
import { skipAt } from './english.ts';
import { laterAt } from './later.ts';
import { numberAt } from './numbers.ts';
import { type Part, partAt, SHORT_PARTS } from './parts.ts';
import type { DateWords } from './said.ts';
import { namesAnotherWeekday, skipSharply } from './tails.ts';
import {
  type Found,
  isGlued,
  isRefused,
  isSpace,
  type Scan,
  skipConnector,
  skipSpace,
  unclear,
  wordAt,
} from './text.ts';
import { CHANGING_STARTS, CHANGING_WORDS } from './words.ts';

interface DatePlace extends DateWords {
  from: number;
}

export interface TimeSaid {
  part?: Part;
  /** Absent where only the part of the day was said. */
  clock?: ClockSaid;
  from: number;
}

export interface Phrase {
  dates: DatePlace[];
  time?: TimeSaid;
  until?: { nextDay: boolean; dates: DatePlace[]; time: TimeSaid & { clock: ClockSaid } };
  /** 两小时后; then there is nothing else. */
  minutesLater?: number;
}

/**
 * The phrase at the beginning of the text, its end at a natural border: nothing that would change
 * it follows.
 */
export function phraseAt(text: string): Scan<Phrase> {
  const body = bodyAt(text);
  if (body === undefined || isRefused(body)) return body;
  const phrase = { ...body, end: skipSharply(text, body) };
  if (isGlued(text, phrase.end)) return unclear(phrase.end);
  if (namesAnotherWeekday(text, phrase)) return unclear(phrase.end);
  const changed = changedAt(text, phrase.end, phrase.value);
  return changed === undefined ? phrase : unclear(changed);
}

function bodyAt(text: string): Scan<Phrase> {
  const later = laterAt(text, 0);
  if (isRefused(later)) return later;
  if (later !== undefined && 'minutes' in later.value) {
    return { value: { dates: [], minutesLater: later.value.minutes }, end: later.end };
  }
  const dates = datesAt(text, 0);
  if (isRefused(dates)) return dates;
  const time = timeAfter(text, dates?.end ?? 0, dates?.value ?? []);
  if (isRefused(time)) return time;
  if (time === undefined)
    return dates === undefined ? undefined : { value: { dates: dates.value }, end: dates.end };
  const phrase: Phrase = { dates: dates?.value ?? [], time: time.value };
  const until = time.value.clock === undefined ? undefined : untilAt(text, time.end);
  if (isRefused(until)) return until;
  return until === undefined
    ? { value: phrase, end: time.end }
    : { value: { ...phrase, until: until.value }, end: until.end };
}

/** One date, and what repeats it: 12月5日（周六）, 周六，12月5日, 明天周一. Whether they agree is seen later. */
function datesAt(text: string, at: number): Scan<DatePlace[]> {
  const first = laterDateAt(text, at) ?? dateAt(text, at);
  if (first === undefined || isRefused(first)) return first;
  const dates: DatePlace[] = [{ ...first.value, from: at }];
  let end = first.end;
  for (
    let more = anotherAt(text, end);
    more !== undefined && dates.length < 3;
    more = anotherAt(text, end)
  ) {
    dates.push(more.value);
    end = more.end;
  }
  return { value: dates, end };
}

function laterDateAt(text: string, at: number): Scan<DateWords> {
  const later = laterAt(text, at);
  if (later === undefined || isRefused(later)) return later;
  return 'date' in later.value ? { value: { said: later.value.date }, end: later.end } : undefined;
}

function anotherAt(text: string, at: number): Found<DatePlace> | undefined {
  let from = skipComma(text, at);
  const bracket = '(['.indexOf(text.charAt(from) || ' ');
  if (bracket >= 0) from = skipSpace(text, from + 1);
  const date = dateAt(text, from);
  if (date === undefined || isRefused(date)) return undefined;
  const closing = skipSpace(text, date.end);
  if (bracket >= 0 && text.charAt(closing) !== ')]'.charAt(bracket)) return undefined;
  const end = bracket >= 0 ? closing + 1 : date.end;
  // 12月25日 圣诞联欢: a holiday after a space is the date's again only if the time follows.
  if (date.value.holiday && from > at && timeAt(text, skipSpace(text, end)) === undefined)
    return undefined;
  return { value: { ...date.value, from }, end };
}

/** The time of day after the dates, a comma between them or not. */
function timeAfter(text: string, at: number, dates: readonly DatePlace[]): Scan<TimeSaid> {
  const time = timeAt(text, dates.length === 0 ? at : skipComma(text, at));
  const { part, from } = dates.find((date) => date.part !== undefined) ?? {};
  if (part === undefined || from === undefined || isRefused(time)) return time;
  if (time === undefined) return { value: { part, from }, end: at };
  if (time.value.part !== undefined && time.value.part !== part) return unclear(time.value.from);
  return { value: { ...time.value, part }, end: time.end };
}

function timeAt(text: string, at: number): Scan<TimeSaid> {
  const part = partAt(text, at);
  const clock = clockAt(text, skipAt(text, part === undefined ? at : skipSpace(text, part.end)));
  if (isRefused(clock)) return part === undefined ? clock : { ...clock, from: at };
  if (clock !== undefined) {
    const time: TimeSaid = { clock: clock.value, from: at };
    return { value: part === undefined ? time : { ...time, part: part.value }, end: clock.end };
  }
  if (part === undefined) return undefined;
  // 周五晚 says a part of the day, 周五 早餐会 does not.
  const short = SHORT_PARTS.includes(text.slice(at, part.end));
  return short && isGlued(text, part.end)
    ? undefined
    : { value: { part: part.value, from: at }, end: part.end };
}

function untilAt(text: string, at: number): Scan<NonNullable<Phrase['until']>> {
  const from = skipConnector(text, at);
  if (from === undefined) return undefined;
  const nextDay = wordAt(text, from, ['次日', '第二天', '翌日', '隔天']);
  const found = nextDay === undefined ? datesAt(text, from) : undefined;
  const dates = isRefused(found) ? [] : (found?.value ?? []);
  const begin = found === undefined || isRefused(found) ? from + (nextDay?.length ?? 0) : found.end;
  const time = timeAfter(text, skipSpace(text, begin), dates);
  if (isRefused(time)) return time;
  if (time?.value.clock !== undefined) {
    return {
      value: {
        nextDay: nextDay !== undefined,
        dates,
        time: { ...time.value, clock: time.value.clock },
      },
      end: time.end,
    };
  }
  // 9:00 到居委会 goes on as the text after the time; glued to it, it is refused as such.
  return nextDay === undefined && found === undefined ? undefined : unclear(from);
}

function skipComma(text: string, at: number): number {
  const place = skipSpace(text, at);
  return text.charAt(place) === ',' ? skipSpace(text, place + 1) : place;
}

/**
 * The place of something behind the phrase that makes it mean something else: 左右, 之前, 或周日, 、26日, a
 * second time. Without it 25日（暂定）9:00 would be taken for the whole day.
 */
function changedAt(text: string, at: number, phrase: Phrase): number | undefined {
  let place = skipBreaks(text, at);
  const word = wordAt(text, place, CHANGING_WORDS);
  if (word !== undefined && !isGlued(text, place + word.length)) return place;
  if (wordAt(text, place, CHANGING_STARTS) !== undefined) return place;
  const clock = phrase.until?.time.clock ?? phrase.time?.clock;
  // 25日 9 and 25日 9-11 are probably hours, the 30 of 9点 30 minutes.
  if (
    clock === undefined
      ? isNumbers(text, skipAt(text, place), 24)
      : !clock.whole && isNumbers(text, place, 59)
  )
    return place;
  const closing = text.charAt(skipSpace(text, at)) === '(' ? text.indexOf(')', place) : -1;
  if (clock === undefined && closing > 0 && timeLike(text, skipBreaks(text, closing + 1)))
    return place;
  // 25日、26日都行 and 25日 到 26日下午 go on with the date; 周五 9:00 3点建议 does not.
  const connected = skipConnector(text, place);
  const isList = connected !== undefined || text.slice(at, place).includes('、');
  place = connected ?? place;
  return timeLike(text, place, isList) ? place : undefined;
}

function skipBreaks(text: string, at: number): number {
  let end = at;
  while (end < text.length && (isSpace(text.charAt(end)) || ',、;。(['.includes(text.charAt(end))))
    end++;
  return end;
}

/** One number, or two with a dash between them, up to a limit and without anything counted. */
function isNumbers(text: string, at: number, limit: number): boolean {
  const first = numberAt(text, at);
  const next = first === undefined ? undefined : skipConnector(text, first.end);
  const last = next === undefined ? first : numberAt(text, next);
  if (first === undefined || last === undefined || isGlued(text, last.end)) return false;
  return first.value <= limit && last.value <= limit;
}

/**
 * A time that stands for itself (五一广场, 12号楼 and 3天内 do not), or in a list anything that begins as
 * one.
 */
function timeLike(text: string, at: number, isList = false): boolean {
  const found = understood(laterAt(text, at)) ?? understood(dateAt(text, at));
  const date =
    found !== undefined && 'holiday' in found.value && found.value.holiday === true
      ? undefined
      : found;
  const time = timeAt(text, found === undefined ? at : skipSpace(text, found.end));
  if (isRefused(time)) return true;
  const clock = time?.value.clock;
  if (clock !== undefined && (isList || found !== undefined || !clock.spoken)) return true;
  const last = time ?? date;
  if (last === undefined) return false;
  return (
    (isList && date !== undefined) ||
    !isGlued(text, last.end) ||
    skipConnector(text, last.end) !== undefined
  );
}

function understood<T>(scan: Scan<T>): Found<T> | undefined {
  return isRefused(scan) ? undefined : scan;
}
