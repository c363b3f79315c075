import { AwsClient } from 'aws4fetch';
import type { BlobStore } from '../../src/ports/blobs.ts';
import { fileName, isFileName, isNamed, isPartition, partitionName } from '../durable/blob-name.ts';
import type { BlobReader } from '../durable/blob-reader.ts';
import type { S3Place } from './settings.ts';

/** What is not answered by then is not answered any more, ms. */
const WITHIN = 30_000;
/** How often a store that is busy is asked again. */
const RETRIES = 3;

interface Listed {
  readonly key: string;
  /** When it was put, ms. */
  readonly at: number;
}

/**
 * Photos in an S3-compatible store, `<folder>/<partition>/<hash>.jpg`. A name stands for a content,
 * so several processes may put and read there at once.
 * @param pageSize the most that one answer lists.
 */
export function blobsInS3(place: S3Place, pageSize = 1_000): BlobStore & BlobReader {
  const { bucket, prefix, region, key: accessKeyId, secret: secretAccessKey } = place;
  const given = { accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES };
  const client = new AwsClient(given);

  const ask = async (path: string, init: RequestInit = {}) => {
    const answer = await client.fetch(`${bucket}${path}`, {
      ...init,
      signal: AbortSignal.timeout(WITHIN),
    });
    if (answer.ok || answer.status === 404) return answer;
    await answer.body?.cancel();
    throw new Error(`the store of photos answered ${init.method ?? 'GET'} with ${answer.status}`);
  };
  const object = (partition: string, name: string) =>
    `/${prefix}${partitionName(partition)}/${name}`;

  /**
   * One page after another, by the older kind of list, which every such store has and which goes on
   * behind a name. @throws Error where the bucket is not there.
   */
  async function* pages(query: Readonly<Record<string, string>>): AsyncGenerator<string> {
    let marker: string | undefined;
    do {
      const more = marker === undefined ? {} : { marker };
      const search = new URLSearchParams({ 'max-keys': String(pageSize), ...query, ...more });
      const answer = await ask(`?${search}`);
      if (!answer.ok) throw new Error(`the store of photos answered a list with ${answer.status}`);
      const text = await answer.text();
      yield text;
      const isCut = tagged(text, 'IsTruncated')[0] === 'true';
      marker = isCut ? (tagged(text, 'NextMarker')[0] ?? tagged(text, 'Key').at(-1)) : undefined;
    } while (marker !== undefined);
  }

  async function listed(partition: string): Promise<readonly Listed[]> {
    const folder = `${prefix}${partitionName(partition)}/`;
    const found: Listed[] = [];
    for await (const page of pages({ prefix: folder }))
      for (const content of tagged(page, 'Contents')) {
        const [key = ''] = tagged(content, 'Key');
        const [at = ''] = tagged(content, 'LastModified');
        found.push({ key: key.slice(folder.length), at: Date.parse(at) });
      }
    return found.filter(({ key }) => isFileName(key));
  }

  return {
    async put(partition, bytes, ending) {
      const name = fileName(bytes, ending);
      // Also where it is there: it counts as put now.
      const body = Uint8Array.from(bytes);
      const answer = await ask(object(partition, name), { method: 'PUT', body });
      if (!answer.ok) throw new Error(`the store of photos answered PUT with ${answer.status}`);
      return name;
    },

    async get(partition, name) {
      if (!isFileName(name)) return undefined;
      const answer = await ask(object(partition, name));
      const bytes = answer.ok ? await answer.bytes() : await answer.body?.cancel();
      return bytes !== undefined && isNamed(bytes, name) ? bytes : undefined;
    },

    async names(partition, atLeast = 0) {
      const before = Date.now() - atLeast;
      const found = await listed(partition);
      return found.filter(({ at }) => atLeast === 0 || at < before).map(({ key }) => key);
    },

    async remove(partition, name) {
      if (!isFileName(name)) return;
      const answer = await ask(object(partition, name), { method: 'DELETE' });
      await answer.body?.cancel();
    },

    async partitions() {
      const found: string[] = [];
      for await (const page of pages({ prefix, delimiter: '/' }))
        for (const common of tagged(page, 'CommonPrefixes'))
          found.push(...tagged(common, 'Prefix').map((one) => one.slice(prefix.length, -1)));
      return found.filter(isPartition);
    },
  };
}

/** What stands between tags of this name. What is read here is what we have named ourselves. */
function tagged(xml: string, tag: string): readonly string[] {
  const opened = xml.split(`<${tag}>`).slice(1);
  return opened.map((rest) => rest.split(`</${tag}>`, 1)[0] ?? '');
}
