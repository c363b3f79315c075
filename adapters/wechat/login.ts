import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import QRCode from 'qrcode';
import type { Print } from '../registration.ts';

/*
 * Whoever scans the code is logged in as the bot: it is shown on the machine's own screen and in a
 * file that only its owner can read, and nowhere else.
 */

const FILE = 'login.png';

/** Shows the code by which somebody logs in with the phone; it replaces an earlier one. */
export async function showLogin(url: string, folder: string, print: Print): Promise<void> {
  const path = join(folder, FILE);
  const code = await QRCode.toString(url, { type: 'terminal', small: true });
  // First, as it needs no disk.
  print(`微信要登录：请用当机器人的那部手机扫一扫 ${path}\n`, `${code}\n`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path, await QRCode.toBuffer(url, { type: 'png', scale: 8 }), { mode: 0o600 });
  await chmod(path, 0o600);
}

/** Somebody has logged in; the code is of no use to anybody any more. */
export async function hideLogin(folder: string): Promise<void> {
  await rm(join(folder, FILE), { force: true });
}
