import { DateTime } from 'luxon';
import { put, type Records, type Remember } from '../../src/core/collection.ts';
import { Memory } from '../../src/core/memory.ts';
import { addressKey, pipelineCollections } from '../../src/core/records.ts';
import { exampleAlliance } from '../../src/demo.ts';
import { imported, staged } from '../../src/features/import/index.ts';
import { features } from '../../src/features/index.ts';
import { alliances, groups } from '../../src/identity/alliance/index.ts';
import type { StoreReader } from '../../src/ports/store.ts';

const collections = [...features.flatMap((one) => one.collections), ...pipelineCollections];

/** What is rehearsed. */
export interface Stage {
  readonly records: Records;
  /** No group is in use yet, so it is rehearsed for one that is made up. */
  readonly isGroupMadeUp: boolean;
}

/** The alliances among the partitions of a store. */
export async function alliancesIn(store: StoreReader): Promise<readonly Stage[]> {
  const found: Stage[] = [];
  for (const name of await store.partitions()) {
    const content = await store.load(name);
    if ((content.get(alliances.name)?.length ?? 0) > 0)
      found.push(withGroup(new Memory(name, collections, content, () => {})));
  }
  return found;
}

/** The title of the group for which an alliance without one is rehearsed. */
const MADE_UP = '（还没启用的群）';

function withGroup(memory: Memory): Stage {
  const isGroupMadeUp = memory.all(groups).length === 0;
  const address = { platform: 'rehearsal', account: '', kind: 'group', chat: MADE_UP } as const;
  if (isGroupMadeUp)
    memory.apply([
      put(groups, { id: addressKey(address), address, title: MADE_UP, language: 'zh' }),
    ]);
  return { records: memory, isGroupMadeUp };
}

/** The example alliance as if it had begun on a date. */
export function exampleFrom(date: string): Stage {
  const file = exampleAlliance();
  const begun = DateTime.fromISO(date, { zone: file.alliance.zone }).toMillis() - 1;
  const empty = new Memory(file.alliance.id, collections, new Map(), () => {});
  const changes: readonly Remember[] = [
    ...imported(file, empty, begun),
    ...staged(file, 'terminal'),
  ];
  empty.apply(changes);
  return { records: empty, isGroupMadeUp: false };
}
