import { z } from 'zod';
import {
  type Collection,
  collection,
  put,
  type Records,
  type Remember,
  remove,
} from '../core/collection.ts';
import { moment } from '../core/moment.ts';
import type { Partition } from './partition.ts';

/*
 * When to look at a partition again. These records stand in the directory, beside what identity keeps
 * there, so that a partition can sleep on the disk until it is due.
 */

/** Partition → a moment that is never later than its next due one. */
export const wakes = collection('wakes', z.object({ id: z.string(), at: moment }), {
  indexes: { byMoment: { by: () => 'all', order: ({ at }) => at } },
});

/** The newest moment the process is known to have lived in; one record, `clock`. */
export const clockSeen = collection('clock', z.object({ id: z.literal('clock'), at: moment }));

export const wakeCollections: readonly Collection[] = [wakes, clockSeen];

/**
 * What makes the wake time of a partition what it is now, which may be later than the directory has
 * it.
 */
export function wakeAsItIs(
  { name, dueQueue }: Pick<Partition, 'name' | 'dueQueue'>,
  directory: Records,
): readonly Remember[] {
  const at = dueQueue.earliestAt();
  if (at === directory.get(wakes, name)?.at) return [];
  return [at === undefined ? remove(wakes, name) : put(wakes, { id: name, at })];
}
