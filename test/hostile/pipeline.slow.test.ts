import fc from 'fast-check';
import { expect, test } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { mayActAs, type Role } from '../../src/core/roles.ts';
import { features } from '../../src/features/index.ts';
import { people } from '../../src/identity/people/index.ts';
import type { Store } from '../../src/ports/store.ts';
import { Player } from '../../tools/play/player.ts';
import { firstGroup } from '../../tools/play/stage.ts';
import { example } from '../support/conversation.ts';
import { oddTexts } from './inputs.ts';

/*
 * Whatever guests and members say, in whichever order: nothing throws, no group reads what is to be
 * masked, no other alliance changes, and nobody may do more than before.
 */

/** How long CI tries, ms, and the seed with which it does. */
const TIME = 30_000;
const SEED = 20_261_130;

const PRIVATE = ['13812345621', '330106199001011234', '6222021234567890123', '+852 9123 4567'];
const OTHER = 'other-alliance';

const commands = features.flatMap((one) => one.commands);
const examples = commands.flatMap((one) => one.examples);
const names = commands.flatMap((one) => [one.zhName, one.name, ...(one.aliases ?? [])]);
const pieces = [
  ...PRIVATE,
  ...[
    'E1',
    '#1',
    'P1',
    '1',
    '0',
    '-1',
    '张伟',
    '周敏',
    '恒威',
    '召集人',
    '确认',
    '文件',
    '明天9点',
  ],
  ...['A', '@小联', '也是', '30人', '不', '好的', '第2页', OTHER, '服务日', '__proto__', '删除'],
  ...oddTexts.map(([, text]) => text.slice(0, 300)),
];

const text = fc.oneof(
  fc.constantFrom(...examples),
  fc
    .tuple(
      fc.constantFrom('', '/', '@小联 ', '／', '「机器人：E1 服务日」'),
      fc.constantFrom(...names),
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 12 })), {
        maxLength: 4,
      }),
    )
    .map(([before, name, words]) => `${before}${[name, ...words].join(' ')}`),
  fc
    .array(fc.constantFrom(...pieces, ...names, '\n', '，', '+', '1. '), { maxLength: 8 })
    .map((all) => all.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const line = fc.record({
  name: fc.constantFrom('路人', '王五', '张伟', '李娟', '召集人李', '小联'),
  text,
  secret: fc.boolean(),
  photos: fc.constantFrom(0, 0, 0, 1),
});

interface Watch {
  readonly changed: Set<string>;
  readonly failures: unknown[];
}

function watched(store: Store, { changed }: Watch): Store {
  return {
    ...store,
    commit: (changes, kept) => {
      for (const { partition } of changes) changed.add(partition);
      return store.commit(changes, kept);
    },
  };
}

async function rolesOf(player: Player): Promise<ReadonlyMap<string, Role>> {
  const records = await player.records();
  return new Map(records.all(people).map(({ id, role }) => [id, role]));
}

test('nobody breaks it, reads what is not theirs, or gets a right', async () => {
  const property = fc.asyncProperty(
    fc.array(line, { minLength: 1, maxLength: 25 }),
    async (all) => {
      const disk = new MemoryDisk();
      const watch: Watch = { changed: new Set(), failures: [] };
      const log = {
        ...silentLog,
        error: (...what: unknown[]) => void watch.failures.push(what),
      };
      const openStore = async () => watched(memoryStore(disk), watch);
      const player = new Player({ file: example, openStore, log });
      await player.start();
      const alliance = { ...example.alliance, id: OTHER, name: '另一个联盟' };
      await player.order({ do: 'import', file: { ...example, alliance, groups: [] } });
      const before = await rolesOf(player);
      watch.changed.clear();
      for (const { name, text: said, secret, photos } of all) {
        const where = secret ? { private: true } : { group: firstGroup({ file: example }) };
        await player.say({ name, text: said, photos, ...where });
        for (const { outgoing } of player.take())
          if (outgoing.to.kind === 'group')
            for (const number of PRIVATE) expect(outgoing.text).not.toContain(number);
      }
      const after = await rolesOf(player);
      for (const [id, role] of after) expect(mayActAs(before.get(id) ?? 'guest', role)).toBe(true);
      expect(watch.failures).toEqual([]);
      expect([...watch.changed]).not.toContain(OTHER);
      await player.stop();
    },
  );
  await fc.assert(property, {
    seed: Number(process.env['FUZZ_SEED'] ?? SEED),
    numRuns: Number.POSITIVE_INFINITY,
    interruptAfterTimeLimit: Number(process.env['FUZZ_MS'] ?? TIME),
    markInterruptAsFailure: false,
  });
}, 600_000);
