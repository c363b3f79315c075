import { expect, test } from 'vitest';
import { progressOn } from '../../tools/admin/progress.ts';

/** A terminal that keeps what is written, or a pipe. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  const out = { isTTY, write: (text: string) => written.push(text) };
  return { written, out: out as unknown as NodeJS.WriteStream };
}

test('how far long work is stands on one line that is written over, and is gone at its end', () => {
  const { written, out } = stream(true);
  const line = progressOn(out, '备份');
  for (let done = 0; done <= 2_000; done++) line.show(done, 2_000);
  line.end();
  // Each percent once, however many steps there are.
  expect(written).toHaveLength(102);
  expect(written[50]).toBe(`\r\u001b[K备份 ${'█'.repeat(10)}${'░'.repeat(10)} 50%`);
  expect(written.join('')).not.toContain('\n');
  expect(written.at(-1)).toBe('\r\u001b[K');
});

test('a file or a pipe gets nothing of it', () => {
  const { written, out } = stream(false);
  const line = progressOn(out, '备份');
  line.show(1, 2);
  line.end();
  expect(written).toEqual([]);
});
