import { chmod, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join, relative } from 'node:path';
import { umask } from 'node:process';
import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { UserError } from '../../src/core/user-error.ts';
import type { Log } from '../../src/ports/log.ts';

/*
 * How tools on the same machine give orders to the running bot: a Unix socket in the data folder,
 * which only its owner can open. One order for each connection, as JSON; one answer.
 */

const SOCKET_FILE = 'control.sock';

/** An order comes at once; who says nothing for so long gives none, ms. */
const SAYS_WITHIN = 10_000;

const text = z.object({ zh: z.string(), en: z.string() });
const answer = z.union([z.object({ done: z.unknown() }), z.object({ mistake: text })]);

/**
 * Takes orders for the bot whose store is in this folder. The caller holds the store, so a socket
 * that is there already was left behind by a process that is gone.
 * @returns how to take no more; what is being carried out is answered still.
 */
export async function takeOrders(
  folder: string,
  carryOut: (order: unknown) => Promise<unknown>,
  log: Log,
  saysWithin = SAYS_WITHIN,
): Promise<() => void> {
  const path = socketPath(folder);
  await rm(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', (error) => log.error('an order was broken off', error));
    // Each connection costs a descriptor.
    socket.setTimeout(saysWithin, () => socket.destroy());
    void reply(socket, carryOut, log);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(isTooLong(error) ? new UserError(TOO_LONG) : error));
    // The socket is made before the call returns, and the mask is the whole process's.
    const before = umask(0o177);
    server.listen(path, resolve);
    umask(before);
  });
  await chmod(path, 0o600);
  return () => void server.close();
}

async function reply(
  socket: Socket,
  carryOut: (order: unknown) => Promise<unknown>,
  log: Log,
): Promise<void> {
  try {
    const said = await textOf(socket);
    // Whoever only looks whether somebody is here gives no order.
    if (said === '') return void socket.end();
    const order: unknown = JSON.parse(said);
    // What is carried out may take its time.
    socket.setTimeout(0);
    socket.end(JSON.stringify({ done: await carryOut(order) }));
  } catch (error) {
    if (!(error instanceof UserError)) log.error('an order failed', error);
    const mistake = error instanceof UserError ? error.text : FAILED;
    socket.end(JSON.stringify({ mistake }));
  }
}

/**
 * Gives an order to the bot that runs on this folder.
 * @returns what it answers; undefined when none runs, or it ended before it answered.
 * @throws UserError when the bot refuses.
 */
export async function giveOrder(folder: string, order: unknown): Promise<unknown> {
  const socket = await reach(socketPath(folder));
  if (socket === undefined) return undefined;
  socket.end(JSON.stringify(order));
  const heard = await textOf(socket).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNRESET' || error.code === 'EPIPE') return '';
    throw error;
  });
  if (heard === '') return undefined;
  const said = answer.parse(JSON.parse(heard));
  if ('mistake' in said) throw new UserError(said.mistake);
  return said.done;
}

/** Whether a bot takes orders on this folder. */
export async function isRunning(folder: string): Promise<boolean> {
  const socket = await reach(socketPath(folder));
  socket?.end().resume();
  return socket !== undefined;
}

function reach(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path, allowHalfOpen: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(undefined);
      else reject(isTooLong(error) ? new UserError(TOO_LONG) : error);
    });
  });
}

const FAILED = {
  zh: '机器人没能做到，原因在它的日志里',
  en: 'the bot could not do it; its log says why',
};

const TOO_LONG = {
  zh: 'DATA_DIR 的路径太长：连 /control.sock 一起，从根目录或者从启动的地方算，要少于约 100 个字符',
  en: 'DATA_DIR is too long a path: with /control.sock it must have less than about 100 characters, from / or from where the bot is started',
};

function isTooLong({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EINVAL' || code === 'ENAMETOOLONG';
}

/** The kernel takes about a hundred characters; a path from where we stand is often shorter. */
function socketPath(folder: string): string {
  const path = join(folder, SOCKET_FILE);
  const near = relative('.', path);
  return near.length < path.length ? near : path;
}
