import { beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import type { AnyCommand } from '../../src/core/command.ts';
import { mayActAs, type Role } from '../../src/core/roles.ts';
import { features } from '../../src/features/index.ts';
import { accountKey } from '../../src/identity/people/index.ts';
import { attempts } from '../../src/identity/people/records.ts';
import { Player } from '../../tools/play/player.ts';
import { example } from '../support/conversation.ts';
import { ask } from '../support/read.ts';

const speakers: Readonly<Record<Role, string>> = {
  guest: '路人',
  member: '张伟',
  liaison: '陈刚',
  convenor: '周敏',
};
const roles = Object.keys(speakers) as Role[];
const places = ['group', 'private'] as const;
const commands = features.flatMap((one) => one.commands);

let player: Player;

beforeAll(async () => {
  const disk = new MemoryDisk();
  player = new Player({ file: example, openStore: async () => memoryStore(disk), log: silentLog });
  await player.start();
  return () => player.stop();
});

/** How often an account tried what it may not, and the last such command. */
async function tried(name: string): Promise<{ count: number; last: string | undefined }> {
  let known: { count: number; last: string | undefined } = { count: 0, last: undefined };
  await player.change((records) => {
    const found = records.get(
      attempts,
      accountKey({ platform: 'terminal', account: 'terminal' }, name),
    );
    if (found) known = { count: found.count, last: found.last.at(-1)?.command };
    return [];
  });
  return known;
}

function typed(command: AnyCommand): string {
  const [example] = command.examples;
  return example.startsWith('/') ? example : `/${example}`;
}

const cells = commands.flatMap((command) =>
  roles.flatMap((role) => places.map((place) => ({ command, name: command.name, role, place }))),
);

describe('command × role × place', () => {
  test.each(cells)('/$name by a $role in $place', async ({ command, role, place }) => {
    const speaker = speakers[role];
    const before = await tried(speaker);
    const said = await ask(
      player,
      speaker,
      typed(command),
      place === 'group' ? '联盟群' : 'private',
    );
    const after = await tried(speaker);
    if (!mayActAs(role, command.minRole)) {
      expect(said).toMatch(
        /^这件事要(成员来做。加入请发「\/加入单位 单位名」，|(联络员|召集人)来做。看您)能做什么请[发看]「\/帮助」$/,
      );
      expect(after).toEqual({ count: before.count + 1, last: command.name });
      return;
    }
    expect(after).toEqual(before);
    const isElsewhere = command.scope !== 'anywhere' && command.scope !== place;
    if (isElsewhere) expect(said).toMatch(/^请(私聊我|在群里)发「\//);
    else expect(said).not.toMatch(/^(请(私聊我|在群里)发「\/|这件事要|抱歉|$)/);
  });

  test('help shows everybody what they can do, and nothing else', async () => {
    for (const role of roles) {
      const overview = await ask(player, speakers[role], '/帮助');
      const topics = [...overview.matchAll(/^(\S{2,6})：/gm)].map(([, topic]) => topic);
      expect(topics.length).toBeGreaterThan(3);
      const shown: string[] = [];
      for (const topic of topics)
        shown.push(...(await ask(player, speakers[role], `/帮助 ${topic}`)).split(/[\n　]/));
      for (const command of commands.filter(
        (one) => one.name !== 'help' && one.scope !== 'group',
      )) {
        const isShown = command.examples.some((example) => shown.includes(example));
        expect(isShown, `${command.name} to a ${role}`).toBe(
          mayActAs(role, command.minRole) && command.unlisted !== true,
        );
      }
    }
  });

  test('of what accounts tried the last few are kept', async () => {
    for (let time = 0; time < 25; time++) await ask(player, '捣乱的', '/角色', '联盟群');
    await player.change((records) => {
      const kept = records.get(
        attempts,
        accountKey({ platform: 'terminal', account: 'terminal' }, '捣乱的'),
      );
      expect(kept?.count).toBe(25);
      expect(kept?.last).toHaveLength(10);
      return [];
    });
  });
});
