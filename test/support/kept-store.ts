import { openStoreReadOnly } from '../../adapters/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { readSettings } from '../../src/config.ts';

type Environment = Parameters<typeof readSettings>[1];

/** What it takes to open the store of a data folder that these settings name. */
export function storeAt(dataFolder: string, environment: Environment) {
  const settings = <T>(schema: Parameters<typeof readSettings<T>>[0]) =>
    readSettings(schema, environment);
  return { settings, dataFolder, log: silentLog };
}

/** Everything that is kept there, by its place. */
export async function recordsAt(
  dataFolder: string,
  environment: Environment,
): Promise<readonly string[]> {
  const reader = await openStoreReadOnly(storeAt(dataFolder, environment));
  const all: string[] = [];
  for (const partition of await reader.partitions())
    for (const [collection, records] of await reader.load(partition))
      all.push(...records.map((one) => `${partition}/${collection} ${JSON.stringify(one)}`));
  await reader.close();
  return all.toSorted();
}
