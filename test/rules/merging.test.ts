import { expect, test } from 'vitest';
import { z } from 'zod';
import { collection, put, remove } from '../../src/core/collection.ts';
import type { DecisionContext } from '../../src/core/command.ts';
import { feature } from '../../src/core/feature.ts';
import { mergePeople } from '../../src/core/merging.ts';
import { remember } from '../../src/core/outcome.ts';
import { holding } from '../support/records.ts';

const things = collection(
  'things',
  z.object({
    id: z.string(),
    by: z.string().optional(),
    checked: z.object({ by: z.string() }).optional(),
    helpers: z.array(z.object({ person: z.string().optional() })).optional(),
    seconds: z.array(z.string()).optional(),
    note: z.string().optional(),
    author: z.string().optional(),
  }),
  {
    people: ['id', 'by', 'checked.by', 'helpers[].person', 'seconds[]'],
    peopleApart: ['author'],
  },
);
type Thing = z.infer<(typeof things)['schema']>;

function merged(all: readonly Thing[], merge = () => remember()) {
  const records = holding([things], ...all.map((one) => put(things, one)));
  const features = [feature({ name: 'things', collections: [things], merge })];
  return mergePeople(features, 'p', 'q', { records } as unknown as DecisionContext).remember;
}

test.each<[Thing, Thing]>([
  [
    { id: '1', by: 'p' },
    { id: '1', by: 'q' },
  ],
  [
    { id: '1', checked: { by: 'p' }, by: 'r' },
    { id: '1', checked: { by: 'q' }, by: 'r' },
  ],
  [
    { id: '1', helpers: [{ person: 'r' }, {}, { person: 'p' }], seconds: ['p', 'r'] },
    { id: '1', helpers: [{ person: 'r' }, {}, { person: 'q' }], seconds: ['q', 'r'] },
  ],
])('%j becomes %j', (before, after) => {
  expect(merged([before])).toEqual([put(things, after)]);
});

test('a record whose id is the person’s, or ends in it, gets another id', () => {
  expect(merged([{ id: 'p' }, { id: 'a/p' }])).toEqual([
    remove(things, 'p'),
    put(things, { id: 'q' }),
    remove(things, 'a/p'),
    put(things, { id: 'a/q' }),
  ]);
});

test('other fields, other people and longer ids stay', () => {
  expect(merged([{ id: '1', by: 'pp', note: 'p', author: 'p' }, { id: 'a/pp' }])).toEqual([]);
});

test('what a feature settles itself goes first, and its records are renamed too', () => {
  const merge = () => remember(remove(things, 'a/p'), put(things, { id: 'a/q', by: 'p' }));
  expect(merged([{ id: 'a/p' }, { id: 'a/q' }], merge)).toEqual([
    remove(things, 'a/p'),
    put(things, { id: 'a/q', by: 'p' }),
    put(things, { id: 'a/q', by: 'q' }),
  ]);
});

test('where both have a record and nobody has settled it, nothing is decided', () => {
  expect(() => merged([{ id: 'a/p' }, { id: 'a/q' }])).toThrow('things/a/q');
});
