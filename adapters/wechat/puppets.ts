import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Puppet } from 'wechaty-puppet';
import { SERVICE, type WechatSettings } from './settings.ts';

/** Where puppets come from: a new one for each connection. */
export interface Puppets {
  make(): Puppet;
  /** The session is kept elsewhere: a puppet may be stopped without ending it. */
  readonly detach: boolean;
  /**
   * Where a puppet in this process keeps its login, a path to which wechaty adds
   * `.memory-card.json`.
   */
  readonly memory?: string;
}

/** A puppet's package: its class is what it is for. */
interface PuppetPackage {
  readonly default?: unknown;
  readonly [name: string]: unknown;
}
type PuppetClass = new () => Puppet;

/**
 * The puppets of these settings. The package is loaded here, and no other.
 * @throws Error with `code` ERR_MODULE_NOT_FOUND when it is not installed.
 */
export async function puppetsOf(settings: WechatSettings, folder: string): Promise<Puppets> {
  if (settings.puppet === SERVICE) {
    const { gateway } = await import('./gateway.ts');
    const { gateway: given } = settings;
    if (given === undefined) throw new Error('a gateway needs a token');
    return { make: () => gateway(given), detach: true };
  }
  const found = puppetIn((await import(settings.puppet)) as PuppetPackage);
  if (found === undefined) throw new Error(`${settings.puppet} holds no puppet`);
  return { make: () => new found(), detach: false, memory: await memoryFile(folder) };
}

function puppetIn(given: PuppetPackage): PuppetClass | undefined {
  const candidates = [given.default, ...Object.values(given)];
  return candidates.find(
    (one): one is PuppetClass => typeof one === 'function' && /^Puppet/.test(one.name),
  );
}

/** A file that only its owner can read: it holds a login. */
async function memoryFile(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = resolve(join(folder, 'session'));
  const path = `${name}.memory-card.json`;
  if (!existsSync(path)) await writeFile(path, '{}', { mode: 0o600 });
  return name;
}
