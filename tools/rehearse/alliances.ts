import { DateTime } from 'luxon';
import type { Records, Remember } from '../../src/core/collection.ts';
import { Memory } from '../../src/core/memory.ts';
import { pipelineCollections } from '../../src/core/records.ts';
import { exampleAlliance } from '../../src/demo.ts';
import { imported, staged } from '../../src/features/import/index.ts';
import { features } from '../../src/features/index.ts';
import { alliances } from '../../src/identity/alliance/index.ts';
import type { StoreReader } from '../../src/ports/store.ts';

const collections = [...features.flatMap((one) => one.collections), ...pipelineCollections];

/** The alliances among the partitions of a store. */
export async function alliancesIn(store: StoreReader): Promise<readonly Records[]> {
  const found: Records[] = [];
  for (const name of await store.partitions()) {
    const content = await store.load(name);
    if ((content.get(alliances.name)?.length ?? 0) > 0)
      found.push(new Memory(name, collections, content, () => {}));
  }
  return found;
}

/** The example alliance as if it had begun on a date. */
export function exampleFrom(date: string): Records {
  const file = exampleAlliance();
  const begun = DateTime.fromISO(date, { zone: file.alliance.zone }).toMillis() - 1;
  const empty = new Memory(file.alliance.id, collections, new Map(), () => {});
  const changes: readonly Remember[] = [
    ...imported(file, empty, begun),
    ...staged(file, 'terminal'),
  ];
  empty.apply(changes);
  return empty;
}
