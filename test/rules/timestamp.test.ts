import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { momentOfTimestamp, timestampAhead, timestampBehind } from '../../src/core/timestamp.ts';

const zone = 'Asia/Shanghai';
const local = (text: string) =>
  DateTime.fromFormat(text, 'yyyy-MM-dd HH:mm:ss', { zone }).toMillis();
const now = local('2026-11-25 10:30:00');

test.each([
  ['8:12', '2026-11-25 08:12:00'],
  ['08:12:33', '2026-11-25 08:12:33'],
  ['8：12', '2026-11-25 08:12:00'],
  ['23:50', '2026-11-25 23:50:00'],
  ['11-25 08:12:33', '2026-11-25 08:12:33'],
  ['2026/11/25 8:12', '2026-11-25 08:12:00'],
  ['2026-11-20 20:00:01', '2026-11-20 20:00:01'],
  ['11月25日 8:12', '2026-11-25 08:12:00'],
  ['2025年12月31日 23:59', '2025-12-31 23:59:00'],
  // Without a year it is the last one that is not ahead: a log of December is read in January.
  ['12-31 23:59', '2025-12-31 23:59:00'],
  ['11-26 08:00', '2026-11-26 08:00:00'],
])('%s is %s', (stamp, moment) => {
  expect(momentOfTimestamp(stamp, { now, zone })).toBe(local(moment));
});

test.each([
  '24:00',
  '8:60',
  '8:12:60',
  '13-01 8:00',
  '2-30 8:00',
  '0-5 8:00',
  '8点',
  '',
  '8:12 张伟',
  '25日 8:12',
])('「%s」 is no time that stands beside a message', (stamp) => {
  expect(momentOfTimestamp(stamp, { now, zone })).toBeUndefined();
});

test('any moment is read back as it was written', () => {
  const moments = fc.integer({ min: now - 3_000 * 86_400_000, max: now });
  fc.assert(
    fc.property(moments, fc.constantFrom(zone, 'Europe/Berlin', 'UTC'), (ms, place) => {
      const written = DateTime.fromMillis(ms, { zone: place }).startOf('second');
      const read = momentOfTimestamp(written.toFormat('yyyy-MM-dd HH:mm:ss'), { now, zone: place });
      // What a clock shows twice is the first of the two.
      expect([written.toMillis(), written.toMillis() - 3_600_000]).toContain(read);
    }),
  );
});

test('a stamp before what was said, and behind a name', () => {
  expect(timestampAhead('8:12 张伟：签到')).toEqual({ stamp: '8:12', rest: '张伟：签到' });
  expect(timestampAhead('11-25 08:12:33 张伟：签到')).toEqual({
    stamp: '11-25 08:12:33',
    rest: '张伟：签到',
  });
  expect(timestampAhead('张伟：8:12 签到')).toBeUndefined();
  expect(timestampBehind('恒威 张伟 11-25 08:12:33')).toEqual({
    stamp: '11-25 08:12:33',
    front: '恒威 张伟',
  });
  // A time alone is written in many a text.
  expect(timestampBehind('明天集合 8:12')).toBeUndefined();
});
