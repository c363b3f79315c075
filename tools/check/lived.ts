import { aheadOf } from '../../src/demo.ts';
import type { StoreReader } from '../../src/ports/store.ts';

/** The newest moment that was lived in a store, ms; undefined in a new one. */
export async function lastLived(store: StoreReader): Promise<number | undefined> {
  const at = await aheadOf(0, store);
  return at === 0 ? undefined : at;
}
