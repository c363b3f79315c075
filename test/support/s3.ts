import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { S3Place } from '../../adapters/blobs-s3/settings.ts';

/** An S3-compatible store on loopback, behind a door that can refuse what is put. */
export class S3 {
  refuses = false;
  /** What was asked for, as it came. */
  readonly asked: string[] = [];
  private readonly folder: string;
  private readonly store: S3rver;
  private readonly inner: number;
  private readonly door = createServer((asked, answer) => this.pass(asked, answer));

  private constructor(folder: string, store: S3rver, inner: number) {
    this.folder = folder;
    this.store = store;
    this.inner = inner;
  }

  static async start(): Promise<S3> {
    const folder = await mkdtemp(join(tmpdir(), 's3-'));
    const store = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: folder,
      configureBuckets: [{ name: 'photos', configs: [] }],
    });
    const { port } = await store.run();
    const s3 = new S3(folder, store, port);
    await new Promise<void>((resolve) => s3.door.listen(0, '127.0.0.1', resolve));
    return s3;
  }

  get place(): S3Place {
    const { port } = this.door.address() as AddressInfo;
    const bucket = `http://127.0.0.1:${port}/photos`;
    return { bucket, prefix: 'folder/', region: 'us-east-1', key: 'S3RVER', secret: 'S3RVER' };
  }

  /** Cuts off what an object holds. */
  async damage(key: string): Promise<void> {
    const found = await readdir(this.folder, { recursive: true });
    const file = found.find((one) => one.includes(key) && one.endsWith('_object'));
    await truncate(join(this.folder, file ?? 'nothing'), 1);
  }

  async stop(): Promise<void> {
    this.door.closeAllConnections();
    await new Promise((resolve) => this.door.close(resolve));
    await this.store.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { method = '', url = '', headers } = asked;
    this.asked.push(`${method} ${url}`);
    if (this.refuses && method === 'PUT') {
      asked.resume();
      answer.writeHead(507).end();
      return;
    }
    const onward = request({ port: this.inner, host: '127.0.0.1', method, path: url, headers });
    onward.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  }
}
