import { expect, test, vi } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { Memory } from '../../src/core/memory.ts';
import { plain } from '../../src/core/text.ts';
import { requestSubjects } from '../../src/features/requests/rules/subjects.ts';
import { people } from '../../src/identity/people/index.ts';
import { Player } from '../../tools/play/player.ts';
import type { Spoken } from '../../tools/play/stage.ts';
import { example } from '../support/conversation.ts';
import { playCrowdedDay } from '../support/crowd.ts';

/*
 * What is decided, shown and sent costs the same with a hundred as with ten thousand who have
 * signed up, checked in, voted and asked. Work is counted, not timed: the records that are read.
 */

const FEW = 100;
const MANY = 10_000;
/** With so many times as many there, no more than so many times as much is read. */
const MOST = 1.3;

const COMMANDS: readonly (Spoken & { readonly said: RegExp })[] = [
  { name: '新来的', text: '+1 E1', said: /候补/ },
  { name: '又一个', text: '报名 E1', said: /候补/ },
  { name: '新来的', text: '-1 E1', said: /退出/ },
  { name: '新来的', text: '+1 E1', said: /候补/ },
  { name: '新来的', text: '/撤销', said: /./ },
  { name: '又一个', text: '请假 E1', said: /请假/ },
  { name: '联络员', text: '-1 E1 众3', said: /候补转正|退出/ },
  { name: '新来的', text: '签到', said: /到场/ },
  { name: '新来的', text: '投 P1 A', said: /P1/ },
  { name: '新来的', text: '投 P1 B', said: /P1/ },
  { name: '新来的', text: '需求 3号楼门口的路灯坏了', said: /路灯/ },
  { name: '新来的', text: '日程', said: /E1/ },
  { name: '新来的', text: '名单 E1', said: /众0/ },
  { name: '新来的', text: '/活动 E1', said: /E1/ },
  { name: '新来的', text: '/投票 P1', said: /P1/ },
  { name: '新来的', text: '/需求列表', said: /待认领/ },
  { name: '新来的', text: '/需求列表 设施维修 第9页', said: /第 ?9/ },
  { name: '新来的', text: '大家早上好', said: /^$/ },
];

async function withCrowd(size: number): Promise<Player> {
  const disk = new MemoryDisk();
  const openStore = async () => memoryStore(disk);
  const player = new Player({ file: example, openStore, log: silentLog });
  await player.start();
  await playCrowdedDay(player, size);
  // Everybody is known, and every card stands.
  for (const name of ['新来的', '又一个']) await player.say({ name, text: '/帮助' });
  await player.settle();
  player.take();
  return player;
}

/** How many records are read by some work. */
async function read(work: () => Promise<void>): Promise<number> {
  let count = 0;
  const spies = (['get', 'count', 'sum', 'countBefore'] as const).map((name) => {
    const original = Memory.prototype[name] as (...given: unknown[]) => unknown;
    return vi.spyOn(Memory.prototype, name).mockImplementation(function (
      this: Memory,
      ...given: unknown[]
    ) {
      count += 1;
      return original.apply(this, given) as never;
    });
  });
  const lists = (['all', 'where', 'slice', 'keys'] as const).map((name) => {
    const original = Memory.prototype[name] as (...given: unknown[]) => readonly unknown[];
    return vi.spyOn(Memory.prototype, name).mockImplementation(function (
      this: Memory,
      ...given: unknown[]
    ) {
      const found = original.apply(this, given);
      count += found.length;
      return found as never;
    });
  });
  try {
    await work();
  } finally {
    for (const spy of [...spies, ...lists]) spy.mockRestore();
  }
  return count;
}

interface Cost {
  readonly what: string;
  readonly records: number;
}

async function costs(size: number): Promise<readonly Cost[]> {
  const player = await withCrowd(size);
  const found: Cost[] = [];
  for (const { said, ...line } of COMMANDS) {
    const what = `${line.name}：${line.text}`;
    const records = await read(() => player.say(line));
    const told = player.take().map(({ outgoing }) => outgoing.text);
    expect(told.join('\n'), what).toMatch(said);
    found.push({ what, records });
  }
  found.push({ what: 'a tick', records: await read(() => player.settle()) });
  await player.passTo('2026-11-18 08:25');
  player.take();
  const morning = await read(() => player.passTo('2026-11-18 08:31'));
  expect(
    player
      .take()
      .map(({ outgoing }) => outgoing.text)
      .join(),
  ).toMatch(/待认领/);
  found.push({ what: 'the morning digest', records: morning });
  await player.stop();
  return found;
}

test('what a command reads does not grow with what is there', async () => {
  const few = await costs(FEW);
  const many = await costs(MANY);
  const grown = many.filter(({ records }, at) => records > MOST * (few[at]?.records ?? 0));
  expect(grown).toEqual([]);
}, 60_000);

test('whoever looks through everybody is found', async () => {
  const player = await withCrowd(FEW);
  const records = await player.records();
  const all = await read(async () => void records.all(people));
  expect(all).toBeGreaterThanOrEqual(FEW);
  await player.stop();
});

test('among many a sentence may mean the latest, and what the speaker asked long before', async () => {
  const player = await withCrowd(FEW);
  const records = await player.records();
  const person = { id: 'crowd-0', name: '众0', role: 'guest' } as const;
  const context = { records, now: player.clock.now(), zone: 'Asia/Shanghai', person };
  const meant = requestSubjects({ ...context, group: undefined }, () => plain('灯坏了'));
  const numbers = meant.map(({ number }) => number);
  expect(numbers).toEqual([1_000, ...Array.from({ length: 50 }, (_, order) => 1_050 + order)]);
  await player.stop();
});
