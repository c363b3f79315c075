import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { blobsContract } from './blobs.contract.ts';

blobsContract('files in a folder', async () => {
  const home = await mkdtemp(join(tmpdir(), 'files-'));
  const inTheWay = join(home, 'photos', 'p');
  return {
    open: () => blobFolder(home),
    refuseWrites: async (refuse) => {
      await mkdir(join(home, 'photos'), { recursive: true });
      await (refuse ? writeFile(inTheWay, 'a file where the folder should be') : rm(inTheWay));
    },
    damage: (partition, name) => truncate(join(home, 'photos', partition, name), 1),
    remove: () => rm(home, { recursive: true }),
  };
});
