import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { BoardPlace } from '../../src/ports/board.ts';
import { isMissing, writeDurably } from '../durable/files.ts';

export const boardSettings = z.object({
  BOARD_DIR: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'The folder into which boards are written', examples: ['/srv/board'] }),
  BOARD_URL: z
    .url()
    .optional()
    .meta({
      description: 'Where that folder is published',
      examples: ['https://board.example.org'],
    }),
});

/** 128 bits: the folder of a board, which nobody can guess. */
const ADDRESS = /^[0-9a-f]{32}$/;

/**
 * Boards in a folder that a web server publishes: `<address>/index.html` for people, `wall.html`
 * beside it for a screen, and `sheet.html` to be printed, with the code by which the board is found.
 * Whatever else lies in the folder is left alone.
 */
export function boardFolder(folder: string, url: string | undefined): BoardPlace {
  const root = resolve(folder);
  const written = new Map<string, string>();
  const base = url?.endsWith('/') ? url.slice(0, -1) : url;
  return {
    url: base,
    async publish(pages) {
      for (const [address, page] of pages) {
        if (!ADDRESS.test(address)) throw new Error('this is no address of a board');
        if (written.get(address) === page) continue;
        await write(join(root, address), page, base && `${base}/${address}/`);
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

/** The files of a board; without an address nobody could scan there is none to be printed. */
async function write(folder: string, page: string, url: string | undefined): Promise<void> {
  await mkdir(folder, { recursive: true });
  // The web server is somebody else on the machine.
  await chmod(folder, 0o755);
  await writeReadable(join(folder, 'index.html'), withPolicy(page));
  await writeReadable(join(folder, 'wall.html'), withPolicy(page, RELOADS));
  if (url === undefined) return;
  await writeReadable(join(folder, 'sheet.html'), withPolicy(await withCode(page, url)));
}

/** A screen on a wall has nobody who reloads it; people who read the page would be disturbed. */
const RELOADS = '<meta http-equiv="refresh" content="60">';

/** The code as lines of the page itself: nothing is loaded for it. */
async function withCode(page: string, url: string): Promise<string> {
  const { toString: drawn } = await import('qrcode');
  const code = await drawn(url, { type: 'svg', margin: 1 });
  const named = code.replace('<svg ', '<svg role="img" aria-label="QR" ');
  return page.replace('</header>', `<figure class="code">${named}</figure></header>`);
}

async function writeReadable(file: string, page: string): Promise<void> {
  await writeDurably(file, new TextEncoder().encode(page));
  await chmod(file, 0o644);
}

/** The page may load nothing, and shows no style but its own. */
function withPolicy(page: string, more = ''): string {
  const [, from = ''] = page.split('<style>', 2);
  const [style = ''] = from.split('</style>', 1);
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
