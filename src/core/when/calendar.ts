/** What the words for a date mean on the day when they are said. */
import { DateTime } from 'luxon';
import type { Day } from '../zone.ts';
import type { DateSaid, MonthSaid, Pick, YearSaid } from './said.ts';

export type Reason = 'unclear' | 'past' | 'impossible';
export type Settled = { day: Day } | { reason: Reason };

const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/**
 * The date that was meant. Today is never past here; whether its time is over is seen with the
 * clock.
 */
function settleDate(said: DateSaid, today: Day): Settled {
  if (said.kind === 'day') return within(today.plus({ days: said.plus }));
  if (said.kind === 'weekday') return settleWeekday(said, today);
  if (said.kind === 'inMonth') return settleInMonth(said.month, said.pick, today);
  const later = today.plus({ months: said.plus });
  // 一个月后 on the 31st, where the month has only 30.
  return later.day === today.day ? within(later) : { reason: 'unclear' };
}

/** Several ways of saying one date; they must agree. Returns also which of them did not. */
export function settleDates(said: readonly DateSaid[], today: Day): Settled & { index?: number } {
  // A bare weekday only confirms a date: 12月5日周六.
  const leading = Math.max(
    0,
    said.findIndex((date) => !isBareWeekday(date)),
  );
  const first = said[leading];
  if (first === undefined) return { day: today };
  const settled = settleDate(first, today);
  if ('reason' in settled) return { ...settled, index: leading };
  for (const [index, date] of said.entries()) {
    const other = isBareWeekday(date) && leading !== index ? undefined : settleDate(date, today);
    const agrees =
      other === undefined
        ? date.kind === 'weekday' && date.weekday === settled.day.weekday
        : 'day' in other && other.day.equals(settled.day);
    if (!agrees) return { reason: 'unclear', index };
  }
  return settled;
}

export function isBareWeekday(said: DateSaid): boolean {
  return said.kind === 'weekday' && said.weeks === undefined;
}

function settleWeekday(said: DateSaid & { kind: 'weekday' }, today: Day): Settled {
  const ahead = (said.weekday - today.weekday + 7) % 7;
  if (said.weeks === undefined) return within(today.plus({ days: ahead }));
  // 下个周五 on a Monday: in four days to some, in eleven to others.
  if (said.coming && ahead > 0 && said.weekday > today.weekday) return { reason: 'unclear' };
  const days = said.weekday - today.weekday + 7 * said.weeks;
  return days < 0 ? { reason: 'past' } : within(today.plus({ days }));
}

function settleInMonth(month: MonthSaid, pick: Pick, today: Day): Settled {
  const [first, next] = monthsFor(month, today);
  if (first === undefined) return { reason: 'impossible' };
  // A day that is over means the next month's or the next year's, if the words leave that open.
  if (!isOver(pick, first, today)) return pickIn(first, pick);
  if (next !== undefined) return pickIn(next, pick);
  const picked = pickIn(first, pick);
  return 'day' in picked ? { reason: 'past' } : picked;
}

/**
 * The first of the month that is meant, and of the one that is meant if the day is over in the
 * first.
 */
function monthsFor(month: MonthSaid, today: Day): Day[] {
  const thisMonth = today.set({ day: 1 });
  if (month.kind === 'any') return [thisMonth, thisMonth.plus({ months: 1 })];
  if (month.kind === 'plus') return [thisMonth.plus({ months: month.months })];
  if (month.year !== undefined) {
    const first = DateTime.utc(yearOf(month.year, today), month.month, 1);
    return first.isValid ? [first] : [];
  }
  const first = DateTime.utc(today.year, month.month, 1);
  return [first, first.plus({ years: 1 })];
}

function yearOf(year: YearSaid, today: Day): number {
  return 'year' in year ? year.year : today.year + year.plus;
}

function isOver(pick: Pick, month: Day, today: Day): boolean {
  if (month.hasSame(today, 'month')) {
    const picked = pickIn(month, pick);
    return 'day' in picked && picked.day < today;
  }
  return month < today;
}

function pickIn(month: Day, pick: Pick): Settled {
  const length = month.daysInMonth ?? 31;
  if ('day' in pick) return inside(month, pick.day === 'last' ? length : pick.day);
  const firstOne = 1 + ((pick.weekday - month.weekday + 7) % 7);
  if (pick.nth !== 'last') return inside(month, firstOne + 7 * (pick.nth - 1));
  return inside(month, firstOne + 7 * Math.floor((length - firstOne) / 7));
}

function inside(month: Day, day: number): Settled {
  return day <= (month.daysInMonth ?? 31) ? within(month.set({ day })) : { reason: 'impossible' };
}

function within(day: Day): Settled {
  return day.year >= FIRST_YEAR && day.year <= LAST_YEAR ? { day } : { reason: 'impossible' };
}
