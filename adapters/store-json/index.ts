import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import { editOf } from '../durable/edit.ts';
import { makeFolder, syncFolder } from '../durable/files.ts';
import { openLocked } from '../durable/lock.ts';
import { type Migration, migrateChange, migrations, newestVersion } from '../durable/migrations.ts';
import { Checkpoints, checkComplete } from './checkpoint.ts';
import { Documents, listFolder } from './documents.ts';
import { diskFiles, Journal, type JournalFiles } from './journal.ts';
import { commitsOf, readJournal, settleJournal } from './replay.ts';
import { JsonStore } from './store.ts';
import { FolderVersion } from './version.ts';

/** Where and how a JSON store keeps its records. */
export interface JsonStoreOptions {
  /** The folder, made when it is not there. Nothing else belongs into it. */
  readonly folder: string;
  readonly log: Log;
  /** How many bytes the journal grows before it is moved into the documents; 4 MB when left out. */
  readonly checkpointBytes?: number;
  /** The disk under the journal; for tests. */
  readonly files?: JournalFiles;
  /** The migrations of the records; for tests. */
  readonly migrations?: readonly Migration[];
}

/**
 * Opens the store in a folder: one journal that makes commits durable, and for each partition
 * readable JSON documents into which the journal is moved from time to time.
 *
 * A last write that was interrupted is put aside with a warning: nobody had been told of it.
 * @throws StoreLocked when another process has the folder.
 * @throws StoreDamaged when something in it is missing, unreadable or of a newer version; nothing
 * is changed then.
 */
export async function jsonStore(options: JsonStoreOptions): Promise<Store> {
  const folder = resolve(options.folder);
  return openLocked(folder, (release) => open({ ...options, folder }, release));
}

async function open(options: JsonStoreOptions, release: () => void): Promise<Store> {
  const {
    folder,
    log,
    checkpointBytes = 4 * 1024 * 1024,
    files = diskFiles,
    migrations: steps = migrations,
  } = options;
  const version = new FolderVersion(folder);
  const checkpoints = new Checkpoints(folder);
  const journalFolder = join(folder, 'journal');
  const newest = newestVersion(steps);
  let from = await version.read(newest);
  if (from === undefined) {
    // In this order: where a version stands, a checkpoint that is not there has been lost.
    await checkpoints.begin();
    await version.write(newest);
    from = newest;
  }

  const manifest = await checkpoints.read();
  const found = await listFolder(folder);
  const replay = await readJournal(journalFolder, manifest.seq);
  checkComplete(manifest, found.documents, replay);
  const documents = new Documents(folder, steps);
  await documents.read(found.documents, manifest, replay.last);

  // Everything has been judged; from here on files are changed.
  if (from < newest)
    log.info('store.migrating', { from, to: newest, copy: await version.backUp(from) });
  await makeFolder(journalFolder);
  for (const path of found.unfinished) await rm(path);
  // A process that was killed may have renamed files and made folders that only the kernel knows
  // of.
  for (const path of [folder, ...found.folders]) await syncFolder(path);
  await settleJournal(replay, journalFolder, log);

  const journal = await Journal.open(journalFolder, replay, files);
  for await (const { seq, changes } of commitsOf(replay)) {
    documents.apply(
      seq,
      changes.map((change) => editOf(migrateChange(change, from, steps))),
    );
  }
  await checkpoints.noteJournal(journal, documents);
  if (from < newest) {
    await checkpoints.run(journal, documents);
    await version.write(newest);
  }
  return new JsonStore({ journal, documents, checkpoints, checkpointBytes, log, release });
}
