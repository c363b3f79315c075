import type { Change } from '../../src/ports/store.ts';

/** Where a record lies. Each place is one document. */
export interface Place {
  readonly partition: string;
  readonly collection: string;
  readonly shard: string | undefined;
}

/**
 * A change as the store keeps it: the record is its JSON text from the moment of the commit on.
 * Nobody outside can change a text, and it goes as it is into the journal, the table and the
 * document.
 */
export interface Edit {
  readonly place: Place;
  readonly id: string;
  /** The JSON of the record put; undefined when the record is removed. */
  readonly text: string | undefined;
}

/**
 * What may become part of a file's name: nothing that climbs, hides, or is longer than file systems
 * take.
 */
export const FILE_NAME = /^[a-z0-9][a-z0-9-]{0,63}$/i;

/**
 * Checks a change and turns it into an edit.
 * @throws Error when a name cannot be a file's name or the record is not JSON with a text as its
 * id.
 */
export function editOf(change: Change): Edit {
  const { partition, collection, shard } = change;
  const place = { partition, collection, shard };
  checkName('partition', partition);
  checkName('collection', collection);
  if (shard !== undefined) checkName('shard', shard);
  const removal = 'remove' in change;
  const id = removal ? change.remove : change.put.id;
  if (typeof id !== 'string')
    throw new Error(`A record of ${collection} has an id that is not a text.`);
  return { place, id, text: removal ? undefined : JSON.stringify(change.put) };
}

function checkName(part: keyof Place, name: unknown): void {
  if (typeof name === 'string' && FILE_NAME.test(name)) return;
  throw new Error(
    `The ${part} ${JSON.stringify(name)} is no name for a file (letters, digits, -; at most 64).`,
  );
}
