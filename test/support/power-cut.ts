import { dirname } from 'node:path';
import type { Disk } from '../../adapters/durable/files.ts';

/** A file: what programs read in it now, and what a power cut leaves of it. */
interface File {
  now: string;
  kept: string;
}

/** The power is gone, with whatever was not synced. */
class PowerCut extends Error {}

/**
 * A disk in memory that keeps only what was synced: of a file its content, of a folder the names in
 * it. The power goes after so many steps.
 */
export class PowerCutDisk implements Disk {
  /** How many operations have been done. */
  steps = 0;
  private readonly lastStep: number;
  /** Path → file, as programs see it. */
  private readonly names = new Map<string, File>();
  /** The same as it is found after a power cut. */
  private readonly keptNames = new Map<string, File>();
  private readonly folders = new Set(['/']);
  private readonly keptFolders = new Set(['/']);

  constructor(lastStep = Number.POSITIVE_INFINITY) {
    this.lastStep = lastStep;
  }

  /**
   * All that may be found when the power is back, undefined for no such file. Until its folder is
   * synced a new name may be there or not: systems write names down when they like.
   */
  afterPowerCut(path: string): ReadonlySet<string | undefined> {
    const found = new Set([this.names.get(path)?.kept, this.keptNames.get(path)?.kept]);
    for (let folder = dirname(path); folder !== '/'; folder = dirname(folder))
      if (!this.keptFolders.has(folder)) found.add(undefined);
    return found;
  }

  async mkdir(path: string): Promise<string | undefined> {
    await this.step();
    let topmost: string | undefined;
    for (let folder = path; !this.folders.has(folder); folder = dirname(folder)) {
      this.folders.add(folder);
      topmost = folder;
    }
    return topmost;
  }

  async open(path: string, flags: string) {
    await this.step();
    const isFolder = this.folders.has(path);
    if (flags !== (isFolder ? 'r' : 'wx')) throw new Error(`${path} is opened with ${flags}`);
    const file: File = { now: '', kept: '' };
    if (!isFolder) this.names.set(path, file);
    return {
      writeFile: async (content: Iterable<string> | Uint8Array) => {
        for (const piece of content) {
          await this.step();
          file.now += piece;
        }
      },
      sync: async () => {
        await this.step();
        if (isFolder) this.keepFolder(path);
        else file.kept = file.now;
      },
      close: () => this.step(),
    };
  }

  async rename(from: string, to: string): Promise<void> {
    await this.step();
    const file = this.names.get(from);
    if (file === undefined) throw new Error(`there is no ${from}`);
    this.names.delete(from);
    this.names.set(to, file);
  }

  async rm(path: string): Promise<void> {
    await this.step();
    this.names.delete(path);
  }

  private keepFolder(folder: string): void {
    for (const one of this.folders) if (dirname(one) === folder) this.keptFolders.add(one);
    for (const [name, file] of this.names)
      if (dirname(name) === folder) this.keptNames.set(name, file);
  }

  private async step(): Promise<void> {
    if (this.steps >= this.lastStep) throw new PowerCut();
    this.steps += 1;
  }
}
