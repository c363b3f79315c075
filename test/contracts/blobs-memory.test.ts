import { MemoryBlobs } from '../../adapters/blobs-memory/index.ts';
import { blobsContract } from './blobs.contract.ts';

blobsContract('files in memory', async () => {
  const files = new MemoryBlobs();
  return {
    open: async () => files,
    refuseWrites: async (refuse) => {
      files.full = refuse;
    },
    damage: async (partition, name) => files.damage(partition, name),
    remove: async () => {},
  };
});
