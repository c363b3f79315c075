import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type PartitionContent, StoreDamaged } from '../../src/ports/store.ts';
import { editOf } from '../durable/edit.ts';
import { migrateChange, migrations, newestVersion } from '../durable/migrations.ts';
import { Checkpoints, checkComplete } from './checkpoint.ts';
import { Documents, listFolder } from './documents.ts';
import { commitsOf, readJournal } from './replay.ts';
import { FolderVersion } from './version.ts';

/**
 * While it is read the bot may move its journal into the documents; then it is read again, so many
 * times at most.
 */
const TRIES = 5;

/**
 * Reads what is durable in the folder of a JSON store, beside a bot that has it open, taking no
 * lock and changing nothing.
 * @returns each partition's content; nothing where no store is.
 * @throws StoreDamaged when it cannot be read.
 */
export async function readFolder(folder: string): Promise<ReadonlyMap<string, PartitionContent>> {
  const path = resolve(folder);
  for (let left = TRIES; ; left--) {
    try {
      return await readOnce(path);
    } catch (error) {
      const perhapsMoving =
        error instanceof StoreDamaged || (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!perhapsMoving || left <= 1) throw error;
      await pause(50);
    }
  }
}

async function readOnce(folder: string): Promise<ReadonlyMap<string, PartitionContent>> {
  const content = new Map<string, PartitionContent>();
  if (!existsSync(folder)) return content;
  const version = await new FolderVersion(folder).read(newestVersion(migrations));
  if (version === undefined) return content;
  const manifest = await new Checkpoints(folder).read();
  const { documents: files } = await listFolder(folder);
  const replay = await readJournal(join(folder, 'journal'), manifest.seq);
  checkComplete(manifest, files, replay);
  const documents = new Documents(folder, migrations);
  await documents.read(files, manifest, replay.last);
  for await (const { seq, changes } of commitsOf(replay)) {
    documents.apply(
      seq,
      changes.map((change) => editOf(migrateChange(change, version, migrations))),
    );
  }
  for (const partition of documents.partitions)
    content.set(partition, await documents.content(partition));
  return content;
}
