import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * What tests keep in folders lies in memory where the system has such a place: a disk only makes
 * them wait.
 */
const MEMORY = '/dev/shm';
const folders = existsSync(MEMORY) ? { TMPDIR: MEMORY } : {};

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What takes seconds on a busy machine is not a failure; nothing here waits for its limit.
    testTimeout: 20_000,
    expect: { poll: { timeout: 5_000, interval: 5 } },
    // Nothing in the modules stays changed by a test, so they are loaded once for each worker and
    // not for each file.
    isolate: false,
    // One more than cores: some tests wait most of the time, for processes that start and lines
    // that come back.
    maxWorkers: 3,
    // Tests that start the bot as a process start the same program many times.
    env: { ...folders, NODE_COMPILE_CACHE: join(tmpdir(), 'lianluo-compile-cache') },
  },
});
