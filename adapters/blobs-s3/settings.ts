import { z } from 'zod';
import { UserError } from '../../src/core/user-error.ts';

/** Where photos lie, instead of in the data folder. */
export const filesSettings = z.object({
  FILES_URL: z
    .string()
    .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w./-]*)?$/)
    .optional()
    .meta({
      description:
        'Photos are kept in this S3-compatible store, s3://bucket/folder, not in DATA_DIR',
      examples: ['s3://photos/lianluo'],
    }),
  FILES_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      description: 'With FILES_URL: where the store is, https://host',
      examples: ['https://s3.example.org'],
    }),
  FILES_REGION: z
    .string()
    .min(1)
    .default('us-east-1')
    .meta({ description: 'With FILES_URL: its region', examples: ['us-east-1'] }),
  FILES_KEY: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'With FILES_URL: the id of the access key', examples: ['AKIA-the-id'] }),
  FILES_SECRET: z
    .string()
    .min(1)
    .optional()
    .meta({
      description: 'With FILES_URL: the secret of the key',
      examples: ['the-secret-of-the-key'],
      secret: true,
    }),
});

/** A bucket, a place in it, and the key to it. */
export interface S3Place {
  /** Without a slash at its end; names of objects follow behind one. */
  readonly bucket: string;
  /** In the bucket; empty, or with a slash at its end. */
  readonly prefix: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
}

/** @returns undefined where photos lie in the data folder. @throws UserError */
export function s3Place(given: z.infer<typeof filesSettings>): S3Place | undefined {
  const { FILES_URL: url, FILES_ENDPOINT: endpoint, FILES_REGION: region } = given;
  const { FILES_KEY: key, FILES_SECRET: secret } = given;
  if (url === undefined) return undefined;
  if (endpoint === undefined || key === undefined || secret === undefined)
    throw new UserError({
      zh: 'FILES_URL 还要 FILES_ENDPOINT、FILES_KEY 和 FILES_SECRET',
      en: 'FILES_URL needs FILES_ENDPOINT, FILES_KEY and FILES_SECRET, too',
    });
  const [bucket = '', ...folders] = url.slice('s3://'.length).split('/');
  const prefix = folders.filter((folder) => folder !== '').map((folder) => `${folder}/`);
  const base = endpoint.replace(/(?<!\/)\/+$/, '');
  return { bucket: `${base}/${bucket}`, prefix: prefix.join(''), region, key, secret };
}
