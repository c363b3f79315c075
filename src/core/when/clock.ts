/** Reads times of day, and says which minute of the day they mean. */
import { beginsHalf, hourWith, meridiemAt, noonAt } from './english.ts';
import { numberAt } from './numbers.ts';
import { hourIn, isPastNoon, type Part } from './parts.ts';
import { type Scan, skipConnector, skipSpace, unclear } from './text.ts';

export interface ClockSaid {
  hour: number;
  minute: number;
  /** Said with 点 or 时, not with a colon. */
  spoken: boolean;
  /** 09:00: written by the 24-hour clock without any doubt. */
  padded: boolean;
  /** Whether minutes, 半, 整 or 钟 were said. */
  whole: boolean;
  /** Said with am or pm: no part of the day makes another hour of it. */
  exact?: true;
}

/** A time of day without its 上午 or 下午: 9点, 9点半, 九点一刻, 14时30分, 9:00, 9am. */
export function clockAt(text: string, at: number): Scan<ClockSaid> {
  // 差一刻九点: nobody loses anything by saying 8:45.
  const missing = text.charAt(at) === '差' ? numberAt(text, at + 1) : undefined;
  if (missing !== undefined && '分刻'.includes(text.charAt(missing.end) || ' ')) return unclear(at);
  const noon = noonAt(text, at);
  if (noon !== undefined)
    return { value: { hour: 12, minute: 0, spoken: false, padded: true, whole: true }, end: noon };
  if (text.startsWith('noon', at)) return unclear(at);
  const hour = numberAt(text, at);
  if (hour === undefined || hour.digits > 2) return undefined;
  if (text.charAt(hour.end) === ':') return halved(colonAt(text, at), text, at);
  const meridiem = hour.digits > 0 ? meridiemAt(text, hour.end) : undefined;
  if (meridiem !== undefined) return onHalf(meridiem.value, hour.value, 0, at, meridiem.end);
  if (beginsHalf(text, hour.end)) return unclear(at);
  const place = skipSpace(text, hour.end);
  if (isHourSign(text, place)) return spokenAt(text, at, hour.value, hour.padded, place + 1);
  return sharedHourAt(text, at, hour.value, hour.padded, hour.end);
}

/** 9:30 pm. */
function halved(clock: Scan<ClockSaid>, text: string, from: number): Scan<ClockSaid> {
  if (clock === undefined || 'refused' in clock) return clock;
  if (beginsHalf(text, clock.end)) return unclear(from);
  const meridiem = meridiemAt(text, clock.end);
  return meridiem
    ? onHalf(meridiem.value, clock.value.hour, clock.value.minute, from, meridiem.end)
    : clock;
}

/** 9am: no hour of the day could be meant but one. */
function onHalf(
  half: 'am' | 'pm',
  said: number,
  minute: number,
  from: number,
  end: number,
): Scan<ClockSaid> {
  const hour = hourWith(half, said);
  if (hour === undefined) return unclear(from);
  return checked(
    { hour, minute, spoken: false, padded: true, whole: true, exact: true },
    from,
    end,
  );
}

function isHourSign(text: string, at: number): boolean {
  return text.charAt(at) === '点' || text.charAt(at) === '时';
}

function colonAt(text: string, at: number): Scan<ClockSaid> {
  const hour = numberAt(text, at);
  const minute = hour === undefined ? undefined : numberAt(text, hour.end + 1);
  if (hour === undefined || minute === undefined) return undefined;
  if (hour.digits === 0 || minute.digits !== 2) return unclear(at);
  const value = {
    hour: hour.value,
    minute: minute.value,
    spoken: false,
    padded: hour.padded,
    whole: true,
  };
  return checked(value, at, minute.end);
}

function spokenAt(
  text: string,
  from: number,
  hour: number,
  padded: boolean,
  at: number,
): Scan<ClockSaid> {
  const said = (minute: number, end: number, whole = true) =>
    checked({ hour, minute, spoken: true, padded, whole }, from, end);
  if (text.charAt(at) === '半') return said(30, at + 1);
  if (text.charAt(at) === '整' || text.charAt(at) === '钟') return said(0, at + 1);
  const place = skipSpace(text, at);
  const minute = numberAt(text, place);
  if (minute === undefined) return said(0, at, false);
  const sign = skipSpace(text, minute.end);
  if (text.charAt(sign) === '分') return said(minute.value, sign + 1);
  if (place > at) return said(0, at, false); // 9点 15人
  if (text.charAt(minute.end) === '刻') {
    return minute.value === 1 || minute.value === 3
      ? said(minute.value * 15, minute.end + 1)
      : unclear(from);
  }
  // 9点5 may be five past or half past; 9点15 and 九点零五 are plain.
  const plain =
    minute.digits === 2 || (minute.digits === 0 && (minute.padded || minute.value >= 10));
  return plain ? said(minute.value, minute.end) : unclear(from);
}

/** The 9 of 9-11点 and of 2到4点. */
function sharedHourAt(
  text: string,
  from: number,
  hour: number,
  padded: boolean,
  at: number,
): Scan<ClockSaid> {
  const connected = skipConnector(text, at);
  const listed = '、或和'.includes(text.charAt(at) || ' ');
  const next =
    connected === undefined
      ? listed
        ? numberAt(text, at + 1)
        : undefined
      : numberAt(text, connected);
  // The 9 of 9-11am.
  const half = next !== undefined && !listed ? meridiemAt(text, next.end) : undefined;
  if (half !== undefined) return onHalf(half.value, hour, 0, from, at);
  if (next !== undefined && beginsHalf(text, next.end)) return unclear(from);
  if (next === undefined || next.digits > 2 || !isHourSign(text, skipSpace(text, next.end)))
    return undefined;
  if (listed) return unclear(from);
  return checked({ hour, minute: 0, spoken: true, padded, whole: false }, from, at);
}

function checked(value: ClockSaid, from: number, end: number): Scan<ClockSaid> {
  if (Number.isNaN(value.hour) || Number.isNaN(value.minute)) return unclear(from);
  const impossible =
    value.hour > 24 || value.minute > 59 || (value.hour === 24 && value.minute > 0);
  if (impossible) return { refused: 'impossible', from };
  return { value, end };
}

/**
 * Minutes after the day's midnight (1440 is the midnight that ends it), or undefined where the
 * words leave it open.
 */
export function minuteOf(clock: ClockSaid, part: Part | undefined): number | undefined {
  if (part !== undefined) {
    const hour = hourIn(part, clock.hour);
    const isOther = hour === undefined || (clock.exact === true && hour !== clock.hour);
    return isOther ? undefined : hour * 60 + clock.minute;
  }
  // 3点 is the afternoon to most and the night to some.
  if (!clock.padded && clock.hour >= 1 && clock.hour <= 6) return undefined;
  return clock.hour * 60 + clock.minute;
}

/**
 * Whether a time without a part of the day could also have been meant twelve hours later: 7点, not
 * 7:00 or 14点.
 */
export function mayBeEvening(clock: ClockSaid, part: Part | undefined): boolean {
  return part === undefined && clock.spoken && !clock.padded && clock.hour >= 7 && clock.hour <= 12;
}

/**
 * The end of a span within the same day. An end without a part of the day goes on from the start:
 * 下午2点到4点 ends at 16:00, 晚上9点到12点 at midnight, 上午9点到11点 at 11:00. 上午9点到3点 is left open.
 */
export function endMinuteOf(
  clock: ClockSaid,
  part: Part | undefined,
  start: number,
  startPart: Part | undefined,
) {
  // 12点到1点 is an hour at noon.
  const isNoon = part === undefined && startPart === undefined && start >= 660 && start < 780;
  if (isNoon && clock.spoken && !clock.padded && clock.hour >= 1 && clock.hour <= 6)
    return (clock.hour + 12) * 60 + clock.minute;
  if (
    part !== undefined ||
    startPart === undefined ||
    clock.padded ||
    clock.hour === 0 ||
    clock.hour > 12
  ) {
    return minuteOf(clock, part);
  }
  const plain = clock.hour * 60 + clock.minute;
  if (plain > start) return plain;
  return isPastNoon(startPart) && plain + 720 > start && plain + 720 <= 1440
    ? plain + 720
    : undefined;
}
