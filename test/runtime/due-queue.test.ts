import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { collection } from '../../src/core/collection.ts';
import { dueRule } from '../../src/core/feature.ts';
import { nothing } from '../../src/core/outcome.ts';
import { DueQueue } from '../../src/runtime/due-queue.ts';

const tasks = collection('tasks', z.object({ id: z.string(), due: z.number().optional() }));
const rule = dueRule({
  name: 'a task is due',
  collection: tasks,
  at: ({ due }) => due,
  fire: () => nothing,
});

function queueOf(moments: Readonly<Record<string, number>>): DueQueue {
  const queue = new DueQueue([rule]);
  for (const [id, due] of Object.entries(moments)) queue.follow('tasks', id, { id, due } as never);
  return queue;
}

test('the earliest comes first; of equal moments the one that was entered first', () => {
  const queue = queueOf({ c: 30, a: 10, b: 10 });
  expect(queue.next()).toMatchObject({ id: 'a', at: 10 });
  queue.follow('tasks', 'a', undefined);
  expect(queue.next()).toMatchObject({ id: 'b', at: 10 });
  queue.follow('tasks', 'b', { id: 'b', due: 40 } as never);
  expect(queue.next()).toMatchObject({ id: 'c', at: 30 });
  queue.follow('tasks', 'c', { id: 'c' } as never);
  expect(queue.next()).toMatchObject({ id: 'b', at: 40 });
  queue.follow('tasks', 'b', undefined);
  expect(queue.next()).toBeUndefined();
  expect(queue.nextAt()).toBeUndefined();
});

test('one that snoozes lets the others go first for ten minutes, and is not lost', () => {
  const queue = queueOf({ a: 10, b: 20 });
  const due = queue.next();
  if (due === undefined) throw new Error('nothing is due');
  queue.snooze(due, 15);
  expect(queue.next()).toMatchObject({ id: 'b' });
  queue.follow('tasks', 'b', undefined);
  expect(queue.nextAt()).toBe(15 + 10 * 60_000);
  expect(queue.earliestAt()).toBe(10);
  queue.clearSnooze();
  expect(queue.nextAt()).toBe(10);
});

test('one whose moment has changed meanwhile does not snooze', () => {
  const queue = queueOf({ a: 10 });
  const due = queue.next();
  if (due === undefined) throw new Error('nothing is due');
  queue.follow('tasks', 'a', { id: 'a', due: 50 } as never);
  queue.snooze(due, 15);
  expect(queue.nextAt()).toBe(50);
});

test('whatever is put and removed, they come in the order of their moments', () => {
  const changes = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.option(fc.integer({ min: 0, max: 20 })),
      fc.boolean(),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(changes, (all) => {
      const queue = new DueQueue([rule]);
      const known = new Map<string, number>();
      for (const [number, due, isLeft] of all) {
        const id = `${number}`;
        queue.follow('tasks', id, due === null ? undefined : ({ id, due } as never));
        if (due === null) known.delete(id);
        else known.set(id, due);
        const earliest = known.size === 0 ? undefined : Math.min(...known.values());
        expect(queue.earliestAt()).toBe(earliest);
        const next = queue.next();
        if (next === undefined || !isLeft) continue;
        queue.snooze(next, 20);
        expect(queue.earliestAt()).toBe(earliest);
      }
      queue.clearSnooze();
      const came: number[] = [];
      for (let next = queue.next(); next !== undefined; next = queue.next()) {
        came.push(next.at);
        queue.follow('tasks', next.id, undefined);
      }
      expect(came).toEqual([...known.values()].sort((a, b) => a - b));
    }),
  );
});
