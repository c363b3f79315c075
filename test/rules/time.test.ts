import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, afterQuiet, dateOf, momentOf, timeOf } from '../../src/core/time.ts';

describe('the calendar of a zone', () => {
  test.each([
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'], // skipped: the first minute after
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'], // twice: the first
    ['2026-11-25', '09:00', 'Asia/Shanghai', '2026-11-25T01:00:00Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'], // half an hour twice
  ])('%s %s in %s', (date, time, zone, moment) => {
    expect(new Date(momentOf(date, time, zone)).toISOString().replace('.000', '')).toBe(moment);
  });

  test('adding days never leaves the calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const date = addDays('2000-01-01', days);
        expect(addDays(date, -days)).toBe('2000-01-01');
      }),
    );
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
