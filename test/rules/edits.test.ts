import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collection, put, remove } from '../../src/core/collection.ts';
import { allBack, edit, editsOf, noted, undoEdits } from '../../src/core/edits.ts';
import { refuse, say } from '../../src/core/outcome.ts';
import { OverlayRecords } from '../../src/core/overlay-records.ts';
import { holding as recordsHolding } from '../support/records.ts';

const things = collection(
  'things',
  z.object({
    id: z.string(),
    a: z.int().optional(),
    b: z.int().optional(),
    c: z.object({ x: z.int().optional(), y: z.array(z.int()) }).optional(),
    kept: z.boolean().default(true),
  }),
);
type Thing = z.infer<(typeof things)['schema']>;

function holding(thing: Thing | undefined): OverlayRecords {
  const draft = new OverlayRecords(recordsHolding([things]));
  if (thing !== undefined) draft.apply([put(things, thing)]);
  return draft;
}

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const number = optional(fc.integer({ min: 0, max: 2 }));
const inner = optional(
  fc.record({ x: number, y: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }) }),
);
const thing = fc.record({
  id: fc.constant('t'),
  a: number,
  b: number,
  c: inner,
  kept: fc.boolean(),
});
const maybe = optional(thing);

const plain = (one: Thing | undefined) =>
  one && JSON.parse(JSON.stringify(things.schema.parse(one)));

/** As it is kept between the change and its taking back. */
const stored = ({ edits = [] }: ReturnType<typeof edit>) => ({
  edits: JSON.parse(JSON.stringify(edits)),
});

test('whatever was put, changed or removed is as before, when nobody touched it', () => {
  fc.assert(
    fc.property(maybe, maybe, (before, after) => {
      fc.pre(before !== undefined || after !== undefined);
      const change = edit(things, before, after);
      const records = holding(before);
      records.apply(change.remember);
      const edited = editsOf(things, stored(change), records);
      expect(edited.every(({ since }) => since.length === 0)).toBe(true);
      records.apply(allBack(edited)?.remember ?? []);
      expect(plain(records.get(things, 't'))).toEqual(plain(before));
    }),
  );
});

test('what others changed beside it stays, and where they changed the same it is seen', () => {
  fc.assert(
    fc.property(thing, thing, thing, (before, after, later) => {
      const change = edit(things, before, after);
      const records = holding(later);
      const [edited] = editsOf(things, stored(change), records);
      const fields = ['a', 'b', 'c', 'kept'] as const;
      const same = (one: unknown, other: unknown) =>
        JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
      const mine = fields.filter((field) => !same(before[field], after[field]));
      if (mine.length === 0) {
        expect(edited).toBeUndefined();
        return;
      }
      expect([...(edited?.since ?? [])].sort()).toEqual(
        mine.filter((field) => !same(after[field], later[field])),
      );
      for (const field of fields)
        expect(edited?.before?.[field], field).toEqual(
          (mine.includes(field) ? before : later)[field],
        );
    }),
  );
});

test('a change rests on what it says it rests on', () => {
  const before: Thing = { id: 't', a: 1, kept: true };
  const change = noted(things, before, { ...before, a: 2 }, ['b']);
  const now = holding({ ...before, a: 2 });
  expect(editsOf(things, stored(change), now)[0]?.since).toEqual([]);
  now.apply([put(things, { ...before, a: 2, b: 5 })]);
  expect(editsOf(things, stored(change), now)[0]?.since).toEqual(['b']);
});

test('a record that came stands while it is whole, one that went while it is away', () => {
  const made: Thing = { id: 't', a: 1, kept: true };
  const came = stored(edit(things, undefined, made));
  const went = stored(edit(things, made, undefined));
  const now = holding(made);
  expect(editsOf(things, came, now)[0]?.since).toEqual([]);
  expect(editsOf(things, went, now)[0]?.since).toEqual(['id']);
  now.apply([put(things, { ...made, b: 1 })]);
  expect(editsOf(things, came, now)[0]?.since).toEqual(['b']);
  now.apply([remove(things, 't')]);
  expect(editsOf(things, came, now)[0]?.since).toEqual(['id']);
  expect(editsOf(things, went, now)[0]).toMatchObject({ since: [], before: made });
});

describe('taking a change back', () => {
  const refusal = { zh: '有人改过了', en: 'changed since' };
  const before: Thing = { id: 't', a: 1, kept: true };
  const after: Thing = { id: 't', a: 2, kept: true };
  const ways = {
    gone: () => refuse(refusal),
    back: ([one]: readonly { before: Thing | undefined }[]) =>
      say({ zh: `回到 ${one?.before?.a}`, en: `back to ${one?.before?.a}` }),
  };
  const undo = (now: Thing | undefined, more: object = {}) =>
    undoEdits(
      things,
      stored(edit(things, before, after)),
      { records: holding(now) },
      {
        ...ways,
        ...more,
      },
    );

  test('makes the records as they were, and says so', () => {
    const { remember, effects } = undo({ ...after, b: 1 });
    expect(remember).toEqual([put(things, { ...before, b: 1 })]);
    expect(effects).toEqual(say({ zh: '回到 1', en: 'back to 1' }).effects);
  });

  test.each([
    ['changed since', { ...after, a: 3 }],
    ['gone', undefined],
  ])('refuses where it is %s', (_, now) => {
    expect(undo(now)).toEqual(refuse(refusal));
  });

  test('refuses where nothing of it is left to take back', () => {
    expect(undoEdits(things, { edits: [] }, { records: recordsHolding([things]) }, ways)).toEqual(
      refuse(refusal),
    );
  });

  test('stays where the command says so', () => {
    const stays = () => refuse({ zh: '有人投票了', en: 'there are votes' });
    expect(undo(after, { stays })).toEqual(stays());
  });

  test('what the bot itself has noted since does not matter', () => {
    expect(undo({ ...after, a: 3 }, { observed: ['a'] }).remember).toEqual([put(things, before)]);
  });

  test('goes back together with other records, or not at all', () => {
    const records = holding({ ...after, a: 3 });
    const also = editsOf(things, stored(edit(things, before, after)), records);
    expect(undo(after, { also })).toEqual(refuse(refusal));
  });
});
