import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import { features } from '../../src/features/index.ts';
import { people } from '../../src/identity/people/index.ts';
import { partitionOf } from '../../src/runtime/partition.ts';
import { Player } from '../../tools/play/player.ts';
import { firstGroup } from '../../tools/play/stage.ts';
import { example } from '../support/conversation.ts';
import { type Bad, oddTexts, singles, takers } from './inputs.ts';

/*
 * Bad input gets a clear answer or silence, and loses nothing: after each message the bot still
 * helps, what it keeps can still be read, nobody has got a role, no group has read a number, and
 * no command has failed.
 */

/** The longest answer, in characters, and the most lines: what people typed is cut. */
const LONGEST = 1_200;
const MOST_LINES = 16;

const disk = new MemoryDisk();
const failures: unknown[] = [];
const log = {
  ...silentLog,
  error: (what: string, error?: unknown) => failures.push([what, error]),
};
const player = new Player({ file: example, openStore: async () => memoryStore(disk), log });
const home = firstGroup({ file: example });
const names: Readonly<Record<string, string>> = { 联络员: '李雪梅', 召集人: '周敏' };
let rights: string;

beforeAll(async () => {
  await player.start();
  rights = await rightsNow();
});
afterAll(() => player.stop());

async function rightsNow(): Promise<string> {
  const all = (await player.records()).all(people).filter(({ role }) => role !== 'guest');
  return JSON.stringify(all.map(({ id, role, unit }) => [id, role, unit]).toSorted());
}

/** What the bot answers, each message with where it went. */
async function said({ by, text, secret }: Bad) {
  player.take();
  const where = secret === true ? { private: true } : { group: home };
  await player.say({ name: names[by] ?? by, text, ...where });
  return player.take().map(({ outgoing }) => outgoing);
}

async function holds(bad: Bad) {
  const answers = await said(bad);
  for (const { to, text } of answers) {
    expect(text.length, text.slice(0, 200)).toBeLessThan(LONGEST);
    expect(text.split('\n').length, text.slice(0, 400)).toBeLessThanOrEqual(MOST_LINES);
    if (to.kind === 'group') expect(text).not.toMatch(/13800138000|(?<![\w@])@\w{5}/);
    expect(text.replaceAll(/[\n\u200d]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  }
  const [help] = await said({ by: '路人', text: '帮助', secret: true });
  expect(help?.text).toContain('我是小联');
  for (const [name] of disk.partitions)
    partitionOf(name, await memoryStore(disk).load(name), features);
  expect(await rightsNow()).toBe(rights);
  expect(failures).toEqual([]);
  return answers.map(({ text }) => text).join('\n');
}

const odd = oddTexts.flatMap(([what, text]) =>
  takers.map(([by, form, secret]) => ({
    what,
    form,
    where: secret ? 'private' : 'group',
    bad: { by, text: form.replaceAll('{}', text), ...(secret ? { secret } : {}) } as Bad,
  })),
);

describe('bad input', () => {
  test('there is enough of it', () => {
    expect(singles.length + odd.length).toBeGreaterThan(300);
  });

  test.each(singles.map(([bad, answer]) => ({ ...bad, said: bad.text.slice(0, 40), answer, bad })))(
    '$by: $said',
    async ({ bad, answer }) => {
      const text = await holds(bad);
      if (answer === 'silence') expect(text).toBe('');
      else expect(text).toMatch(answer);
    },
  );

  test.each(odd)('$what as $form in $where', async ({ bad }) => {
    await holds(bad);
  });

  test('what the bot says, said again by another bot, comes to an end', async () => {
    let heard = [...(await said({ by: '张伟', text: '需求 楼道灯坏了' }))];
    for (let turn = 0; turn < 6 && heard.length > 0; turn++) {
      const next = [];
      for (const { text } of heard) next.push(...(await said({ by: '回声', text })));
      heard = next;
    }
    expect(heard).toEqual([]);
  });
});
