import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import { standOn } from '../support/conversation.ts';
import { Schema, withoutDatabase } from '../support/postgres.ts';

/*
 * Conversations once more over PostgreSQL, also those that are restarted before every line: a few
 * files, with `CONVERSATIONS=all` every one, which takes long. A schema of its own for each test
 * would make tables all the time; here each begins with none of the records of the one before.
 */
const FEW = ['service-day.test.ts', 'keeping.test.ts'];
const files = readdirSync(import.meta.dirname).filter(
  (name) =>
    name.endsWith('.test.ts') &&
    !name.endsWith('.slow.test.ts') &&
    (process.env['CONVERSATIONS'] === 'all' || FEW.includes(name)),
);
const schema = new Schema();
let end = () => {};

beforeAll(() => {
  end = standOn(async () => {
    await schema.empty();
    onTestFinished(() => schema.empty());
    return { openStore: () => schema.open() };
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
