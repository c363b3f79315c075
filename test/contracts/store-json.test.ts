import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { diskFiles } from '../../adapters/store-json/journal.ts';
import { recordingLog } from './recording-log.ts';
import { storeContract } from './store.contract.ts';

for (const checkpointBytes of [4 * 1024 * 1024, 300]) {
  storeContract(`the JSON store with a checkpoint every ${checkpointBytes} bytes`, async () => {
    const home = await mkdtemp(join(tmpdir(), 'store-'));
    let refusing = false;
    const write: typeof diskFiles.write = async (file, bytes) => {
      if (refusing) throw new Error('ENOSPC: no space left on device');
      return diskFiles.write(file, bytes);
    };
    return {
      open: () =>
        jsonStore({
          folder: join(home, 'store'),
          log: recordingLog(),
          checkpointBytes,
          files: { ...diskFiles, write },
        }),
      refuseWrites: (refuse) => {
        refusing = refuse;
      },
      remove: () => rm(home, { recursive: true }),
      folder: home,
    };
  });
}
