import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codesIn, newCode, readCode, writtenCode } from '../../src/core/code.ts';
import type { Attendance, Signup } from '../../src/features/activities/records/index.ts';
import { wasThere } from '../../src/features/activities/rules/attendance-table.ts';
import { oneEntry, oneSignup } from '../../src/features/activities/rules/join-people.ts';

const signup = (person: string) =>
  fc.record({
    id: fc.constant(`a/${person}`),
    activity: fc.constant('a'),
    person: fc.constant(person),
    party: fc.integer({ min: 1, max: 9 }),
    state: fc.constantFrom('in', 'waiting', 'leave', 'withdrawn') as fc.Arbitrary<Signup['state']>,
    order: fc.integer({ min: 1, max: 50 }),
    by: fc.constant(person),
    since: fc.nat(1_000),
    at: fc.nat(1_000),
    message: fc.constant('m'),
  });

const seats = (...all: readonly Signup[]) =>
  all.reduce((sum, { state, party }) => sum + (state === 'in' ? party : 0), 0);

test('two sign-ups as one never take more seats than they did, and take one where either had one', () => {
  fc.assert(
    fc.property(signup('p'), signup('q'), (kept, gone) => {
      const one = oneSignup(kept, gone);
      expect(one.id).toBe(kept.id);
      expect(one.since).toBe(kept.since);
      expect(seats(one)).toBeLessThanOrEqual(
        Math.max(
          seats(kept),
          seats(gone),
          seats({ ...kept, state: 'in' }),
          seats({ ...gone, state: 'in' }),
        ),
      );
      const states = [kept.state, gone.state];
      if (states.includes('in') && !states.includes('leave')) expect(one.state).toBe('in');
      if (kept.at !== gone.at) expect(oneSignup(gone, kept).state).toBe(one.state);
    }),
  );
});

test.each([
  [['in', 1], ['in', 2], 'in'],
  [['in', 1], ['withdrawn', 2], 'in'],
  [['in', 1], ['leave', 2], 'leave'],
  [['leave', 1], ['in', 2], 'in'],
  [['waiting', 1], ['in', 2], 'in'],
  [['leave', 1], ['withdrawn', 2], 'leave'],
  [['withdrawn', 1], ['withdrawn', 2], 'withdrawn'],
] as const)('%s and %s is %s', (first, second, state) => {
  const base = { activity: 'a', party: 1, order: 1, since: 0, message: 'm' };
  const one = { ...base, id: 'a/p', person: 'p', by: 'p', state: first[0], at: first[1] };
  const other = { ...base, id: 'a/q', person: 'q', by: 'q', state: second[0], at: second[1] };
  expect(oneSignup(one, other).state).toBe(state);
  expect(oneSignup(other, one).state).toBe(state);
});

test('two entries as one: there when either was, and never more heads than one of them brought', () => {
  const entry = (person: string) =>
    fc.record({
      id: fc.constant(`a/${person}`),
      activity: fc.constant('a'),
      person: fc.constant(person),
      state: fc.constantFrom('present', 'late', 'leave', 'absent', 'walked_in') as fc.Arbitrary<
        Attendance['state']
      >,
      heads: fc.integer({ min: 1, max: 9 }),
      at: fc.nat(1_000),
      by: fc.constant(person),
      message: fc.constant('m'),
    });
  fc.assert(
    fc.property(entry('p'), entry('q'), (kept, gone) => {
      const one = oneEntry(kept, gone);
      expect(wasThere(one)).toBe(wasThere(kept) || wasThere(gone));
      expect(one.heads).toBe(Math.max(kept.heads, gone.heads));
    }),
  );
});

test('a code is read however it is typed, and found in a sentence', () => {
  const code = fc
    .array(fc.nat(31), { minLength: 8, maxLength: 8 })
    .map((digits) => newCode(() => digits.pop() ?? 0));
  fc.assert(
    fc.property(code, fc.constantFrom(' ', '-', '', '－', '　'), (made, separator) => {
      const shown = writtenCode(made);
      const wide = [...shown].map((one) =>
        one === '-' ? one : String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0),
      );
      const sloppy = shown
        .toLowerCase()
        .replace('-', separator)
        .replace(/0/g, 'o')
        .replace(/1/g, 'l');
      for (const typed of [shown, wide.join(''), sloppy]) expect(readCode(typed), typed).toBe(made);
      expect(codesIn(`我的码是${shown}，谁要`)).toContain(made);
    }),
  );
});
