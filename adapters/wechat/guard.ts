import type { Log } from '../../src/ports/log.ts';
import { takeUncaught } from '../uncaught.ts';

/**
 * Puppets throw where nobody can catch it, at their end above all; that must not end the bot.
 * Everything else that nobody caught ends the process as it would without this.
 * @returns how to stop it.
 */
export function guard(puppet: string, log: Log): () => void {
  return takeUncaught((error) => {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    if (!isTheirs(stack, puppet)) return false;
    log.error('wechat: the puppet threw', error);
    return true;
  });
}

/**
 * The innermost frame that is no part of Node is in a package of wechaty's, or of the puppet's own.
 */
function isTheirs(stack: string, puppet: string): boolean {
  const frame =
    stack
      .split('\n')
      .find((line) => line.trimStart().startsWith('at ') && !line.includes('node:')) ?? '';
  const [, name = ''] = /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(frame) ?? [];
  return (
    name === puppet ||
    /^(wechaty|wechat4u|@grpc[\\/]|file-box|memory-card|state-switch|watchdog)/.test(name)
  );
}
