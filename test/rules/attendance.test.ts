import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity, Signup } from '../../src/activities/index.ts';
import { movedUp, seatFor, seatsLeft, withSignup } from '../../src/activities/rules.ts';
import type { Attendance } from '../../src/attendance/records.ts';
import { servedIn, tableOf } from '../../src/attendance/rules.ts';

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
const steps = fc.array(fc.record({ person: fc.integer({ min: 0, max: 8 }), party: fc.integer({ min: 0, max: 4 }) }), {
  maxLength: 40,
});

describe('seats', () => {
  test('are never given twice, nobody overtakes, and nobody is lost', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 10 }), (what, capacity) => {
        const one = activity(capacity);
        let list: readonly Signup[] = [];
        for (const [order, { person, party }] of what.entries()) {
          const others = list.filter((signed) => signed.person !== String(person));
          const state = party === 0 ? 'withdrawn' : seatFor(one, others, party);
          list = withSignup(list, signup(String(person), order, Math.max(1, party), state));
          for (const moved of movedUp(one, list)) list = withSignup(list, moved);
          expect(seatsLeft(one, list)).toBeGreaterThanOrEqual(0);
          const waiting = list.filter((signed) => signed.state === 'waiting').sort((a, b) => a.order - b.order);
          if (waiting[0] !== undefined) expect(waiting[0].party).toBeGreaterThan(seatsLeft(one, list));
        }
        expect(new Set(list.map((signed) => signed.person)).size).toBe(list.length);
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
  const states = fc.constantFrom<Attendance['state']>('present', 'late', 'leave', 'absent', 'walked_in');

  test('everybody stands in exactly one row, and head-counts count nobody twice', () => {
    const entries = fc.array(
      fc.record({ person: fc.integer({ min: 0, max: 9 }), state: states, heads: fc.integer({ min: 1, max: 3 }) }),
    );
    fc.assert(
      fc.property(
        entries,
        fc.array(fc.integer({ min: 0, max: 9 })),
        fc.integer({ min: 0, max: 30 }),
        (said, signed, count) => {
          const kept = [
            ...new Map(said.map((one) => [one.person, entry(String(one.person), one.state, one.heads)])).values(),
          ];
          const signups = [...new Set(signed)].map((person, order) => signup(String(person), order, 1, 'in'));
          const unitOf = (person: string) => (Number(person) % 2 === 0 ? 'even' : undefined);
          const headcounts = [{ id: 'a/even', activity: 'a', unit: 'even', count, by: 'x', at: 0, message: 'm' }];
          const table = tableOf(signups, kept, headcounts, unitOf);
          const rows = [table.present, table.late, table.walkedIn, table.leave, table.absent, table.unknown].flat();
          expect(rows.toSorted()).toEqual(
            [...new Set([...kept.map((one) => one.person), ...signups.map((one) => one.person)])].toSorted(),
          );
          const there = kept.filter((one) => ['present', 'late', 'walked_in'].includes(one.state));
          const sum = (some: readonly Attendance[]) => some.reduce((total, one) => total + one.heads, 0);
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
    ['清理楼道6处', undefined],
    ['38人次', undefined],
  ])('%s', (text, served) => expect(servedIn(text)).toEqual(served));
});
