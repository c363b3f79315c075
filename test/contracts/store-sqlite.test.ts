import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '../../adapters/store-sqlite/index.ts';
import { recordingLog } from './recording-log.ts';
import { storeContract } from './store.contract.ts';

storeContract('the SQLite store', async () => {
  const home = await mkdtemp(join(tmpdir(), 'store-'));
  let refusing = false;
  const beforeCommit = () => {
    if (refusing) throw new Error('database or disk is full');
  };
  return {
    open: () => sqliteStore({ folder: join(home, 'store'), log: recordingLog(), beforeCommit }),
    refuseWrites: (refuse) => {
      refusing = refuse;
    },
    remove: () => rm(home, { recursive: true }),
    folder: home,
  };
});
