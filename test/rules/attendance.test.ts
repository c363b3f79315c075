import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { put, remove } from '../../src/core/collection.ts';
import { fold } from '../../src/core/line.ts';
import {
  type Activity,
  type Attendance,
  attendance,
  headcounts,
  type Signup,
  signups,
} from '../../src/features/activities/records/index.ts';
import { readArrival } from '../../src/features/activities/rules/arrival-words.ts';
import { tableFor } from '../../src/features/activities/rules/attendance-table.ts';
import {
  isAboutRecord,
  isComplete,
  recordText,
  servedIn,
} from '../../src/features/activities/rules/minutes.ts';
import {
  movedUp,
  seatFor,
  seatsLeft,
  withSignups,
} from '../../src/features/activities/rules/seats.ts';
import { people } from '../../src/identity/people/index.ts';
import { holding } from '../support/records.ts';

const activity = (capacity: number): Activity => ({
  id: 'a',
  number: 1,
  kind: 'other',
  title: '清洁家园',
  start: 1,
  end: 2,
  capacity,
  groups: [],
  state: 'open',
  opens: 0,
  closes: 3,
  announced: true,
});

const signup = (person: string, order: number, party: number, state: Signup['state']): Signup => ({
  id: `a/${person}`,
  activity: 'a',
  person,
  party,
  state,
  order,
  by: person,
  since: 0,
  at: 0,
  message: 'm',
});

/** What people do to a list: come with a party, or leave. */
const steps = fc.array(
  fc.record({ person: fc.integer({ min: 0, max: 8 }), party: fc.integer({ min: 0, max: 4 }) }),
  {
    maxLength: 40,
  },
);

describe('seats', () => {
  test('are never given twice, nobody overtakes, and nobody is lost', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 10 }), (what, capacity) => {
        const one = activity(capacity);
        const records = holding([signups]);
        for (const [order, { person, party }] of what.entries()) {
          records.apply([remove(signups, `a/${person}`)]);
          const state = party === 0 ? 'withdrawn' : seatFor(one, records, party);
          const made = signup(String(person), order, Math.max(1, party), state);
          const up = movedUp(one, withSignups(records, [made]));
          records.apply([made, ...up].map((signed) => put(signups, signed)));
          expect(seatsLeft(one, records)).toBeGreaterThanOrEqual(0);
          const waiting = records
            .all(signups)
            .filter((signed) => signed.state === 'waiting')
            .sort((a, b) => a.order - b.order);
          if (waiting[0] !== undefined)
            expect(waiting[0].party).toBeGreaterThan(seatsLeft(one, records));
        }
        expect(records.all(signups).length).toBe(new Set(what.map(({ person }) => person)).size);
      }),
    );
  });
});

describe('the attendance table', () => {
  const entry = (person: string, state: Attendance['state'], heads: number): Attendance => ({
    id: `a/${person}`,
    activity: 'a',
    person,
    state,
    heads,
    at: 0,
    by: person,
    message: 'm',
  });
  const states = fc.constantFrom<Attendance['state']>(
    'present',
    'late',
    'leave',
    'absent',
    'walked_in',
  );

  test('everybody stands in exactly one row, and head-counts count nobody twice', () => {
    const entries = fc.array(
      fc.record({
        person: fc.integer({ min: 0, max: 9 }),
        state: states,
        heads: fc.integer({ min: 1, max: 3 }),
      }),
    );
    fc.assert(
      fc.property(
        entries,
        fc.array(fc.integer({ min: 0, max: 9 })),
        fc.integer({ min: 0, max: 30 }),
        (said, came, count) => {
          const kept = [
            ...new Map(
              said.map((one) => [one.person, entry(String(one.person), one.state, one.heads)]),
            ).values(),
          ];
          const signed = [...new Set(came)].map((person, order) =>
            signup(String(person), order, 1, 'in'),
          );
          const unitOf = (person: string) => (Number(person) % 2 === 0 ? 'even' : undefined);
          const counts = [
            { id: 'a/even', activity: 'a', unit: 'even', count, by: 'x', at: 0, message: 'm' },
          ];
          const everybody = Array.from({ length: 10 }, (_, id) => ({
            id: String(id),
            name: String(id),
            role: 'guest' as const,
            unit: unitOf(String(id)),
          }));
          const records = holding(
            [signups, attendance, headcounts, people],
            ...signed.map((one) => put(signups, one)),
            ...kept.map((one) => put(attendance, one)),
            ...counts.map((one) => put(headcounts, one)),
            ...everybody.map((one) => put(people, one)),
          );
          const table = tableFor(activity(10), records);
          const rows = [
            table.present,
            table.late,
            table.walkedIn,
            table.leave,
            table.absent,
            table.unknown,
          ].flat();
          expect(rows.toSorted()).toEqual(
            [
              ...new Set([...kept.map((one) => one.person), ...signed.map((one) => one.person)]),
            ].toSorted(),
          );
          const there = kept.filter((one) => ['present', 'late', 'walked_in'].includes(one.state));
          const sum = (some: readonly Attendance[]) =>
            some.reduce((total, one) => total + one.heads, 0);
          const even = sum(there.filter((one) => unitOf(one.person) === 'even'));
          expect(table.total).toBe(sum(there) - even + Math.max(even, count));
        },
      ),
    );
  });
});

describe('people served', () => {
  test.each([
    ['清理楼道6处，惠及38人次', { people: 38, estimated: false }],
    ['惠及约40人次', { people: 40, estimated: true }],
    ['惠及 100 多人', { people: 100, estimated: true }],
    ['惠及20人次左右', { people: 20, estimated: true }],
    ['惠及人次 40', { people: 40, estimated: false }],
    ['清理楼道6处，大概38个人受益', { people: 38, estimated: true }],
    ['38位老人都得到了服务', { people: 38, estimated: false }],
    ['来了38个人，大家都很高兴', undefined],
    ['惠及一百二十人次', { people: 120, estimated: false }],
    ['惠及两千多人次', { people: 2_000, estimated: true }],
    ['惠及人次：约40', { people: 40, estimated: true }],
    ['惠及人数是 40 人', { people: 40, estimated: false }],
    ['惠及 40', { people: 40, estimated: false }],
    ['惠及居民40余人，清理3处', { people: 40, estimated: true }],
    ['擦了3条扶手，服务38人', { people: 38, estimated: false }],
    ['服务了老人 12 位', { people: 12, estimated: false }],
    ['改成惠及40人次', { people: 40, estimated: false }],
    ['38人次', { people: 38, estimated: false }],
    ['大约 38 人次', { people: 38, estimated: true }],
    ['大约服务了三十多人', { people: 30, estimated: true }],
    ['服务十二位老人', { people: 12, estimated: false }],
    ['服务两个小区', undefined],
    ['清理楼道6处', undefined],
    ['清理了38人次的垃圾', undefined],
    ['惠及3栋楼', undefined],
    ['服务3小时，清理38处', undefined],
    ['服务队5人', undefined],
    ['服务时间2小时', undefined],
  ])('%s', (text, served) => expect(servedIn(fold(text))).toEqual(served));
});

describe('the text of a record after another message', () => {
  const wiped = '擦了3条扶手';
  test.each([
    [undefined, wiped, wiped],
    [undefined, '惠及38人次', undefined],
    [wiped, undefined, wiped],
    [wiped, '惠及人次 40', wiped],
    [wiped, '改成惠及40人次', wiped],
    [wiped, '一共惠及 40 人', wiped],
    [`${wiped}，服务38人`, '改成惠及40人次', `${wiped}，惠及40人次`],
    [wiped, '换了2盏灯', `${wiped}；换了2盏灯`],
    [wiped, wiped, wiped],
    [wiped, `${wiped}，服务38人`, `${wiped}，服务38人`],
    [wiped, '改为 换了2盏灯，惠及10人', '换了2盏灯，惠及10人'],
    [wiped, '改成：换了2盏灯', '换了2盏灯'],
  ])('%s, then %s', (before, said, text) => expect(recordText(before, said)).toBe(text));

  test('nothing that was written is lost unless it is written anew', () => {
    const words = fc.stringMatching(/^[擦灯楼道，3惠及38人次服务 ]{1,20}$/);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (said) => {
        const text = said.reduce<string | undefined>(recordText, undefined);
        for (const one of said) if (servedIn(one) === undefined) expect(text).toContain(one);
      }),
    );
  });

  test.each(['的照片谁有', '写了吗', '有人写吗？', '谁来写', '在哪里', '发了没'])(
    '「小结 E1 %s」 is none',
    (text) => expect(isAboutRecord(fold(text))).toBe(true),
  );
  test.each(['清理楼道6处', '大家都很满意', '修了灯，明天再来一次', '没有人受伤'])(
    '「小结 E1 %s」 is one',
    (text) => expect(isAboutRecord(fold(text))).toBe(false),
  );

  test('that nobody was told beforehand can not be mended, and keeps no record open', () => {
    const all = { checkin: true, summary: true, photos: true, served: true };
    expect(isComplete({ ...all, notice: false })).toBe(true);
    expect(isComplete({ ...all, notice: true, checkin: false })).toBe(false);
  });
});

describe('a message that checks in', () => {
  const units = { isUnit: (name: string) => name === '恒威', self: '徐波' };
  const pieces = fc.constantFrom(
    '签到',
    '槐花',
    '恒威',
    '5人',
    '+2',
    'e1',
    ' ',
    '，',
    '到',
    '?',
    '带',
    '一家',
    '十',
    '谢谢',
    '👌',
  );
  const said = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 80 }),
  );

  test('is read whatever it is, and the word is found exactly where it stands', () => {
    fc.assert(
      fc.property(said, (text) => {
        const read = readArrival(fold(text), ['槐花'], units);
        expect(read.word !== undefined).toBe(/槐\s*花/.test(text));
        expect(read.heads ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});
