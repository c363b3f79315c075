import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Task } from './work.child.ts';

const CHILD = join(import.meta.dirname, 'work.child.ts');

/** With the length doubled the work may become so many times as much; a little more than twice. */
const MOST_GROWTH = 2.2;
/** The whole bot reads and answers a message with so many steps for each of its characters at most. */
const MOST_EACH = 3_500;

/**
 * The messages for which the bot has to do more and more for each character, in a process of its
 * own that counts every step.
 */
export function tooMuchWork(task: Task): readonly string[] {
  const works = JSON.parse(
    execFileSync(process.execPath, [CHILD], {
      input: JSON.stringify(task),
      encoding: 'utf8',
      maxBuffer: 1e8,
    }),
  ) as readonly (readonly number[])[];
  return task.tried.flatMap(({ name, attack }, index) => {
    const work = works[index] ?? [];
    const isTooMuch = work.some((one, at) => {
      const before = work[at - 1] ?? one;
      return one > before * MOST_GROWTH || one > MOST_EACH * (task.lengths[at] ?? 0);
    });
    return isTooMuch ? [`${name}: ${JSON.stringify(attack)} takes ${work.join(', ')}`] : [];
  });
}
