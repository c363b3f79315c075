import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UniformResourceNameRegistry } from 'file-box';
import { PuppetServer } from 'wechaty-puppet-service';
import type { LabPuppet } from './puppet.ts';

/** The real server, on a local socket in a folder of its own. */
export class LabServer extends PuppetServer {
  readonly path: string;

  constructor(puppet: LabPuppet, token: string, folder: string) {
    const path = join(folder, 'socket');
    super({ endpoint: `unix:${path}`, puppet, token, tls: { disable: true } });
    this.path = path;
    mkdirSync(folder);
    // Otherwise all servers of a process keep files in one folder, and the first to stop removes
    // it.
    this.urnRegistry = new UniformResourceNameRegistry({ storeDir: join(folder, 'files') });
    this.urnRegistry.init();
  }

  override async start(): Promise<void> {
    const { noDeprecation } = process;
    // It calls what its own gRPC library warns of.
    process.noDeprecation = true;
    await super.start();
    Object.assign(process, { noDeprecation });
  }
}
