import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What takes seconds on a busy machine is not a failure; nothing here waits for its limit.
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000, interval: 5 } },
    // Nothing in the modules is changed by a test, so they are loaded once for each worker and not for each file.
    isolate: false,
    maxWorkers: 2,
    // Tests that start the bot as a process start the same program many times.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'lianluo-compile-cache') },
  },
});
