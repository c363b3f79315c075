import { resolve } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../src/core/user-error.ts';
import { makeFolder } from '../durable/files.ts';
import type { StoreKind } from '../registration.ts';

/** The name of a schema, as PostgreSQL takes it without quotes. */
const SCHEMA = /^[a-z_][a-z0-9_]{0,62}$/;

const settings = z.object({
  STORE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional()
    .describe('With STORE=postgres: the database, postgres://user:password@host:5432/name'),
  STORE_SCHEMA: z
    .string()
    .regex(SCHEMA)
    .default('lianluo')
    .describe('With STORE=postgres: the schema there; the first start makes it'),
  STORE_LEASE: z.coerce
    .number()
    .int()
    .min(2)
    .max(120)
    .default(10)
    .describe('With STORE=postgres: another process takes over after so many seconds of silence'),
  STORE_NAME: z
    .string()
    .max(60)
    .optional()
    .describe('With STORE=postgres: what this process is called (default: the name of its host)'),
});

/** Tables of a PostgreSQL database, beside which a second process may wait. */
export const postgres: StoreKind = {
  settings,
  open: async ({ settings: read, folder, log, standBy }) => {
    const given = read(settings);
    // What is no record lies there all the same: photos, a login, where orders are taken.
    await makeFolder(resolve(folder));
    const { postgresStore } = await import('./index.ts');
    const { STORE_LEASE, STORE_NAME: name } = given;
    return postgresStore({ ...placeIn(given), lease: STORE_LEASE * 1_000, name, log, standBy });
  },
  openReadOnly: async ({ settings: read }) => {
    const { readPostgres } = await import('./read.ts');
    return readPostgres(placeIn(read(settings)));
  },
};

function placeIn({ STORE_URL: url, STORE_SCHEMA: schema }: z.infer<typeof settings>) {
  if (url !== undefined) return { url, schema };
  throw new UserError({
    zh: 'STORE=postgres 还要 STORE_URL，比如 postgres://用户:口令@主机:5432/库名',
    en: 'STORE=postgres needs STORE_URL, such as postgres://user:password@host:5432/name',
  });
}
