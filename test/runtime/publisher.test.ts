import { expect, test } from 'vitest';
import { SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { feature } from '../../src/core/feature.ts';
import { features } from '../../src/features/index.ts';
import { type Partition, partitionOf } from '../../src/runtime/partition.ts';
import type { Partitions } from '../../src/runtime/partitions.ts';
import { Publisher } from '../../src/runtime/publisher.ts';

/* The walls of many alliances. */

const names = ['one', 'two', 'three'];

/** Each alliance has a page that tells how often it was looked at. */
function stage() {
  const partitions = new Map(names.map((name) => [name, partitionOf(name, new Map(), features)]));
  const looks = new Map(names.map((name) => [name, 0]));
  const wall = feature({
    name: 'wall',
    pages: ({ records }) => {
      const [address = ''] = names.filter((one) => partitions.get(one)?.records === records);
      looks.set(address, (looks.get(address) ?? 0) + 1);
      return [{ address, page: `${looks.get(address)}` }];
    },
  });
  const of = (name: string) => partitions.get(name) as Partition;
  const open = {
    alliances: names,
    glance: of,
    transact: async <T>(name: string, decide: (partition: Partition) => T) => decide(of(name)),
  } as unknown as Partitions;
  const hung: ReadonlyMap<string, string>[] = [];
  const place = {
    url: undefined,
    publish: async (pages: ReadonlyMap<string, string>) => {
      hung.push(pages);
    },
  };
  const clock = new SimulatedClock(Date.UTC(2026, 10, 16));
  const publisher = new Publisher({ partitions: open, clock, log: silentLog }, [wall], place);
  return { publisher, hung };
}

test('what is forgotten in one alliance costs one look, and all walls hang on', async () => {
  const { publisher, hung } = stage();
  await publisher.tick();
  await publisher.anew('two');
  expect(hung.map((pages) => [...pages])).toEqual([
    [
      ['one', '1'],
      ['two', '1'],
      ['three', '1'],
    ],
    [
      ['one', '1'],
      ['two', '2'],
      ['three', '1'],
    ],
  ]);
});

test('it is looked at after a look that has begun already', async () => {
  const { publisher, hung } = stage();
  const ticked = publisher.tick();
  await Promise.all([ticked, publisher.tick(), publisher.anew('two')]);
  expect(hung.map((pages) => pages.get('two'))).toEqual(['1', '2']);
});
