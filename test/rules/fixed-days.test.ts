import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/calendar/records.ts';
import { datesOf, nextNotice, noticesToDecide } from '../../src/calendar/rules.ts';
import { addDays, afterQuiet, dateOf, momentOf, timeOf } from '../../src/core/time.ts';

const rule = (parts: Partial<Rule> = {}): Rule => ({
  id: 'service',
  title: '服务日',
  kind: 'service',
  on: { type: 'monthly', day: 25, short: 'last' },
  at: '09:00',
  minutes: 120,
  zone: 'Asia/Shanghai',
  groups: [],
  notices: [
    { id: 'ahead', days: 3, at: '18:00' },
    { id: 'today', days: 0, at: '07:30' },
  ],
  late: 120,
  active: true,
  decided: 0,
  ...parts,
});

function first(count: number, dates: Iterable<string>): readonly string[] {
  const found: string[] = [];
  for (const date of dates) {
    if (found.length === count) break;
    found.push(date);
  }
  return found;
}

describe('the dates of a monthly rule', () => {
  test.each([
    [25, 'last', '2026-11-26', ['2026-12-25', '2027-01-25']],
    [25, 'last', '2026-11-25', ['2026-11-25', '2026-12-25']],
    [31, 'last', '2027-01-31', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']],
    [31, 'skip', '2027-01-31', ['2027-01-31', '2027-03-31', '2027-05-31']],
    [29, 'skip', '2027-02-01', ['2027-03-29']],
    [29, 'last', '2028-02-01', ['2028-02-29']],
  ] as const)('day %i (%s) from %s', (day, short, from, dates) => {
    expect(first(dates.length, datesOf(rule({ on: { type: 'monthly', day, short } }), from))).toEqual(dates);
  });
});

describe('notices', () => {
  test('walked one after another, none is missed and none comes twice', () => {
    let decided = momentOf('2026-01-01', '00:00', 'Asia/Shanghai');
    const seen: string[] = [];
    for (let index = 0; index < 24; index++) {
      const next = nextNotice(rule(), decided);
      if (next === undefined) throw new Error('a rule has no end');
      seen.push(`${next.date}/${next.notice.id}`);
      decided = next.planned;
    }
    const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-25`);
    expect(seen).toEqual(months.flatMap((date) => [`${date}/ahead`, `${date}/today`]));
  });

  test('a notice longer before than a month finds the right day', () => {
    const long = rule({ notices: [{ id: 'early', days: 45, at: '09:00' }] });
    const next = nextNotice(long, momentOf('2026-11-05', '12:00', 'Asia/Shanghai'));
    expect(next?.date).toBe('2026-12-25');
    expect(dateOf(next?.planned ?? 0, 'Asia/Shanghai')).toBe('2026-11-10');
  });

  test('however late it is looked at, at most one is sent, and only inside its window', () => {
    const start = momentOf('2026-11-01', '00:00', 'Asia/Shanghai');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 60 }), (minutes) => {
        const now = start + minutes * 60_000;
        let looked = rule({ decided: start });
        let sent = 0;
        for (let guard = 0; guard < 20; guard++) {
          const { notices, send, decided } = noticesToDecide(looked, now);
          if (notices.length === 0) break;
          if (send) sent += 1;
          for (const one of send ? notices : []) expect(now).toBeLessThanOrEqual(one.deadline);
          looked = { ...looked, decided };
        }
        expect(sent).toBeLessThanOrEqual(1);
        expect(noticesToDecide(looked, now).notices).toEqual([]);
      }),
    );
  });
});

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
    const end = afterQuiet(momentOf(day, hour, 'Asia/Shanghai'), { from: '21:30', to: '07:30' }, 'Asia/Shanghai');
    expect([dateOf(end, 'Asia/Shanghai'), timeOf(end, 'Asia/Shanghai')]).toEqual([date, time]);
  });
});
