import type { ErasedOfAlliance } from '../../src/ports/erased-list.ts';
import { erasedListIn } from '../durable/erased-list.ts';

/**
 * Puts into a folder the list of everybody who stands in that of any of these folders, so that
 * whichever of them is lost or older, nobody who was erased comes back. Where none has a list
 * nothing is written.
 */
export async function uniteErased(folders: readonly string[], into: string): Promise<void> {
  const lists = await Promise.all(folders.map((folder) => erasedListIn(folder).read()));
  const all = united(lists.flat());
  if (all.length > 0) await erasedListIn(into).write(all);
}

/** One entry for each key of an alliance, with everybody once. */
function united(all: readonly ErasedOfAlliance[]): readonly ErasedOfAlliance[] {
  const same = Map.groupBy(all, ({ alliance, key }) => JSON.stringify([alliance, key]));
  return [...same.values()].flatMap((entries) => {
    const [first] = entries;
    const people = new Map(entries.flatMap((one) => one.people.map((who) => [who.hash, who])));
    return first === undefined ? [] : [{ ...first, people: [...people.values()] }];
  });
}
