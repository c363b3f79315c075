import { describe } from 'vitest';
import { Schema, withoutDatabase } from '../support/postgres.ts';
import { storeContract } from './store.contract.ts';

describe.skipIf(withoutDatabase)('with a server', () => {
  storeContract('the PostgreSQL store', async () => {
    const schema = new Schema();
    let refusing = false;
    const beforeCommit = () => {
      if (refusing) throw new Error('could not extend file');
    };
    return {
      open: () => schema.open({ beforeCommit }),
      refuseWrites: (refuse) => {
        refusing = refuse;
      },
      remove: () => schema.remove(),
    };
  });
});
