import { expect, test } from 'vitest';
import { z } from 'zod';
import { collection, put, type Records, remove } from '../../src/core/collection.ts';
import type { DecisionContext } from '../../src/core/command.ts';
import { feature, follow } from '../../src/core/feature.ts';
import type { Memory } from '../../src/core/memory.ts';
import { changed, nothing, remember, say, together } from '../../src/core/outcome.ts';
import { plain } from '../../src/core/text.ts';
import { followsOf, withFollowing } from '../../src/runtime/follow.ts';
import { partitionOf } from '../../src/runtime/partition.ts';

const shape = z.object({ id: z.string(), n: z.int() });
const seats = collection('seats', shape, { indexes: { all: { by: () => 'all' } } });
const queue = collection('queue', shape);

const collections = [seats, queue];

const contextWith = (records: Records) => ({ records, now: 0 }) as DecisionContext;

function recordsWith(...changes: readonly ReturnType<typeof put>[]): Memory {
  const partition = partitionOf('test', new Map(), [feature({ name: 'x', collections })]);
  partition.records.apply(changes);
  return partition.records;
}

/** Whoever waits gets the seat that has become free. */
const filling = follow({
  collection: seats,
  decide: (before, after, { records }) => {
    const [first] = after === undefined && before !== undefined ? records.all(queue) : [];
    return first === undefined
      ? nothing
      : together(
          remember(remove(queue, first.id), put(seats, { id: first.id, n: before?.n ?? 0 })),
          say(plain(`${first.id} has seat ${before?.n}`)),
        );
  },
});
const withFilling = followsOf([feature({ name: 'queue', follows: [filling] })]);

test('what follows is decided with the change, on the records as it leaves them', () => {
  const records = recordsWith(
    put(seats, { id: 'anna', n: 7 }),
    put(queue, { id: 'ben', n: 1 }),
    put(queue, { id: 'cleo', n: 2 }),
  );
  const own = together(remember(remove(seats, 'anna')), changed('left'));
  const outcome = withFollowing(own, contextWith(records), withFilling);
  records.apply(outcome.remember);
  expect(records.all(seats)).toEqual([{ id: 'ben', n: 7 }]);
  expect(records.all(queue)).toEqual([{ id: 'cleo', n: 2 }]);
  expect(outcome.effects).toHaveLength(1);
  // What follows is no part of what the author may take back.
  expect(outcome.change).toBe('left');
});

test('a decision that changes nothing of it stays as it is', () => {
  const own = remember(put(queue, { id: 'ben', n: 1 }));
  expect(withFollowing(own, contextWith(recordsWith()), withFilling)).toBe(own);
});

test('what follows has consequences in turn, but not for ever', () => {
  const counting = (end: number) =>
    followsOf([
      feature({
        name: 'counting',
        follows: [
          follow({
            collection: seats,
            decide: (_, after) =>
              after === undefined || after.n >= end
                ? nothing
                : remember(put(seats, { ...after, n: after.n + 1 })),
          }),
        ],
      }),
    ]);
  const own = remember(put(seats, { id: 'anna', n: 0 }));
  const context = contextWith(recordsWith());
  const steps = withFollowing(own, context, counting(2)).remember.map(({ record }) => record);
  expect(steps).toEqual([0, 1, 2].map((n) => ({ id: 'anna', n })));
  expect(() => withFollowing(own, context, counting(1_000))).toThrow('no end');
});

test('of a decision only what a rule reads is checked before it is remembered', () => {
  let checked = 0;
  const counted = shape.refine(() => {
    checked += 1;
    return true;
  });
  const notes = collection('notes', counted);
  const partition = partitionOf('test', new Map(), [
    feature({ name: 'x', collections: [...collections, notes] }),
  ]);
  const own = together(
    remember(...Array.from({ length: 50 }, (_, n) => put(notes, { id: `${n}`, n }))),
    remember(put(seats, { id: 'anna', n: 7 })),
  );
  const reading = follow({
    collection: seats,
    decide: (_, __, { records }) => {
      expect(records.get(notes, '7')).toEqual({ id: '7', n: 7 });
      return nothing;
    },
  });
  withFollowing(
    own,
    contextWith(partition.records),
    followsOf([feature({ name: 'y', follows: [reading] })]),
  );
  expect(checked).toBe(1);
});
