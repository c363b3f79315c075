import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { storeContract } from './store.contract.ts';

storeContract('the memory store', async () => {
  const disk = new MemoryDisk();
  return {
    open: async () => memoryStore(disk),
    refuseWrites: (refuse) => {
      disk.full = refuse;
    },
    remove: async () => {},
  };
});
