import { expect, test } from 'vitest';
import { openStore, openStoreReadOnly } from '../../adapters/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import type { ReadSettings } from '../../adapters/registration.ts';
import { readSettings } from '../../src/config.ts';
import { temporaryFolder } from '../support/conversation.ts';
import { contentOf } from './store.contract.ts';

test.each(['json', 'sqlite'])('STORE=%s is read beside the bot that has it open', async (STORE) => {
  const settings: ReadSettings = (schema) => readSettings(schema, { STORE });
  const surroundings = {
    settings,
    dataFolder: `${temporaryFolder()}/store`,
    log: silentLog,
  };
  const nothing = await openStoreReadOnly(surroundings);
  expect(await nothing.partitions()).toEqual([]);
  expect(await nothing.load('p')).toEqual(new Map());
  await nothing.close();
  const store = await openStore(surroundings);
  await store.commit([{ partition: 'p', collection: 'c', put: { id: 'a', n: 1 } }]);
  const reader = await openStoreReadOnly(surroundings);
  await store.commit([{ partition: 'q', collection: 'c', put: { id: 'b' } }]);
  expect(await reader.partitions()).toEqual(['p']);
  expect(await contentOf(reader, 'p')).toEqual({ c: [{ id: 'a', n: 1 }] });
  expect(await contentOf(reader, 'q')).toEqual({});
  await reader.close();
  await store.close();
});
