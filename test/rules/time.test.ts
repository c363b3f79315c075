import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  afterQuiet,
  dateOf,
  daysBetween,
  daysIn,
  endOfDay,
  isoDate,
  isZone,
  monthBegins,
  momentOf,
  monthOf,
  timeOf,
  weekdayOf,
} from '../../src/core/time.ts';

describe('the calendar of a zone', () => {
  test.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'], // skipped: the first minute after
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'], // twice: the first
    ['2026-11-25', '09:00', 'Asia/Shanghai', '2026-11-25T01:00:00Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'], // half an hour twice
  ])('%s %s in %s', (date, time, zone, moment) => {
    expect(new Date(momentOf(date, time, zone)).toISOString().replace('.000', '')).toBe(moment);
  });

  test.each([
    [2026, 11, '2026-10-31T16:00:00Z'],
    [2026, 13, '2026-12-31T16:00:00Z'], // the next January
    [2027, 0, '2026-11-30T16:00:00Z'], // the December before
  ])('of %i the month %i begins with its first day', (year, month, moment) => {
    const begins = monthBegins(year, month, 'Asia/Shanghai');
    expect(new Date(begins).toISOString().replace('.000', '')).toBe(moment);
  });

  test('adding days never leaves the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const date = addDays('2000-01-01', days);
        expect(addDays(date, -days)).toBe('2000-01-01');
      }),
    );
  });

  test('dates are those of the Gregorian calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2110 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: -40, max: 40 }),
        (year, month, day, more) => {
          const first = DateTime.utc(year, month, 1);
          expect(daysIn(year, month)).toBe(first.daysInMonth);
          const date = first.set({ day: Math.min(day, daysIn(year, month)) });
          const text = isoDate(date.year, date.month, date.day);
          expect(text).toBe(date.toISODate());
          expect(monthOf(text)).toEqual({ year, month });
          expect(weekdayOf(text)).toBe(date.weekday);
          expect(addDays(text, more)).toBe(date.plus({ days: more }).toISODate());
          expect(daysBetween(text, addDays(text, more))).toBe(more);
          const later = first.plus({ months: more });
          expect(addMonths(year, month, more)).toEqual({ year: later.year, month: later.month });
        },
      ),
    );
  });

  test.each(['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe'])(
    'in %s a moment has the date and time that it is the moment of',
    (zone) => {
      fc.assert(
        // From 2012: until then St John's turned its clock at 00:01, so that days came twice.
        fc.property(fc.integer({ min: 22_100_000, max: 34_000_000 }), (minutes) => {
          const local = DateTime.fromMillis(minutes * 60_000, { zone });
          expect(dateOf(local.toMillis(), zone)).toBe(local.toISODate());
          expect(timeOf(local.toMillis(), zone)).toBe(local.toFormat('HH:mm'));
          const again = momentOf(dateOf(local.toMillis(), zone), local.toFormat('HH:mm'), zone);
          // Of a time that the clock shows twice, the first.
          expect([0, 30, 60]).toContain((local.toMillis() - again) / 60_000);
          const end = local.plus({ days: 1 }).startOf('day').toMillis();
          expect(endOfDay(dateOf(local.toMillis(), zone), zone)).toBe(end);
        }),
      );
    },
  );

  test('a name of no zone is none', () => {
    expect([isZone('Asia/Shanghai'), isZone('Asia/Atlantis'), isZone('')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each([
    ['2026-11-25T22:00', '2026-11-26', '07:30'],
    ['2026-11-25T03:00', '2026-11-25', '07:30'],
    ['2026-11-25T21:29', '2026-11-25', '21:29'],
    ['2026-11-25T07:30', '2026-11-25', '07:30'],
  ])('quiet hours at %s end at %s %s', (at, date, time) => {
    const [day = '', hour = ''] = at.split('T');
    const end = afterQuiet(
      momentOf(day, hour, 'Asia/Shanghai'),
      { from: '21:30', to: '07:30' },
      'Asia/Shanghai',
    );
    expect([dateOf(end, 'Asia/Shanghai'), timeOf(end, 'Asia/Shanghai')]).toEqual([date, time]);
  });
});
