import { remove } from '../../core/collection.ts';
import { photos } from '../../core/records.ts';
import type { OutboxContext } from '../outbox/context.ts';
import { namedIn } from './wanted.ts';

/** The queue in which the photos of a partition are fetched and swept. */
export function photosQueue(partition: string): string {
  return `photos\n${partition}`;
}

/**
 * Forgets photos that no record names any more, and removes files that no photo is. It runs in the
 * queue in which photos of its partition are fetched, so no file is about to be named here.
 * @param atLeast files that were put later than so long ago, ms, stay: where this process was frozen
 * in the middle, another one may have named a file of the same content.
 */
export async function sweep(
  { partitions, features, blobs, log }: OutboxContext,
  name: string,
  atLeast: number,
): Promise<void> {
  await partitions.transact(name, (partition) => {
    const collections = features.flatMap((one) => one.collections);
    const named = namedIn(collections, partition.records);
    const unnamed = partition.records.all(photos).filter(({ id }) => !named.has(id));
    return partitions.remember(
      partition,
      unnamed.map(({ id }) => remove(photos, id)),
    );
  });
  const kept = await partitions.transact(
    name,
    ({ records }) =>
      new Set(records.all(photos).flatMap((one) => (one.state === 'kept' ? [one.file] : []))),
  );
  const gone = (await blobs.names(name, atLeast)).filter((file) => !kept.has(file));
  for (const file of gone) await blobs.remove(name, file);
  if (gone.length > 0)
    log.info('files of photos that nothing names were removed', { count: gone.length });
}
