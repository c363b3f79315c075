import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkBlobs, openBlobs } from '../../adapters/blobs.ts';
import { blobsInS3 } from '../../adapters/blobs-s3/index.ts';
import { readSettings } from '../../src/config.ts';
import { S3 } from '../support/s3.ts';
import { blobsContract } from './blobs.contract.ts';

blobsContract('photos in an S3-compatible store', async () => {
  const server = await S3.start();
  return {
    // It counts whole seconds.
    grain: 60,
    open: async () => blobsInS3(server.place),
    refuseWrites: async (refuse) => {
      server.refuses = refuse;
    },
    damage: (partition, name) => server.damage(`folder/${partition}/${name}`),
    remove: () => server.stop(),
  };
});

test('a partition has more photos than a page shows, and others stay apart', async () => {
  const server = await S3.start();
  onTestFinished(() => server.stop());
  const blobs = blobsInS3(server.place, 10);
  const names = await Promise.all(
    Array.from({ length: 25 }, (_, n) => blobs.put('p', Uint8Array.of(n), 'png')),
  );
  await blobs.put('q', Uint8Array.of(1, 2), 'png');
  expect((await blobs.names('p')).toSorted()).toEqual(names.toSorted());
  expect(await blobs.partitions()).toEqual(['p', 'q']);
  expect(server.asked.filter((one) => one.includes('marker='))).not.toEqual([]);
});

test('the settings choose it, a wrong key is told, and a folder is what there is without', async () => {
  const server = await S3.start();
  onTestFinished(() => server.stop());
  const { bucket, key, secret } = server.place;
  const environment = {
    FILES_URL: 's3://photos/folder',
    FILES_ENDPOINT: bucket.slice(0, bucket.lastIndexOf('/')),
    FILES_KEY: key,
    FILES_SECRET: secret,
  };
  const settings =
    (given: object) =>
    <T>(schema: Parameters<typeof readSettings<T>>[0]) =>
      readSettings(schema, { ...environment, ...given });
  const folder = await mkdtemp(join(tmpdir(), 'files-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const blobs = await openBlobs(settings({}), folder);
  const name = await blobs.put('p', Uint8Array.of(7), 'png');
  expect(await blobsInS3(server.place).get('p', name)).toEqual(Uint8Array.of(7));
  expect((await checkBlobs(settings({})))?.state).toBe('well');
  const wrong = await checkBlobs(settings({ FILES_KEY: 'another' }));
  expect(wrong).toMatchObject({ state: 'wrong', text: { en: expect.stringContaining('403') } });
  await expect(openBlobs(settings({ FILES_KEY: '' }), folder)).rejects.toThrow('FILES_KEY');
  const inFolder = await openBlobs(settings({ FILES_URL: '' }), folder);
  expect(await inFolder.names('p')).toEqual([]);
  expect(await checkBlobs(settings({ FILES_URL: '' }))).toBeUndefined();
});
