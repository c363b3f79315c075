import type { BlobStore } from '../src/ports/blobs.ts';
import { blobFolder, readBlobs } from './blobs-folder/index.ts';
import { filesSettings, s3Place } from './blobs-s3/settings.ts';
import type { BlobReader } from './durable/blob-reader.ts';
import type { Checked, ReadSettings } from './registration.ts';

/** Opens the place of photos that the settings name. @throws UserError */
export async function openBlobs(settings: ReadSettings, dataFolder: string): Promise<BlobStore> {
  return (await blobsElsewhere(settings)) ?? blobFolder(dataFolder);
}

/** The same, to be looked at only, beside a bot that has it open. @throws UserError */
export async function openBlobsReadOnly(
  settings: ReadSettings,
  dataFolder: string,
): Promise<BlobReader> {
  return (await blobsElsewhere(settings)) ?? readBlobs(dataFolder);
}

/** Looks whether photos can be read where the settings say; undefined in the data folder. */
export async function checkBlobs(settings: ReadSettings): Promise<Checked | undefined> {
  const blobs = await blobsElsewhere(settings);
  if (blobs === undefined) return undefined;
  try {
    await blobs.partitions();
    return { state: 'well', text: { zh: '照片的存储连得上', en: 'The store of photos answers' } };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      state: 'wrong',
      text: {
        zh: `照片的存储用不了（${why}）。请看看 FILES_URL、FILES_ENDPOINT 和密钥`,
        en: `The store of photos cannot be used (${why}). See FILES_URL, FILES_ENDPOINT and the key`,
      },
    };
  }
}

async function blobsElsewhere(settings: ReadSettings) {
  const place = s3Place(settings(filesSettings));
  if (place === undefined) return undefined;
  const { blobsInS3 } = await import('./blobs-s3/index.ts');
  return blobsInS3(place);
}
