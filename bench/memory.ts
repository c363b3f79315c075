import { performance } from 'node:perf_hooks';
import { features } from '../src/features/index.ts';
import { partitionOf } from '../src/runtime/partition.ts';

/*
 * What 200,000 attendances of one alliance take in memory, read as from a file, with their indexes.
 * `node --expose-gc bench/memory.ts`.
 */

const ATTENDANCES = 200_000;
const EACH = 100;
const PEOPLE = 2_000;

/** An id as long as those that the bot makes. */
const idOf = (letter: string, number: number) => letter + String(number).padStart(20, '0');

const lines = Array.from({ length: ATTENDANCES }, (_, at) => {
  const activity = idOf('a', Math.floor(at / EACH));
  const person = idOf('p', (at * 7) % PEOPLE);
  const place = { id: `${activity}/${person}`, activity, person };
  const said = { by: person, message: `telegram:${idOf('m', at)}` };
  return JSON.stringify({ ...place, state: 'present', heads: 1, at: at * 1_000, ...said });
});
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const content = new Map([['attendance', lines.map((line) => JSON.parse(line))]]);
const begun = performance.now();
const partition = partitionOf('alliance', content, features);
const ms = performance.now() - begun;
content.clear();
globalThis.gc?.();
const heap = (process.memoryUsage().heapUsed - before) / 1_048_576;
process.stdout.write(
  `${partition.name}: ${ATTENDANCES} attendances take ${heap.toFixed(0)} MB of heap, judged in ${ms.toFixed(0)} ms\n`,
);
