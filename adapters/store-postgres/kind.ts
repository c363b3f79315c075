import { resolve } from 'node:path';
import { z } from 'zod';
import { because } from '../../src/core/mistakes.ts';
import { makeFolder } from '../durable/files.ts';
import type { StoreKind } from '../registration.ts';

/** The name of a schema, as PostgreSQL takes it without quotes. */
const SCHEMA = /^[a-z_][a-z0-9_]{0,62}$/;

const settings = z.object({
  STORE_URL: z
    .string()
    .refine(
      (text) => URL.canParse(text) && /^postgres(ql)?:\/\//.test(text),
      because({ zh: '要写数据库的地址', en: 'the address of a database' }),
    )
    .optional()
    .meta({
      description: 'With STORE=postgres: the database, postgres://user:password@host:5432/name',
      examples: ['postgres://user:password@127.0.0.1:5432/lianluo'],
      secret: true,
    }),
  STORE_SCHEMA: z
    .string()
    .regex(SCHEMA)
    .default('lianluo')
    .meta({
      description: 'With STORE=postgres: the schema there; the first start makes it',
      examples: ['lianluo'],
    }),
  STORE_LEASE: z.coerce
    .number()
    .int()
    .min(2)
    .max(120)
    .default(10)
    .meta({
      description:
        'With STORE=postgres: another process takes over after so many seconds of silence',
      examples: ['10'],
    }),
  STORE_NAME: z
    .string()
    .max(60)
    .optional()
    .meta({
      description:
        'With STORE=postgres: what this process is called (default: the name of its host)',
      examples: ['one'],
    }),
});

/** Without the database there is nothing to open. */
const understood = settings.refine(({ STORE_URL }) => STORE_URL !== undefined, {
  path: ['STORE_URL'],
  ...because({ zh: 'STORE=postgres 还要有它', en: 'is needed with STORE=postgres' }),
});

/** Tables of a PostgreSQL database, beside which a second process may wait. */
export const postgres: StoreKind = {
  settings,
  understood,
  open: async ({ settings: read, folder, log, standBy }) => {
    const given = read(understood);
    // What is no record lies there all the same: photos, a login, where orders are taken.
    await makeFolder(resolve(folder));
    const { postgresStore } = await import('./index.ts');
    const { STORE_LEASE, STORE_NAME: name } = given;
    return postgresStore({ ...placeIn(given), lease: STORE_LEASE * 1_000, name, log, standBy });
  },
  check: async (read) => {
    const { checkPostgres } = await import('./check.ts');
    return checkPostgres(placeIn(read(settings)));
  },
  openReadOnly: async ({ settings: read }) => {
    const { readPostgres } = await import('./read.ts');
    return readPostgres(placeIn(read(understood)));
  },
};

function placeIn({ STORE_URL: url = '', STORE_SCHEMA: schema }: z.infer<typeof settings>) {
  return { url, schema };
}
