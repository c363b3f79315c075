import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/features/calendar/records.ts';
import { daysAhead } from '../../src/features/calendar/rules/days.ts';
import { noticesOn } from '../../src/features/calendar/rules/notices.ts';
import { holidaysOf, officialYears } from '../../src/features/holidays/index.ts';

const holidays = holidaysOf(officialYears());

function ruleIn(zone: string, at: string, day: number, since = '2026-01-01') {
  return rules.schema.parse({
    id: 'rule',
    title: '服务日',
    kind: 'service',
    on: { type: 'monthly', day },
    at,
    minutes: 60,
    zone,
    groups: [],
    holiday: 'keep',
    notices: [
      { id: 'ahead', days: 1, at: '02:30' },
      { id: 'today', days: 0, at: '00:10' },
    ],
    active: true,
    since: DateTime.fromISO(since, { zone }).toMillis(),
  });
}

// In New York the clock skips 2:00–3:00 on 8 March 2026 and shows 1:00–2:00 twice on 1 November.
describe('zones with summer time', () => {
  const startIn = (month: number, at: string, day: number) => {
    for (const found of daysAhead(ruleIn('America/New_York', at, day), holidays))
      if (Number(found.date.slice(5, 7)) === month)
        return DateTime.fromMillis(found.start, { zone: 'America/New_York' }).toISO();
    return undefined;
  };

  it.each([
    [3, '02:30', 8, '2026-03-08T03:00:00.000-04:00'],
    [3, '09:00', 8, '2026-03-08T09:00:00.000-04:00'],
    [11, '01:30', 1, '2026-11-01T01:30:00.000-04:00'],
    [11, '09:00', 1, '2026-11-01T09:00:00.000-05:00'],
    [7, '09:00', 1, '2026-07-01T09:00:00.000-04:00'],
  ])('month %i, %s on the %i', (month, at, day, expected) => {
    expect(startIn(month, at, day)).toBe(expected);
  });

  it('a notice in the gap comes at the first minute after it', () => {
    const rule = ruleIn('America/New_York', '09:00', 9);
    const start = DateTime.fromISO('2026-03-09T09:00', { zone: rule.zone }).toMillis();
    const [ahead] = noticesOn(rule, '2026-03-09', start);
    expect(DateTime.fromMillis(ahead?.planned ?? 0, { zone: rule.zone }).toISO()).toBe(
      '2026-03-08T03:00:00.000-04:00',
    );
  });

  it('the same wall clock in every zone, the year round', () => {
    for (const zone of [
      'Asia/Shanghai',
      'Europe/London',
      'Pacific/Auckland',
      'America/Sao_Paulo',
    ]) {
      const found: string[] = [];
      for (const { start } of daysAhead(ruleIn(zone, '09:00', 15), holidays))
        if (found.push(DateTime.fromMillis(start, { zone }).toFormat('MM-dd HH:mm')) === 12) break;
      const months = Array.from(
        { length: 12 },
        (_, month) => `${String(month + 1).padStart(2, '0')}-15 09:00`,
      );
      expect(found).toEqual(months);
    }
  });
});

describe('the next day of a rule', () => {
  it('is in a later period than the one before, whatever the rule has become', () => {
    const next = (change: object) =>
      daysAhead({ ...ruleIn('Asia/Shanghai', '09:00', 5), ...change }, holidays).next().value;
    expect(next({ through: '2026-11-05' })).toMatchObject({ date: '2026-12-05' });
    expect(
      next({ through: '2026-11-05', on: { type: 'monthly', day: 25, short: 'last' } }),
    ).toMatchObject({
      date: '2026-12-25',
    });
    expect(
      next({ through: '2026-11-05', on: { type: 'quarterly', month: 3, day: 15, short: 'last' } }),
    ).toMatchObject({
      date: '2027-03-15',
    });
    expect(
      next({ through: '2026-11-05', on: { type: 'once', date: '2026-11-05' } }),
    ).toBeUndefined();
  });

  it('lies after the rule was made, and its notices do', () => {
    const rule = ruleIn('Asia/Shanghai', '09:00', 25, '2026-11-25T00:05');
    expect(daysAhead(rule, holidays).next().value).toMatchObject({
      date: '2026-11-25',
      notices: [{ id: 'today' }],
    });
    const late = ruleIn('Asia/Shanghai', '09:00', 25, '2026-11-25T09:00');
    expect(daysAhead(late, holidays).next().value).toMatchObject({ date: '2026-12-25' });
  });

  it('a day that holidays moved over the edge of its month is not lost', () => {
    const rule = {
      ...ruleIn('Asia/Shanghai', '09:00', 31, '2026-11-01T00:00'),
      holiday: 'next' as const,
    };
    const found = [...take(daysAhead({ ...rule, since: moment('2026-10-31T08:00') }, holidays), 2)];
    // 31 October is a Saturday.
    expect(found.map(({ date, day }) => [date, day])).toEqual([
      ['2026-10-31', '2026-11-02'],
      ['2026-11-30', '2026-11-30'],
    ]);
  });
});

function moment(local: string): number {
  return DateTime.fromISO(local, { zone: 'Asia/Shanghai' }).toMillis();
}

function* take<T>(all: Iterable<T>, count: number): Generator<T> {
  let left = count;
  for (const one of all) {
    if (left-- === 0) return;
    yield one;
  }
}
