import { type ChildProcess, fork } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';

const CHILD = new URL('system-clock.child.ts', import.meta.url);
const DAY = 86_400_000;

/** What a process says until it has ticked twice, or the time is over. */
async function heardFrom(moved: number): Promise<readonly object[]> {
  const child: ChildProcess = fork(CHILD, [String(moved)]);
  onTestFinished(() => void child.kill());
  const heard: object[] = [];
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, 55_000);
    child.on('message', (message: { readonly ticks?: number }) => {
      heard.push(message);
      if (message.ticks !== 2) return;
      clearTimeout(late);
      resolve();
    });
  });
  return heard;
}

test.concurrent.each([
  ['an hour back', -DAY / 24],
  ['a day back', -DAY],
  ['a year ahead', 365 * DAY],
])('a process whose clock is set %s just before a tick goes on ticking', async (_, moved) => {
  const heard = await heardFrom(moved);
  expect(heard).toEqual([
    { ticks: 1, at: expect.any(Number) },
    { ticks: 2, at: expect.any(Number) },
  ]);
});
