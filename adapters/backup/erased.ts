import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isMissing, writeDurably } from '../durable/files.ts';

/** The list of those who were erased, within a data folder and beside its back-ups. */
const ERASED_LIST = 'erased.json';

/** Hashes only; what else stands in it is kept as it is. */
const listSchema = z.looseObject({
  alliances: z.array(
    z.looseObject({
      alliance: z.string(),
      key: z.string(),
      people: z.array(z.looseObject({ hash: z.string() })),
    }),
  ),
});
type List = z.infer<typeof listSchema>;

/**
 * Puts into a folder the list of everybody who stands in that of any of these folders, so that
 * whichever of them is lost or older, nobody who was erased comes back. Where none has a list
 * nothing is written.
 */
export async function uniteErased(folders: readonly string[], into: string): Promise<void> {
  const lists = await Promise.all(folders.map((folder) => read(join(folder, ERASED_LIST))));
  const found = lists.filter((one) => one !== undefined);
  const [first] = found;
  if (first === undefined) return;
  const alliances = united(found.flatMap((one) => one.alliances));
  const text = `${JSON.stringify({ ...first, alliances })}\n`;
  await writeDurably(join(into, ERASED_LIST), Buffer.from(text));
}

/** One entry for each key of an alliance, with everybody once. */
function united(all: List['alliances']): List['alliances'] {
  const entries = new Map<string, List['alliances'][number]>();
  for (const entry of all) {
    const name = JSON.stringify([entry.alliance, entry.key]);
    const known = entries.get(name)?.people ?? [];
    const hashes = new Set(known.map(({ hash }) => hash));
    const people = [...known, ...entry.people.filter(({ hash }) => !hashes.has(hash))];
    entries.set(name, { ...entry, people });
  }
  return [...entries.values()];
}

async function read(path: string): Promise<List | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  // One that cannot be read must not pass for an empty one.
  return text === undefined ? undefined : listSchema.parse(JSON.parse(text));
}
