import { expect, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { type Job, KeyedQueue, type Tried } from '../../src/runtime/outbox/keyed-queue.ts';

async function settled(): Promise<void> {
  for (let turns = 0; turns < 10; turns++) await new Promise((resolve) => setImmediate(resolve));
}

/** A queue on a clock that is moved, and the order in which jobs were tried. */
function started() {
  const clock = new SimulatedClock(0);
  const queue = new KeyedQueue(clock, silentLog);
  const tried: string[] = [];
  const add = (
    name: string,
    key: string,
    more: Partial<Job> & { readonly results?: Tried[] } = {},
  ) => {
    const { results = [], ...job } = more;
    const run = async () => {
      tried.push(key);
      return results.shift() ?? 'done';
    };
    queue.add(name, { key, lowPriority: false, at: 0, run, ...job });
  };
  return { clock, queue, tried, add };
}

test('jobs of one queue run one after another, those of others beside them', async () => {
  const { queue, tried, add } = started();
  const first = Promise.withResolvers<Tried>();
  const run = () => {
    tried.push('first');
    return first.promise;
  };
  add('room', 'first', { run });
  add('room', 'second');
  add('other room', 'third');
  await settled();
  expect(tried).toEqual(['first', 'third']);
  expect(queue.busy).toBe(true);
  first.resolve('done');
  await queue.idle();
  expect(tried).toEqual(['first', 'third', 'second']);
  expect([...queue.keys]).toEqual([]);
});

test('a job whose key is queued already is not queued twice', async () => {
  const { clock, tried, add } = started();
  add('room', 'one', { at: 1_000 });
  add('room', 'one', { at: 0 });
  await settled();
  expect(tried).toEqual([]);
  clock.moveTo(1_000);
  await settled();
  expect(tried).toEqual(['one']);
});

test('what blocks all is waited for; what blocks low priority lets the others pass', async () => {
  const { clock, tried, add } = started();
  add('a', 'refused', { results: [{ again: 5_000, blocks: 'all' }] });
  add('a', 'behind it');
  add('b', 'throttled', { lowPriority: true, results: [{ again: 5_000, blocks: 'lowPriority' }] });
  add('b', 'news', { lowPriority: true });
  add('b', 'answer');
  await settled();
  expect(tried).toEqual(['refused', 'throttled', 'answer']);
  clock.moveTo(5_000);
  await settled();
  expect(tried.slice(3)).toEqual(['refused', 'throttled', 'behind it', 'news']);
});

test('while one of low priority waits for its slot, others pass, and it goes on after them', async () => {
  const { clock, tried, add } = started();
  const slot = Promise.withResolvers<number>();
  const run: Job['run'] = async (letPass) => {
    await letPass(slot.promise);
    tried.push('card');
    return 'done';
  };
  add('room', 'card', { lowPriority: true, run });
  add('room', 'answer');
  await settled();
  expect(tried).toEqual([]);
  clock.moveTo(250);
  await settled();
  expect(tried).toEqual(['answer']);
  slot.resolve(0);
  await settled();
  expect(tried).toEqual(['answer', 'card']);
});

test('a job that throws is tried again a minute later', async () => {
  const { clock, tried, add } = started();
  let fails = true;
  const run = async (): Promise<Tried> => {
    tried.push('one');
    if (fails) throw new Error('the adapter has an error');
    return 'done';
  };
  add('room', 'one', { run });
  await settled();
  fails = false;
  clock.moveTo(59_999);
  await settled();
  expect(tried).toHaveLength(1);
  clock.moveTo(60_000);
  await settled();
  expect(tried).toHaveLength(2);
});

test('what waits can be forgotten and queued anew; what runs stays', async () => {
  const { queue, tried, add } = started();
  const first = Promise.withResolvers<Tried>();
  add('room', 'running', { run: () => first.promise });
  add('room', 'waiting', { at: 9_000 });
  queue.forget();
  expect([...queue.keys]).toEqual(['running']);
  add('room', 'waiting');
  first.resolve('done');
  await queue.idle();
  expect(tried).toEqual(['waiting']);
});

test('a stopped queue begins nothing', async () => {
  const { clock, queue, tried, add } = started();
  add('room', 'later', { at: 1_000 });
  queue.stop();
  add('room', 'now');
  clock.moveTo(60_000);
  await settled();
  expect(tried).toEqual([]);
});
