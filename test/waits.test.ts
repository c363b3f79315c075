import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

/*
 * A test that sleeps is slow where it waits for what happens, and proves nothing where it waits for
 * what must not: on a busy machine that only comes later. `support/` has what to use instead:
 * `until`, `allTurns`, a clock that is moved. Chance comes from fast-check, which prints its seed.
 */

/**
 * How many lines of a file name a timer of the machine, with the reason. Numbers here only get
 * smaller. A slow test is named without its `.slow`.
 */
const SLEEPS: Readonly<Record<string, number>> = {
  // What others are made of: they look again, or are an answer that takes its time.
  'test/support/until.ts': 1,
  'test/support/telegram-server/updates.ts': 1,
  'test/support/wechat-gateway/account.ts': 1,
  'test/support/wechat-gateway/world.ts': 1,
  // A process that only waits to be killed; somebody who looks at the relay's window again.
  'test/faults/store.child.ts': 1,
  'test/contracts/chat-relay.test.ts': 1,
  // The server hangs for as long as it is told to.
  'test/support/telegram-server/index.ts': 1,
  // A message takes long to be handled; nothing says what is to be handled meanwhile.
  'test/contracts/chat.contract.ts': 2,
  // Other processes: killed at a moment of chance, or looked for.
  'test/faults/machine.test.ts': 1,
  'test/faults/process.test.ts': 1,
  'test/faults/sends.kill.test.ts': 1,
  'test/faults/store.kill.ts': 2,
  // An erasure that waits for a reader, as long as this.
  'test/faults/store-json.long.test.ts': 1,
  'test/relay/tool.test.ts': 1,
  // The timers that are tested, and a process with a clock of its own that is waited for.
  'test/faults/system-clock.test.ts': 1,
  'test/faults/system-clock.child.ts': 2,
  // Connections, leases and files whose time is the machine's.
  'test/contracts/blobs.contract.ts': 1,
  'test/faults/owners.test.ts': 1,
  'test/faults/stand-by.test.ts': 1,
  'test/faults/store-postgres.test.ts': 1,
  // The client of the gateway counts by the clock of the machine.
  'test/wechat/gateway.test.ts': 1,
  'test/wechat/line.test.ts': 4,
};

const TIMER = /\b(setTimeout|setInterval)\b/;
const CHANCE = /\bMath\.random\b/;

const files = globSync('test/**/*.ts', { cwd: join(import.meta.dirname, '..') })
  .filter((path) => !['architecture.test.ts', 'waits.test.ts'].includes(basename(path)))
  .map((path) => ({
    path: path.replace('.slow.', '.'),
    lines: readFileSync(join(import.meta.dirname, '..', path), 'utf8').split('\n'),
  }));

/** The files with lines that name something, and how many each has. */
function naming(pattern: RegExp): Readonly<Record<string, number>> {
  const counts = files.map(
    ({ path, lines }) => [path, lines.filter((line) => pattern.test(line)).length] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

test('no test sleeps but those that are named, and none is named in vain', () => {
  expect(naming(TIMER)).toEqual(SLEEPS);
});

test('no test draws numbers that cannot be drawn again', () => {
  expect(naming(CHANCE)).toEqual({});
});
