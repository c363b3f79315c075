import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

/** The folders of tests lie in memory where the system has such a place: a disk makes them wait. */
const MEMORY = '/dev/shm';
const folders = existsSync(MEMORY) ? { TMPDIR: MEMORY } : {};

/** Tests that start and kill processes, or go on for long, have this in their names. */
const SLOW = 'test/**/*.slow.test.ts';

export default defineConfig({
  test: {
    // What takes seconds on a busy machine is not a failure; nothing here waits for its limit.
    testTimeout: 20_000,
    expect: { poll: { timeout: 5_000, interval: 5 } },
    // No test leaves a module changed, so each worker loads the modules once and not for each file.
    isolate: false,
    // One more than cores: some tests mostly wait, for processes and for connections.
    maxWorkers: 3,
    // Tests that start the bot as a process start the same program many times.
    env: { ...folders, NODE_COMPILE_CACHE: join(tmpdir(), 'lianluo-compile-cache') },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, SLOW],
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          include: [SLOW],
          testTimeout: 60_000,
          expect: { poll: { timeout: 15_000, interval: 5 } },
        },
      },
    ],
  },
});
