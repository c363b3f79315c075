import { remove } from '../../core/collection.ts';
import { photos } from '../../core/records.ts';
import type { Desk } from '../outbox/context.ts';

/**
 * Forgets photos that no record names any more, and removes files that no photo is. It runs in the lane in which photos
 * of its partition are fetched, so no file is about to be named.
 */
export async function sweep({ ledger, files, log }: Desk, partition: string): Promise<void> {
  await ledger.with(partition, (opened) => {
    const named = ledger.photosNamed(opened.records);
    const unnamed = opened.records.all(photos).filter(({ id }) => !named.has(id));
    return ledger.remember(
      opened,
      unnamed.map(({ id }) => remove(photos, id)),
    );
  });
  const kept = await ledger.with(
    partition,
    ({ records }) => new Set(records.all(photos).flatMap((one) => (one.state === 'kept' ? [one.file] : []))),
  );
  const gone = (await files.names(partition)).filter((name) => !kept.has(name));
  for (const name of gone) await files.remove(partition, name);
  if (gone.length > 0) log.info('files of photos that nothing names were removed', { count: gone.length });
}
