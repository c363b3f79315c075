/**
 * Days that come again by the calendar: what there is of them, how they are said and read, what
 * holidays do to them.
 */
export { type Ahead, ahead, readAhead, readAheads } from './ahead.ts';
export { type Holidays, periodOf, plannedDates, type Recurrence, recurrence } from './dates.ts';
export { dayFor, type HolidayPolicy, holidayPolicy } from './holidays.ts';
export { readClock, readRecurrence } from './read.ts';
export { sayPolicy, sayRecurrence } from './say.ts';
