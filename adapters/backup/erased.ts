import { erasedListIn, unionOfErased } from '../durable/erased-list.ts';

/**
 * Puts into a folder the list of everybody who stands in that of any of these folders, so that
 * whichever of them is lost or older, nobody who was erased comes back. Where none has a list
 * nothing is written.
 */
export async function uniteErased(folders: readonly string[], into: string): Promise<void> {
  const lists = await Promise.all(folders.map((folder) => erasedListIn(folder).read()));
  const all = unionOfErased(...lists);
  if (all.length > 0) await erasedListIn(into).write(all);
}
