import { z } from 'zod';
import type { StoreKind } from '../registration.ts';

/** Readable JSON documents and one journal. */
export const json: StoreKind = {
  settings: z.object({}),
  mark: 'version.json',
  files: ['checkpoint.json', 'documents', 'journal', 'version.json'],
  open: async ({ folder, log }) => (await import('./index.ts')).jsonStore({ folder, log }),
  openReadOnly: async ({ folder }) => {
    const { readFolder } = await import('./read.ts');
    const content = await readFolder(folder);
    return {
      partitions: async () => [...content.keys()],
      placeOf: (partition, collection) => `${folder}, ${partition}/${collection}`,
      load: async (partition) => content.get(partition) ?? new Map(),
      close: async () => {},
    };
  },
};
