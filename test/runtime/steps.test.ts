import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repeatableRandom, SimulatedClock } from '../../adapters/clock-simulated/index.ts';
import { put, type Remember } from '../../src/core/collection.ts';
import { type AnyCommand, type CommandContext, command } from '../../src/core/command.ts';
import { Memory } from '../../src/core/memory.ts';
import { say } from '../../src/core/outcome.ts';
import { addressKey } from '../../src/core/records.ts';
import type { Role } from '../../src/core/roles.ts';
import { plain } from '../../src/core/text.ts';
import { features } from '../../src/features/index.ts';
import { accountAlliances, groupAlliances } from '../../src/identity/directory/index.ts';
import { DIRECTORY } from '../../src/identity/directory-index.ts';
import { accountKey } from '../../src/identity/people/index.ts';
import type { Address, Incoming } from '../../src/ports/chat.ts';
import { authorise } from '../../src/runtime/authorise.ts';
import { Chats } from '../../src/runtime/chats.ts';
import type { Said } from '../../src/runtime/command-context.ts';
import { identify } from '../../src/runtime/identify.ts';
import { type Partition, partitionOf } from '../../src/runtime/partition.ts';
import { RecentTopics } from '../../src/runtime/recent-topics.ts';
import { resolveAlliance, whichAlliance } from '../../src/runtime/resolve-alliance.ts';
import { screen } from '../../src/runtime/screen.ts';
import { catalogOf } from '../../src/understanding/catalog.ts';
import { notUnderstood } from '../../src/understanding/hints.ts';
import type { CommandReading, Reading } from '../../src/understanding/reading.ts';
import { route } from '../../src/understanding/router.ts';
import { understand } from '../../src/understanding/understand.ts';

const group: Address = { platform: 'x', account: 'bot', kind: 'group', chat: 'room' };
const own: Address = { platform: 'x', account: 'bot', kind: 'private', chat: 'u1' };
const catalog = catalogOf(features.flatMap((one) => one.commands));
const random = repeatableRandom();

function said(text: string, more: Partial<Incoming> = {}): Incoming {
  const sender = { id: 'u1', name: '王五' };
  const shape = { addressed: false, botNames: ['小联'], photos: [], at: 0, id: 'm1' };
  return { address: group, sender, text, ...shape, ...more };
}

/** A directory that knows these alliances, and what else is remembered there. */
function partsWith(alliances: readonly string[], known: readonly Remember[] = []) {
  const directory = partitionOf(DIRECTORY, new Map(), features).records;
  directory.apply(known);
  const partitions = { directory, alliances, peek: () => undefined } as never;
  const clock = new SimulatedClock(0);
  const topics = new RecentTopics(clock);
  return { partitions, catalog, features, topics, random, clock, chats: new Chats() };
}

const bound = (alliance: string) => put(groupAlliances, { id: addressKey(group), alliance });
const userOf = (...alliances: readonly string[]) =>
  put(accountAlliances, { id: accountKey(own, 'u1'), alliances: [...alliances] });

test.each([
  ['早上好', 'ignored'],
  ['+1', 'words'],
  ['@小联 在吗', 'words'],
  ['/weather', 'ignored'],
])('screen: %s in a group is %s', (text, kind) => {
  expect(screen(said(text), partsWith([])).kind).toBe(kind);
});

test('screen: photos without words are kept where an alliance hears them', () => {
  const photos = said('', { photos: ['p1'] });
  expect(screen(photos, partsWith(['home'], [bound('home')])).kind).toBe('photos');
  expect(screen(photos, partsWith(['home'])).kind).toBe('ignored');
});

test('screen drops nothing that is understood, whoever speaks', () => {
  const words = [
    '签到',
    '+1',
    ' ',
    'E1',
    '认领',
    '12',
    '@小联',
    '/',
    '报名',
    '谢谢',
    '早',
    '？',
    'A',
  ];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((all) => all.join(''));
  const roles = fc.constantFrom<Role | undefined>('guest', 'liaison', undefined);
  fc.assert(
    fc.property(text, roles, fc.boolean(), (typed, role, isGroup) => {
      const incoming = said(typed, { address: isGroup ? group : own });
      if (screen(incoming, partsWith(['home'])).kind !== 'ignored') return;
      const { kind } = incoming.address;
      const utterance = { text: typed, kind, addressed: false, botNames: ['小联'] };
      const exact = route(utterance, catalog);
      const speaker = role && { id: 'p', name: '王五', role };
      const read = understand({ kind: 'words', utterance, exact }, { speaker }, catalog);
      expect(read.kind).toBe('ignored');
    }),
  );
});

/** In which partition words are decided, or why they are ignored. */
function resolvedFor(incoming: Incoming, parts: ReturnType<typeof partsWith>): string {
  const screened = screen(incoming, parts);
  if (screened.kind === 'ignored') throw new Error('it was screened out');
  const resolved = resolveAlliance(screened, incoming, parts);
  return resolved.kind === 'resolved' ? resolved.partition : resolved.reason;
}

test.each<[string, string, Address, readonly Remember[], string]>([
  ['a short form in a group of an alliance', '+1', group, [bound('a')], 'a'],
  ['a short form in a group of none', '+1', group, [], 'not-bound'],
  ['a command in a group of none', '/日程', group, [], DIRECTORY],
  ['a hint in a group of none', '@小联 嗯嗯', group, [], DIRECTORY],
  ['in private, somebody of one alliance', '/日程', own, [userOf('b')], 'b'],
  ['in private, somebody of two', '/日程', own, [userOf('a', 'b')], DIRECTORY],
  ['in private, somebody of none', '/日程', own, [], DIRECTORY],
])('resolve alliance: %s', (_, text, address, known, expected) => {
  expect(resolvedFor(said(text, { address }), partsWith(['a', 'b'], known))).toBe(expected);
});

test('resolve alliance: where there is one alliance only, whoever writes in private writes to it', () => {
  expect(resolvedFor(said('/日程', { address: own }), partsWith(['a']))).toBe('a');
});

test('identify: nobody where the platform hides who speaks; a guest for the directory', () => {
  const hidden = said('+1', { sender: { id: 'channel', name: '频道', hidden: true } });
  const alliance = partitionOf('a', new Map(), features);
  const directory = partitionOf(DIRECTORY, new Map(), features);
  expect(identify(hidden, alliance, random).speaker).toBeUndefined();
  expect(identify(said('+1'), directory, random)).toMatchObject({
    speaker: { name: '王五', role: 'guest' },
    remember: [],
  });
  expect(identify(said('+1'), alliance, random).speaker).toMatchObject({ role: 'guest' });
});

test('understand: a guess of somebody hidden is ignored, what is certain is not', () => {
  const utterance = { text: '认领 12号吧', kind: 'group', addressed: false, botNames: [] } as const;
  const guess = route(utterance, catalog);
  expect(guess).toMatchObject({ kind: 'command', trigger: 'guess' });
  const heard = { kind: 'words', utterance, exact: guess } as const;
  const hidden = { speaker: undefined };
  expect(understand(heard, hidden, catalog)).toEqual({ kind: 'ignored', reason: 'hidden' });
  const exact = route({ ...utterance, text: '+1' }, catalog);
  expect(understand({ ...heard, exact }, hidden, catalog)).toBe(exact);
});

test('understand: photos without words belong to what they answer, else to the last number', () => {
  const utterance = { text: '', kind: 'group', addressed: false, botNames: [] } as const;
  const speaker = { id: 'p', name: '王五', role: 'guest' } as const;
  const photos = { kind: 'photos', utterance } as const;
  const answering = {
    kind: 'photos',
    utterance: { ...utterance, references: new Map([['#', 7]]) },
  } as const;
  expect(understand(photos, { speaker }, catalog)).toMatchObject({ reason: 'photos-alone' });
  expect(understand(photos, { speaker, recentNumber: '12' }, catalog)).toMatchObject({
    args: { number: 12 },
  });
  expect(understand(answering, { speaker, recentNumber: '12' }, catalog)).toMatchObject({
    args: { number: 7 },
  });
});

const commandLike = (more: Partial<AnyCommand>): AnyCommand => ({
  ...command({
    name: 'test',
    zhName: '试',
    minRole: 'guest',
    scope: 'anywhere',
    summary: plain('test'),
    examples: ['/test'],
    args: {},
    run: () => say(plain('done')),
  }),
  ...more,
});

interface Case {
  readonly command?: Partial<AnyCommand>;
  readonly trigger?: CommandContext['trigger'];
  readonly role?: Role | undefined;
  readonly incoming?: Partial<Incoming>;
  readonly partition?: string;
  readonly answers?: boolean;
  readonly reading?: Reading;
}

/** What becomes of a command: `granted`, a reason, or the Chinese words that are said instead. */
function authorised(one: Case): string {
  const { trigger = 'command', partition = 'a', answers = true } = one;
  const role = 'role' in one ? one.role : 'member';
  const reading: CommandReading = {
    kind: 'command',
    command: commandLike(one.command ?? {}),
    args: {},
    trigger,
  };
  const made: Partition = partitionOf(partition, new Map(), features);
  const message: Said = {
    incoming: said('…', one.incoming),
    partition: made,
    message: 'm',
    now: 0,
    photos: [],
  };
  const speaker = role && { id: 'p', name: '王五', role };
  const who = speaker ? { speaker, remember: [] } : { speaker };
  const { partitions } = partsWith(['a', 'b']);
  const asked = one.reading && one.reading.kind !== 'ignored' ? one.reading : reading;
  const outcome = authorise(asked, who, message, partitions, { wouldAnswer: () => answers });
  if (outcome.kind === 'ignored') return outcome.reason;
  if (outcome.kind === 'granted') return 'granted';
  const [effect] = outcome.outcome.effects;
  return effect?.kind === 'answer' ? effect.text.zh : 'nothing';
}

const convenors = { minRole: 'convenor' } as const;
const members = { minRole: 'member' } as const;

test.each<[string, Case, string | RegExp]>([
  ['whoever may use it', {}, 'granted'],
  ['said to the bot by somebody who may not', { command: convenors }, /要召集人来做/],
  ['a short form of what liaisons do', { command: convenors, trigger: 'short' }, 'not-invited'],
  [
    'a short form of what members do, by a guest',
    { command: members, trigger: 'short', role: 'guest' },
    /要成员来做/,
  ],
  [
    '… that would not be answered to a member',
    { command: members, trigger: 'short', role: 'guest', answers: false },
    'not-invited',
  ],
  [
    'a guess of what members do, by a guest',
    { command: members, trigger: 'guess', role: 'guest' },
    'not-invited',
  ],
  ['in the other kind of chat', { command: { scope: 'private' } }, /请私聊我/],
  [
    'a guess in the other kind of chat',
    { command: { scope: 'private' }, trigger: 'guess' },
    'wrong-place',
  ],
  [
    'by a link that anybody may follow',
    { command: { deepLink: 'everybody' }, incoming: { linked: true } },
    'granted',
  ],
  [
    'by a link for guests, by a member',
    { command: { deepLink: 'guests' }, incoming: { linked: true } },
    /链接不能替人说/,
  ],
  [
    'by a link for guests, by a guest',
    { command: { deepLink: 'guests' }, role: 'guest', incoming: { linked: true } },
    'granted',
  ],
  ['by a link that is not meant for links', { incoming: { linked: true } }, /链接不能替人说/],
  ['somebody whom the platform hides', { role: undefined }, /匿名发言/],
  ['in the directory', { partition: DIRECTORY }, /还没有启用/],
  [
    'in the directory, a command that names its alliance',
    { partition: DIRECTORY, command: { resolveAlliance: () => undefined } },
    'granted',
  ],
  ['a hint', { reading: notUnderstood }, /没看懂/],
  [
    'a hint at what the speaker may not use',
    { reading: { kind: 'hint', text: plain('secret'), command: commandLike(convenors) } },
    /没看懂/,
  ],
  [
    'a hint at a named command that the speaker may not use',
    {
      reading: {
        kind: 'hint',
        text: plain('secret'),
        command: commandLike(convenors),
        named: true,
      },
    },
    /要召集人来做/,
  ],
])('authorise: %s', (_, one, expected) => {
  expect(authorised(one)).toMatch(expected);
});

test('the directory names the alliances to choose from', () => {
  const { partitions } = partsWith(['a', 'b'], [userOf('a', 'b')]);
  const { effects } = whichAlliance(said('/日程', { address: own }), partitions);
  expect(effects).toMatchObject([{ choices: ['/联盟 1', '/联盟 2'] }]);
});

test('a record that has not its shape is noticed when a partition is opened', () => {
  const content = new Map([['people', [{ id: 'p' }]]]);
  expect(() => partitionOf('a', content, features)).toThrow(/a\/people/);
  expect(partitionOf('a', new Map(), features).records).toBeInstanceOf(Memory);
});
