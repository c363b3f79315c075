import { describe, expect, onTestFinished, test } from 'vitest';
import type { Checked } from '../../adapters/registration.ts';
import { checkAll } from '../../tools/check/checks.ts';
import { temporaryFolder } from '../support/conversation.ts';
import { ask, DATABASE, Schema, withoutDatabase } from '../support/postgres.ts';

/** What `npm start -- --check` says of the database, and what it would have mended. */
async function checked(environment: Record<string, string>) {
  const found: Checked[] = [];
  const given = { DATA_DIR: `${temporaryFolder()}/store`, STORE: 'postgres', ...environment };
  for await (const one of checkAll(given)) found.push(one);
  const said = (state: Checked['state']) =>
    found.filter((one) => one.state === state).map(({ text }) => text.en);
  return { well: said('well').join('\n'), wrong: said('wrong') };
}

test('without an address, and with one that nobody answers at, it says what to do', async () => {
  expect((await checked({})).wrong[0]).toContain('STORE_URL');
  const url = 'postgres://bot:secret@127.0.0.1:1/none';
  const { wrong } = await checked({ STORE_URL: url });
  expect(wrong.join()).toContain('cannot be reached (ECONNREFUSED)');
  expect(wrong.join()).not.toContain('secret');
  expect((await checked({ STORE_URL: url, STORE_SCHEME: 'x' })).wrong.join()).toContain(
    'STORE_SCHEME',
  );
});

describe.skipIf(withoutDatabase)('with a server', () => {
  test('it says what is there and who works, and makes nothing', async () => {
    const schema = new Schema();
    onTestFinished(() => schema.remove());
    const given = { STORE_URL: DATABASE, STORE_SCHEMA: schema.name };
    expect((await checked(given)).well).toContain(`${schema.name} is made at the first start`);
    expect(await ask('SELECT to_regnamespace($1) AS there', [schema.name])).toEqual([
      { there: null },
    ]);
    const store = await schema.open({ name: 'left' });
    await store.commit([{ partition: 'p', collection: 'c', put: { id: '1' } }]);
    expect((await checked(given)).well).toContain('1 partitions; "left" works');
    await store.close();
    const after = await checked(given);
    expect(after.well).toContain('no process works there');
    expect(after.wrong).toEqual([]);
    await ask(`UPDATE ${schema.name}.lianluo SET version = 99`);
    expect((await checked(given)).wrong[0]).toContain('99');
  });
});
