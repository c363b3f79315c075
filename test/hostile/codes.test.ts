import { expect, test } from 'vitest';
import { repeatableRandom } from '../../adapters/clock-simulated/index.ts';
import { Memory } from '../../src/core/memory.ts';
import { codesFeature, exposed, issueAll } from '../../src/identity/codes/index.ts';
import { playersInMemory } from '../support/conversation.ts';

/** What the bot has said since, as one text. */
type Players = Awaited<ReturnType<typeof playersInMemory>>;
const told = (players: Players) =>
  players
    .take()
    .map(({ outgoing }) => outgoing.text)
    .join('\n');

const UNITS = ['佳丽美容', '瑞丰超市', '正言律所', '乐家物业', '春风书店', '东山医院', '明日学校'];

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}/g;

/** Codes for liaisons of new units, as the convenor gets them. */
async function invited(players: Players): Promise<readonly string[]> {
  await players.say({ name: '召集人', private: true, text: `/单位\n${UNITS.join('\n')}` });
  told(players);
  await players.say({ name: '召集人', private: true, text: '/邀请 全部' });
  return told(players).match(CODE) ?? [];
}

/** Strangers try these codes, one each. @returns what they are told. */
async function triedBy(players: Players, name: string, codes: readonly string[]): Promise<string> {
  for (const [index, code] of codes.entries())
    await players.say({ name: `${name}${index}`, private: true, text: code });
  return told(players);
}

const narrow = (code: string) => code.replace('-', '');
const wide = (code: string) =>
  [...code].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('');

test('a code that nobody has read in a group makes a liaison', async () => {
  const players = await playersInMemory();
  const codes = await invited(players);
  expect(codes.length).toBeGreaterThan(3);
  await players.say({ name: '路人', text: `今天 2026-1125 好 ${'ABCD-2345 '.repeat(200)}` });
  expect(told(players)).toBe('');
  expect(await triedBy(players, '新人', codes.slice(0, 1))).toContain('联络员');
});

test('all codes of a message are void, however many', async () => {
  const players = await playersInMemory();
  const codes = await invited(players);
  await players.say({ name: '召集人', text: `请各单位领码：\n${codes.join('\n')}` });
  expect(told(players)).toBe(
    `码在群里说出来大家都看得到，这 ${codes.length} 个我都作废了。请各自再要一个，私聊我发`,
  );
  const answers = await triedBy(players, '路人', codes);
  expect(answers).not.toContain('欢迎');
  expect(answers.split('这个码不对')).toHaveLength(codes.length + 1);
});

test.each<readonly [string, (code: string) => string]>([
  ['as it is', (code) => code],
  ['in small letters, glued to words', (code) => `码是${code.toLowerCase()}快用`],
  ['glued to letters', (code) => `code${code}ok`],
  ['with blanks around the dash', (code) => code.replace('-', ' - ')],
  ['with many blanks', (code) => code.replace('-', '   ')],
  ['with a long dash', (code) => code.replace('-', '——')],
  ['with a dash that does not break', (code) => code.replace('-', '\u2011')],
  ['with a dot', (code) => code.replace('-', '·')],
  ['full-width', wide],
  ['full-width with a full-width blank', (code) => wide(code).replace('－', '　－　')],
  ['with something invisible inside', (code) => [...code].join('\u200b')],
  ['symbol by symbol', (code) => [...narrow(code)].join(' ')],
  ['in two lines', (code) => code.replace('-', '\n')],
  ['in two halves', (code) => code.replace('-', '，後四位是')],
  ['beside Traditional characters', (code) => `邀請碼：${code}，請來綁定`],
  [
    'in circles',
    (code) =>
      narrow(code).replace(/[A-Z]/g, (one) =>
        String.fromCodePoint(one.charCodeAt(0) - 65 + 0x24b6),
      ),
  ],
  ['with what looks like it', (code) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
  ['behind a command', (code) => `/绑定 ${code}`],
  ['far behind', (code) => `${'字'.repeat(12_500)}${code}`],
])('a code that is said in a group is void: %s', async (_, said) => {
  const players = await playersInMemory();
  const codes = await invited(players);
  const code = codes[1] ?? '';
  await players.say({ name: '召集人', text: said(code) });
  expect(told(players)).toBe('码在群里说出来大家都看得到，我已经作废了。请再要一个，私聊我发');
  expect(await triedBy(players, '路人', [code])).toMatch(/^这个码不对/);
  expect(await triedBy(players, '新人', [codes[0] ?? ''])).toContain('联络员');
});

test('a code is void when somebody answers words that hold it', async () => {
  const players = await playersInMemory();
  const [code = ''] = await invited(players);
  const quoted = { sender: '周敏', text: `给你的码：${code}` };
  await players.say({ name: '张伟', text: '收到', quoted });
  expect(told(players)).toContain('作废了');
  expect(await triedBy(players, '路人', [code])).toMatch(/^这个码不对/);
});

type Stored = { readonly id: string; sieve?: number };

/** A directory that holds what was remembered of new codes, and how often a code was tried on it. */
function holding(count: number, change: (record: Stored) => Stored = (record) => record) {
  let tried = 0;
  const secrets = {
    now: 0,
    randomBelow: repeatableRandom().below,
    fingerprint: (secret: string) => {
      tried += 1;
      return `fingerprint of ${secret}`;
    },
  };
  const empty = new Memory('directory', codesFeature.directory, new Map(), () => {});
  const parts = Array.from({ length: count }, () => ({ grant: { kind: 'setup' as const } }));
  const issued = issueAll(parts, { ...secrets, directory: empty });
  const content = Map.groupBy(issued.remember, ({ collection }) => collection.name);
  const stored = [...content].map(
    ([name, all]) => [name, all.flatMap(({ record }) => (record ? [change(record)] : []))] as const,
  );
  const directory = new Memory('directory', codesFeature.directory, new Map(stored), () => {});
  tried = 0;
  const overheard = (...readable: string[]) => exposed(readable, { ...secrets, directory }).length;
  return { codes: issued.codes, overheard, tried: () => tried };
}

test('a code that an earlier version has made is void as well', () => {
  const { codes, overheard } = holding(1, ({ ...record }: Stored) => {
    delete record.sieve;
    return record;
  });
  expect(overheard('今天 2026-1125', `请用 ${codes[0]}`)).toBe(1);
});

test('codes are tried, which takes long, only on what is very likely one', () => {
  const { codes, overheard, tried } = holding(60);
  const random = repeatableRandom();
  const noise = Array.from({ length: 12_000 }, () => random.below(36).toString(36)).join('');
  expect(overheard(noise)).toBe(0);
  expect(tried()).toBeLessThan(40);
  expect(overheard(noise, codes.join('\n'), codes.join(' '))).toBe(60);
  expect(tried()).toBeLessThan(140);
});
