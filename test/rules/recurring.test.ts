import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayFor,
  periodOf,
  plannedDates,
  type Recurrence,
  readRecurrence,
  sayRecurrence,
} from '../../src/core/recurring/index.ts';
import { holidaysOf, officialYears } from '../../src/features/holidays/index.ts';

const holidays = holidaysOf(officialYears());

/** What stands in a year, `MM-DD`, planned and as it takes place. */
function year2026(on: Recurrence, policy: 'keep' | 'next' | 'previous' | 'skip'): string {
  const days: string[] = [];
  for (const date of plannedDates(on, '2026-01-01', holidays)) {
    if (date > '2026-12-31') break;
    const day = dayFor(on, date, policy, holidays);
    if (day !== undefined) days.push(day.slice(5));
  }
  return days.join(' ');
}

// Written out by hand from the notice of the State Council on 2026: 元旦 1/1–3 (1/4 works), 春节
// 2/15–23 (2/14, 2/28 work), 清明 4/4–6, 劳动节 5/1–5 (5/9 works), 端午 6/19–21, 中秋 9/25–27, 国庆 10/1–7
// (9/20, 10/10 work).
describe('2026, day by day', () => {
  const study: Recurrence = { type: 'monthly', day: 5, short: 'last' };
  const service: Recurrence = { type: 'monthly', day: 25, short: 'last' };
  it.each([
    [study, 'keep', '01-05 02-05 03-05 04-05 05-05 06-05 07-05 08-05 09-05 10-05 11-05 12-05'],
    [study, 'next', '01-05 02-05 03-05 04-07 05-06 06-05 07-06 08-05 09-07 10-08 11-05 12-07'],
    [study, 'previous', '01-05 02-05 03-05 04-03 04-30 06-05 07-03 08-05 09-04 09-30 11-05 12-04'],
    [study, 'skip', '01-05 02-05 03-05 06-05 08-05 11-05'],
    [service, 'keep', '01-25 02-25 03-25 04-25 05-25 06-25 07-25 08-25 09-25 10-25 11-25 12-25'],
    [service, 'next', '01-26 02-25 03-25 04-27 05-25 06-25 07-27 08-25 09-28 10-26 11-25 12-25'],
    [
      service,
      'previous',
      '01-23 02-25 03-25 04-24 05-25 06-25 07-24 08-25 09-24 10-23 11-25 12-25',
    ],
    [
      { type: 'weekday', nth: -1, weekday: 5 },
      'keep',
      '01-30 02-27 03-27 04-24 05-29 06-26 07-31 08-28 09-25 10-30 11-27 12-25',
    ],
    [
      { type: 'weekday', nth: 2, weekday: 6 },
      'keep',
      '01-10 02-14 03-14 04-11 05-09 06-13 07-11 08-08 09-12 10-10 11-14 12-12',
    ],
    [{ type: 'weekday', nth: 5, weekday: 6 }, 'keep', '01-31 05-30 08-29 10-31'],
    // A rule for Saturdays means the weekend; only a holiday moves it.
    [
      { type: 'weekday', nth: 1, weekday: 6 },
      'next',
      '01-04 02-07 03-07 04-07 05-06 06-06 07-04 08-01 09-05 10-08 11-07 12-05',
    ],
    [
      { type: 'workday', nth: -1 },
      'keep',
      '01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31',
    ],
    [
      { type: 'workday', nth: 1 },
      'keep',
      '01-04 02-02 03-02 04-01 05-06 06-01 07-01 08-03 09-01 10-08 11-02 12-01',
    ],
    [{ type: 'quarterly', month: 3, day: 15, short: 'last' }, 'next', '03-16 06-15 09-15 12-15'],
    [
      { type: 'monthly', day: 31, short: 'skip' },
      'keep',
      '01-31 03-31 05-31 07-31 08-31 10-31 12-31',
    ],
    [
      { type: 'monthly', day: 31, short: 'last' },
      'keep',
      '01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31',
    ],
    [{ type: 'once', date: '2026-05-01' }, 'next', '05-06'],
    [{ type: 'yearly', month: 12, day: 20, short: 'last' }, 'next', '12-21'],
    [{ type: 'yearly', month: 2, day: 29, short: 'last' }, 'keep', '02-28'],
    [{ type: 'yearly', month: 2, day: 29, short: 'skip' }, 'keep', ''],
    [
      { type: 'dates', days: [15, 31], short: 'skip' },
      'keep',
      '01-15 01-31 02-15 03-15 03-31 04-15 05-15 05-31 06-15 07-15 07-31 08-15 08-31 09-15 10-15 10-31 11-15 12-15 12-31',
    ],
    [
      { type: 'dates', days: [30, 31], short: 'last' },
      'skip',
      '01-30 02-28 03-30 03-31 04-30 06-30 07-30 07-31 08-31 09-30 10-30 11-30 12-30 12-31',
    ],
  ] as const)('%j, %s', (on, policy, expected) => {
    expect(year2026(on as unknown as Recurrence, policy)).toBe(expected);
  });

  it.each([
    [
      { type: 'daily' },
      'keep',
      '04-30 05-01 05-02 05-03 05-04 05-05 05-06 05-07 05-08 05-09 05-10',
    ],
    [{ type: 'daily' }, 'skip', '04-30 05-06 05-07 05-08 05-09 05-10'],
    [{ type: 'daily' }, 'next', '04-30 05-06 05-07 05-08 05-09 05-10'],
    [{ type: 'workdays' }, 'keep', '04-30 05-06 05-07 05-08 05-09'],
    [{ type: 'weekly', weekdays: [5], every: 1 }, 'keep', '05-01 05-08'],
    [{ type: 'weekly', weekdays: [5], every: 1 }, 'next', '05-06 05-08'],
    [{ type: 'weekly', weekdays: [5], every: 1 }, 'skip', '05-08'],
    [{ type: 'weekly', weekdays: [1, 4], every: 1 }, 'keep', '04-30 05-04 05-07'],
    [{ type: 'weekly', weekdays: [6], every: 1 }, 'skip', '05-09'],
    [{ type: 'weekly', weekdays: [4], every: 2, from: '2026-04-16' }, 'keep', '04-30'],
    [{ type: 'weekly', weekdays: [4], every: 2, from: '2026-12-31' }, 'keep', '05-07'],
  ] as const)('around the first of May %j, %s', (on, policy, expected) => {
    const days: string[] = [];
    for (const date of plannedDates(on as unknown as Recurrence, '2026-04-30', holidays)) {
      if (date > '2026-05-10') break;
      const day = dayFor(on as unknown as Recurrence, date, policy, holidays);
      if (day !== undefined) days.push(day.slice(5));
    }
    expect(days.join(' ')).toBe(expected);
  });

  it.each([
    [{ type: 'weekly', weekdays: [5], every: 1 }, '2026-11-20', '2026-11-16'],
    [{ type: 'weekly', weekdays: [1, 5], every: 1 }, '2026-11-20', '2026-11-20'],
    [{ type: 'yearly', month: 12, day: 20, short: 'last' }, '2026-12-20', '2026'],
    [{ type: 'dates', days: [5, 20], short: 'last' }, '2026-11-20', '2026-11-20'],
    [{ type: 'daily' }, '2026-11-20', '2026-11-20'],
  ] as const)('the period of %j on %s', (on, date, period) => {
    expect(periodOf(on as unknown as Recurrence, date)).toBe(period);
  });

  it('keeps the date of a year that nobody knows, and of one that the way leads into', () => {
    expect(holidays.knows(2027)).toBe(false);
    expect(dayFor(study, '2027-10-05', 'next', holidays)).toBe('2027-10-05');
    expect(dayFor(study, '2027-10-03', 'skip', holidays)).toBe('2027-10-03');
    const endsOff = holidaysOf([
      {
        year: 2026,
        holidays: [{ name: '元旦', from: '2026-12-31', to: '2026-12-31', workdays: [] }],
      },
    ]);
    expect(dayFor(study, '2026-12-31', 'next', endsOff)).toBe('2026-12-31');
  });

  it('takes a year entered by hand instead of the official one', () => {
    const own = holidaysOf([
      ...officialYears(),
      {
        year: 2026,
        holidays: [
          { name: '停工', from: '2026-03-05', to: '2026-03-08', workdays: ['2026-03-14'] },
        ],
      },
    ]);
    expect(dayFor(study, '2026-03-05', 'next', own)).toBe('2026-03-09');
    expect([own.isWorkday('2026-03-14'), own.isWorkday('2026-10-05')]).toEqual([true, true]);
  });
});

describe('rules in words', () => {
  it.each([
    ['每月25日', { type: 'monthly', day: 25 }],
    ['每个月的二十五号', { type: 'monthly', day: 25 }],
    ['每月最后一天', { type: 'monthly', day: 31, short: 'last' }],
    ['每月30号短月跳过', { type: 'monthly', day: 30, short: 'skip' }],
    ['每月最後一個週五', { type: 'weekday', nth: -1, weekday: 5 }],
    ['每月第二个星期六', { type: 'weekday', nth: 2, weekday: 6 }],
    ['每月第１个礼拜天', { type: 'weekday', nth: 1, weekday: 7 }],
    ['最后一个周五', { type: 'weekday', nth: -1, weekday: 5 }],
    ['每月最后一个工作日', { type: 'workday', nth: -1 }],
    ['每月第三个工作日', { type: 'workday', nth: 3 }],
    ['每季度第三个月15号', { type: 'quarterly', month: 3, day: 15 }],
    ['每季首月5日', { type: 'quarterly', month: 1, day: 5 }],
    ['每天', { type: 'daily' }],
    ['每个工作日', { type: 'workdays' }],
    ['每周五', { type: 'weekly', weekdays: [5], every: 1 }],
    ['每週一、三、五', { type: 'weekly', weekdays: [1, 3, 5], every: 1 }],
    ['每周一和周四', { type: 'weekly', weekdays: [1, 4], every: 1 }],
    ['每周二四', { type: 'weekly', weekdays: [2, 4], every: 1 }],
    ['每两周周三', { type: 'weekly', weekdays: [3], every: 2 }],
    ['隔周的周三', { type: 'weekly', weekdays: [3], every: 2 }],
    ['每隔一周 周三', { type: 'weekly', weekdays: [3], every: 2 }],
    ['每月5日、20日', { type: 'dates', days: [5, 20] }],
    ['每月20、5号', { type: 'dates', days: [5, 20] }],
    ['每年12月20日', { type: 'yearly', month: 12, day: 20 }],
    ['每年二月最后一天', { type: 'yearly', month: 2, day: 31, short: 'last' }],
  ])('%s', (words, on) => {
    expect(readRecurrence(words)).toMatchObject({ on, rest: '' });
  });

  it.each([
    '25日',
    '12月5日',
    '每三周周五',
    '每周',
    '每年13月1日',
    '每年2月30日',
    '每月32日',
    '每月第六个周五',
    '每月0号',
    '下周五',
  ])('not %s', (words) => {
    expect(readRecurrence(words)).toBeUndefined();
  });

  it('asks what happens in months without the day', () => {
    expect(readRecurrence('每月31日 9点')).toMatchObject({ asksShort: true, rest: '9点' });
    expect(readRecurrence('每月28日')).toMatchObject({ asksShort: false });
  });

  const short = fc.constantFrom('last' as const, 'skip' as const);
  const day = fc.integer({ min: 1, max: 31 });
  const recurrences: fc.Arbitrary<Recurrence> = fc.oneof(
    fc.record({ type: fc.constant('monthly' as const), day, short }),
    fc.record({
      type: fc.constant('quarterly' as const),
      month: fc.integer({ min: 1, max: 3 }),
      day,
      short,
    }),
    fc.record({
      type: fc.constant('weekday' as const),
      nth: fc.constantFrom(-1, 1, 2, 3, 4, 5),
      weekday: fc.integer({ min: 1, max: 7 }),
    }),
    fc.record({ type: fc.constant('workday' as const), nth: fc.constantFrom(-1, 1, 2, 10, 15) }),
  );

  it('reads back what it says', () => {
    fc.assert(
      fc.property(recurrences, (on) => {
        const read = readRecurrence(sayRecurrence(on).zh);
        const same = 'day' in on && on.day <= 28 ? { ...on, short: 'last' } : on;
        expect(read).toEqual({ on: same, asksShort: false, rest: '' });
      }),
    );
  });

  const several = (one: fc.Arbitrary<number>, least: number) =>
    fc
      .uniqueArray(one, { minLength: least, maxLength: 5 })
      .map((all) => [...all].sort((a, b) => a - b));
  const others: fc.Arbitrary<Recurrence> = fc.oneof(
    fc.constantFrom<Recurrence>({ type: 'daily' }, { type: 'workdays' }),
    fc.record({
      type: fc.constant('weekly' as const),
      weekdays: several(fc.integer({ min: 1, max: 7 }), 1),
      every: fc.constant(1 as const),
    }),
    fc.record({
      type: fc.constant('weekly' as const),
      weekdays: several(fc.integer({ min: 1, max: 7 }), 1),
      every: fc.constant(2 as const),
      from: fc.constantFrom('2026-11-18', '2027-01-04'),
    }),
    fc.record({ type: fc.constant('dates' as const), days: several(day, 2), short }),
    fc.record({
      type: fc.constant('yearly' as const),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      short: fc.constant('last' as const),
    }),
  );

  it('reads back what it says of other rhythms', () => {
    fc.assert(
      fc.property(others, (on) => {
        const read = readRecurrence(sayRecurrence(on).zh);
        const isShort = 'days' in on && on.days.every((one) => one <= 28);
        const same = isShort ? { ...on, short: 'last' } : on;
        expect(read).toEqual({ on: same, asksShort: false, rest: '' });
      }),
    );
  });

  it('comes once in each period, and never on a day that the month has not', () => {
    fc.assert(
      fc.property(recurrences, fc.integer({ min: 0, max: 200 }), (on, months) => {
        const from = `${2020 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
        const dates: string[] = [];
        for (const date of plannedDates(on, from, holidays)) if (dates.push(date) === 12) break;
        const periods = new Set(dates.map((date) => date.slice(0, 7)));
        expect(periods.size).toBe(12);
        expect(
          dates.every((date) => new Date(`${date}T00:00Z`).toISOString().startsWith(date)),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
