import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { standOn } from '../support/conversation.ts';
import { Schema, withoutDatabase } from '../support/postgres.ts';

/*
 * Conversations once more over PostgreSQL, also those that are restarted before every line: a few
 * files, in CI every fourth one, too, and with `CONVERSATIONS=all` all of them, which takes six
 * minutes. A schema of its own for each test would make tables all the time; here each begins with
 * none of the records of the one before.
 */
const FEW = ['service-day.test.ts', 'keeping.test.ts', 'status.test.ts'];
const every = process.env['CONVERSATIONS'] === 'all' ? 1 : process.env['CI'] ? 4 : undefined;
/** As a process that has no other beside it says nothing of who works. */
const alone = (store: Store): Store => Object.create(store, { holding: { value: undefined } });
const files = readdirSync(import.meta.dirname).filter(
  (name, at) =>
    name.endsWith('.test.ts') &&
    !name.endsWith('.slow.test.ts') &&
    (FEW.includes(name) || (every !== undefined && at % every === 0)),
);
const schema = new Schema();
let end = () => {};

beforeAll(() => {
  end = standOn(async () => {
    await schema.empty();
    onTestFinished(() => schema.empty());
    return { openStore: async () => alone(await schema.open()) };
  });
});

afterAll(async () => {
  end();
  if (!withoutDatabase) await schema.remove();
});

for (const name of files) {
  describe.skipIf(withoutDatabase)(name, async () => {
    await import(/* @vite-ignore */ `./${name}`);
  });
}
