import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { BoardPlace } from '../../src/ports/board.ts';
import { isMissing, writeDurably } from '../durable/files.ts';

export const boardSettings = z.object({
  BOARD_DIR: z.string().min(1).optional().describe('The folder into which boards are written'),
  BOARD_URL: z.url().optional().describe('Where that folder is published'),
});

/** 128 bits: the folder of a board, which nobody can guess. */
const ADDRESS = /^[0-9a-f]{32}$/;

const STYLE = /<style>([\s\S]*?)<\/style>/;

/**
 * Boards in a folder that a web server publishes: `<address>/index.html` for people, `wall.html`
 * beside it for a screen. Whatever else lies in the folder is left alone.
 */
export function boardFolder(folder: string, url: string | undefined): BoardPlace {
  const root = resolve(folder);
  const written = new Map<string, string>();
  return {
    url: url?.replace(/\/+$/, ''),
    async publish(pages) {
      for (const [address, page] of pages) {
        if (!ADDRESS.test(address)) throw new Error('this is no address of a board');
        if (written.get(address) === page) continue;
        const folder = join(root, address);
        await mkdir(folder, { recursive: true });
        // The web server is somebody else on the machine.
        await chmod(folder, 0o755);
        await writeReadable(join(folder, 'index.html'), withPolicy(page));
        await writeReadable(join(folder, 'wall.html'), withPolicy(page, RELOADS));
        written.set(address, page);
      }
      for (const address of await listed(root)) {
        if (pages.has(address)) continue;
        await rm(join(root, address), { recursive: true, force: true });
        written.delete(address);
      }
    },
  };
}

/** A screen on a wall has nobody who reloads it; people who read the page would be disturbed. */
const RELOADS = '<meta http-equiv="refresh" content="60">';

async function writeReadable(file: string, page: string): Promise<void> {
  await writeDurably(file, new TextEncoder().encode(page));
  await chmod(file, 0o644);
}

/** The page may load nothing, and shows no style but its own. */
function withPolicy(page: string, more = ''): string {
  const style = STYLE.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return page.replace(
    '<head>',
    `<head><meta http-equiv="Content-Security-Policy" content="${policy}">${more}`,
  );
}

async function listed(root: string): Promise<readonly string[]> {
  try {
    return (await readdir(root)).filter((name) => ADDRESS.test(name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
