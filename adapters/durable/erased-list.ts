import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ErasedList } from '../../src/ports/erased-list.ts';
import { StoreDamaged } from '../../src/ports/store.ts';
import { isMissing, writeDurably } from './files.ts';

/** The file's name within the data folder. */
export const ERASED_LIST = 'erased.json';

const format = z.strictObject({
  version: z.literal(1),
  alliances: z.array(
    z.strictObject({
      alliance: z.string(),
      key: z.string(),
      people: z.array(z.strictObject({ hash: z.string(), at: z.int() })),
    }),
  ),
});

/**
 * The list of those who were erased, as a file of the data folder. A backup of another day may be
 * put in the place of everything else; this file stays, or the newer one of the two is taken. The
 * next start finds whoever came back by it: `HMAC-SHA256(key, id of the person)`, the first 22
 * characters of its base64url, is the `hash`.
 */
export function erasedListIn(folder: string): ErasedList {
  const path = join(folder, ERASED_LIST);
  return {
    async read() {
      let text: string;
      try {
        text = await readFile(path, 'utf8');
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
      const read = format.safeParse(parsed(text));
      if (read.success) return read.data.alliances;
      throw new StoreDamaged({
        zh: `读不了 ${path}：里面记着谁已删除，免得备份把人带回来。请从最新的备份恢复它。`,
        en: `${path} cannot be read: it tells who was erased, so that a backup does not bring them back. Restore it from the newest backup.`,
      });
    },
    write: (alliances) =>
      writeDurably(path, [`${JSON.stringify({ version: 1, alliances }, undefined, 1)}\n`]),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its message quotes what it read.
    return undefined;
  }
}
