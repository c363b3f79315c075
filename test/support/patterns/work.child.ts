// Says how much work messages are for the whole bot: node work.child.ts, the task as JSON on stdin.

import { Session } from 'node:inspector/promises';
import { text } from 'node:stream/consumers';
import { type Attack, textOf } from './attacks.ts';
import { Machine } from './machine.ts';

/** What is said before, and messages of which each is tried in each of these lengths. */
export interface Task {
  readonly said: readonly Said[];
  readonly tried: readonly (Omit<Said, 'text'> & { readonly attack: Attack })[];
  readonly lengths: readonly number[];
}

interface Said {
  readonly name: string;
  readonly private: boolean;
  readonly text: string;
}

/** Steps of patterns, and what JavaScript's own functions go through, since it was asked last. */
let steps = 0;
/** What the counting itself does is not counted. */
let isCounting = false;

/** From now on this function counts how much it has to do, then does it. */
function count(home: object, name: string, work: (self: never, first: never) => number): void {
  const real = Reflect.get(home, name);
  Reflect.set(home, name, function (this: never, ...parts: never[]) {
    if (!isCounting) {
      isCounting = true;
      steps += work(this, parts[0] as never);
      isCounting = false;
    }
    return Reflect.apply(real, this, parts);
  });
}

/** A search that takes more is far too long, however much more it takes. */
const MOST_STEPS = 10_000_000;

const machines = new Map<string, Machine>();

count(RegExp.prototype, 'exec', (pattern: RegExp, searched: string) => {
  const { source, flags, lastIndex, sticky, global } = pattern;
  const key = `${flags}/${source}`;
  const machine = machines.get(key) ?? new Machine(source, flags);
  machines.set(key, machine);
  const before = machine.steps;
  machine.limit = before + MOST_STEPS;
  machine.search(String(searched), sticky || global ? lastIndex : 0, sticky);
  return machine.steps - before;
});
for (const name of ['indexOf', 'lastIndexOf', 'includes', 'normalize', 'replaceAll'])
  count(String.prototype, name, (self: string) => self.length);
for (const name of ['indexOf', 'lastIndexOf', 'includes'])
  count(Array.prototype, name, (self: readonly unknown[]) => self.length);

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** How often the bot went through each piece of itself since it was asked last, in all. */
async function workDone(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const own = result.filter(({ url }) => /\/(src|adapters)\/[^:]+\.ts$/.test(url));
  const pieces = own.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges));
  const done = steps + pieces.reduce((sum, piece) => sum + piece.count, 0);
  steps = 0;
  return done;
}

const { Player } = await import('../../../tools/play/player.ts');
const { exampleAlliance } = await import('../../../src/demo.ts');
const { memoryStore } = await import('../../../adapters/store-memory/index.ts');
const { silentLog } = await import('../../../adapters/log-pino/index.ts');

const { said, tried, lengths } = JSON.parse(await text(process.stdin)) as Task;
const openStore = async () => memoryStore();
const player = new Player({ file: exampleAlliance(), openStore, log: silentLog });
await player.start();
await player.passTo('2026-11-25 09:05');
for (const one of said) await player.say(one);
await workDone();
const works: number[][] = [];
for (const { attack, ...speaker } of tried) {
  const work: number[] = [];
  for (const length of lengths) {
    await player.say({ ...speaker, text: textOf(attack, length) });
    work.push(await workDone());
  }
  works.push(work);
}
await player.stop();
process.stdout.write(JSON.stringify(works));
