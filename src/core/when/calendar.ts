/** What the words for a date mean on the day when they are said. */
import { addDays, addMonths, daysIn, isoDate, monthOf, weekdayOf } from '../time.ts';
import type { DateSaid, MonthSaid, Pick, YearSaid } from './said.ts';

export type Reason = 'unclear' | 'past' | 'impossible';
export type Settled = { date: string } | { reason: Reason };

const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/**
 * The date that was meant. Today is never past here; whether its time is over is seen with the
 * clock.
 */
function settleDate(said: DateSaid, today: string): Settled {
  if (said.kind === 'day') return within(addDays(today, said.plus));
  if (said.kind === 'weekday') return settleWeekday(said, today);
  if (said.kind === 'inMonth') return settleInMonth(said.month, said.pick, today);
  const later = plusMonths(monthOf(today), said.plus);
  const day = Number(today.slice(8));
  // 一个月后 on the 31st, where the month has only 30.
  return day <= daysIn(later.year, later.month) ? inside(later, day) : { reason: 'unclear' };
}

/** Several ways of saying one date; they must agree. Returns also which of them did not. */
export function settleDates(
  said: readonly DateSaid[],
  today: string,
): Settled & { index?: number } {
  // A bare weekday only confirms a date: 12月5日周六.
  const leading = Math.max(
    0,
    said.findIndex((date) => !isBareWeekday(date)),
  );
  const first = said[leading];
  if (first === undefined) return { date: today };
  const settled = settleDate(first, today);
  if ('reason' in settled) return { ...settled, index: leading };
  for (const [index, date] of said.entries()) {
    const other = isBareWeekday(date) && leading !== index ? undefined : settleDate(date, today);
    const agrees =
      other === undefined
        ? date.kind === 'weekday' && date.weekday === weekdayOf(settled.date)
        : 'date' in other && other.date === settled.date;
    if (!agrees) return { reason: 'unclear', index };
  }
  return settled;
}

export function isBareWeekday(said: DateSaid): boolean {
  return said.kind === 'weekday' && said.weeks === undefined;
}

function settleWeekday(said: DateSaid & { kind: 'weekday' }, today: string): Settled {
  const weekday = weekdayOf(today);
  const ahead = (said.weekday - weekday + 7) % 7;
  if (said.weeks === undefined) return within(addDays(today, ahead));
  // 下个周五 on a Monday: in four days to some, in eleven to others.
  if (said.coming && ahead > 0 && said.weekday > weekday) return { reason: 'unclear' };
  const days = said.weekday - weekday + 7 * said.weeks;
  return days < 0 ? { reason: 'past' } : within(addDays(today, days));
}

function settleInMonth(month: MonthSaid, pick: Pick, today: string): Settled {
  const [first, next] = monthsFor(month, monthOf(today));
  if (first === undefined) return { reason: 'impossible' };
  // A day that is over means the next month's or the next year's, if the words leave that open.
  if (!isOver(pick, first, today)) return pickIn(first, pick);
  if (next !== undefined) return pickIn(next, pick);
  const picked = pickIn(first, pick);
  return 'date' in picked ? { reason: 'past' } : picked;
}

type Month = ReturnType<typeof monthOf>;

/** The month that is meant, and the one that is meant if the day is over in the first. */
function monthsFor(said: MonthSaid, now: Month): Month[] {
  if (said.kind === 'any') return [now, plusMonths(now, 1)];
  if (said.kind === 'plus') return [plusMonths(now, said.months)];
  const { month } = said;
  if (!(month >= 1 && month <= 12)) return [];
  if (said.year !== undefined) return [{ year: yearOf(said.year, now), month }];
  return [
    { year: now.year, month },
    { year: now.year + 1, month },
  ];
}

function plusMonths({ year, month }: Month, months: number): Month {
  return addMonths(year, month, months);
}

function yearOf(said: YearSaid, now: Month): number {
  return 'year' in said ? said.year : now.year + said.plus;
}

function isOver(pick: Pick, month: Month, today: string): boolean {
  const { year, month: current } = monthOf(today);
  if (month.year !== year || month.month !== current)
    return month.year < year || (month.year === year && month.month < current);
  const picked = pickIn(month, pick);
  return 'date' in picked && picked.date < today;
}

function pickIn(month: Month, pick: Pick): Settled {
  const length = daysIn(month.year, month.month);
  if ('day' in pick) return inside(month, pick.day === 'last' ? length : pick.day);
  const firstWeekday = weekdayOf(isoDate(month.year, month.month, 1));
  const firstOne = 1 + ((pick.weekday - firstWeekday + 7) % 7);
  if (pick.nth !== 'last') return inside(month, firstOne + 7 * (pick.nth - 1));
  return inside(month, firstOne + 7 * Math.floor((length - firstOne) / 7));
}

function inside({ year, month }: Month, day: number): Settled {
  return day >= 1 && day <= daysIn(year, month)
    ? within(isoDate(year, month, day))
    : { reason: 'impossible' };
}

function within(date: string): Settled {
  const { year } = monthOf(date);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? { date } : { reason: 'impossible' };
}
