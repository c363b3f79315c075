import { type ChildProcess, fork } from 'node:child_process';
import { expect, test } from 'vitest';

const CHILD = new URL('system-clock.child.ts', import.meta.url);
const DAY = 86_400_000;

interface Tick {
  readonly ticks: number;
  /** Since the process began, by the monotonic clock, ms. */
  readonly at: number;
}

/** The first tick of a process, and the first that comes more than a second behind it. */
async function ticksOf(child: ChildProcess): Promise<readonly [Tick, Tick | undefined]> {
  return new Promise((resolve, reject) => {
    let first: Tick | undefined;
    const late = setTimeout(() => first && resolve([first, undefined]), 55_000);
    child.on('message', (message: Tick | { readonly blocked: number }) => {
      if (!('ticks' in message))
        return reject(new Error(`It did nothing else for ${message.blocked} ms.`));
      first ??= message;
      // A timer may fire a moment before its slot, and then once more in it.
      if (message.at - first.at < 1_000) return;
      clearTimeout(late);
      resolve([first, message]);
    });
  });
}

test.concurrent.each([
  ['an hour back', -DAY / 24],
  ['a day back', -DAY],
  ['a year ahead', 365 * DAY],
])('a process whose clock is set %s just before a tick goes on ticking', async (_, moved) => {
  const child = fork(CHILD, [String(moved)]);
  try {
    const [first, next] = await ticksOf(child);
    expect(next).toEqual({ ticks: expect.any(Number), at: expect.any(Number) });
    expect((next?.at ?? 0) - first.at).toBeLessThan(45_000);
  } finally {
    child.kill();
  }
});
