/*
 * For driving the bot from outside: conversations that are played on a simulated clock, over a
 * store in memory. These names and their shapes stay as they are.
 */

export { silentLog } from '../../adapters/log-pino/index.ts';
export { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
export { readAllianceFile } from '../../src/features/import/index.ts';
export { play } from './play.ts';
export { Player } from './player.ts';
