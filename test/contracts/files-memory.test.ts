import { MemoryFiles } from '../../adapters/files-memory/index.ts';
import { filesContract } from './files.contract.ts';

filesContract('files in memory', async () => {
  const files = new MemoryFiles();
  return {
    open: async () => files,
    refuseWrites: async (refuse) => {
      files.full = refuse;
    },
    damage: async (partition, name) => files.damage(partition, name),
    remove: async () => {},
  };
});
