import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';

/** Partition → collection → id → record. */
export type Content = Record<string, Record<string, Record<string, unknown>>>;

/** Where the data folder of a version lies; never opened itself. */
export function keptFolder(version: string): string {
  return fileURLToPath(new URL(`../data/${version}`, import.meta.url));
}

/** What that version itself read from it. */
export function expectedOf(version: string): Content {
  return JSON.parse(readFileSync(`${keptFolder(version)}.expected.json`, 'utf8')) as Content;
}

/** A copy of the folder, gone when the test is over. */
export function copied(version: string): string {
  const home = mkdtempSync(join(tmpdir(), `${version}-`));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const folder = join(home, 'store');
  cpSync(keptFolder(version), folder, { recursive: true });
  return folder;
}

/** Everything that the store finds in a folder; then it is closed as at a clean stop. */
export async function contentOf(folder: string): Promise<Content> {
  const store = await jsonStore({ folder, log: silentLog });
  const content: Content = {};
  for (const partition of await store.partitions()) {
    const collections = [...(await store.load(partition))].filter(
      ([, records]) => records.length > 0,
    );
    content[partition] = Object.fromEntries(
      collections.map(([name, records]) => [
        name,
        Object.fromEntries(records.map((record) => [record.id, record])),
      ]),
    );
  }
  await store.close();
  return content;
}
