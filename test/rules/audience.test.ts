import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { put } from '../../src/core/collection.ts';
import {
  type Audience,
  audienceCalled,
  audienceName,
  audienceOf,
  branches,
  type Group,
  groups,
  groupsFor,
  isFor,
  joinedAudiences,
  takeAudience,
} from '../../src/identity/alliance/index.ts';
import { holding } from '../support/records.ts';

function group(id: string, title: string, more: Partial<Group> = {}): Group {
  const address = { platform: 'terminal', account: 'a', kind: 'group', chat: id } as const;
  return { id, title, address, language: 'zh', ...more };
}

const all: readonly Group[] = [
  group('u', '联盟大家庭', { kind: 'alliance' }),
  group('m', '天星 党员之家', { kind: 'members' }),
  group('r1', '朱雀居民群', { kind: 'residents' }),
  group('r2', '天星居民群', { kind: 'residents' }),
  group('b', '企业的群', { branch: 'enterprise' }),
  group('x', '闲聊'),
  // Says nothing of itself, and is called like a kind.
  group('p', '党员群'),
];
const records = holding(
  [groups, branches],
  ...all.map((one) => put(groups, one)),
  put(branches, { id: 'enterprise', name: '两新分会', kinds: ['enterprise'] }),
);

const ids = (audience: Audience | undefined) =>
  audience === undefined
    ? undefined
    : groupsFor(audience, records)
        .map(({ id }) => id)
        .join(' ');

describe('who hears what is for an audience', () => {
  test.each<[string, Audience, string]>([
    ['everybody', {}, 'u m r1 r2 b x p'],
    ['a kind', { kinds: ['residents'] }, 'r1 r2'],
    ['two kinds', { kinds: ['residents', 'alliance'] }, 'u r1 r2'],
    ['a branch', { branches: ['enterprise'] }, 'b'],
    ['its kind is that of a branch', { kinds: ['branch'] }, 'b'],
    ['one group', { groups: ['x'] }, 'x'],
    ['a group that is gone', { groups: ['gone'] }, ''],
    ['a kind that no group has', { kinds: ['work'] }, ''],
    ['a kind and a group', { kinds: ['members'], groups: ['x'] }, 'm x'],
    ['all but residents, also who has not said', { notKinds: ['residents'] }, 'u m b x p'],
  ])('%s', (_, audience, told) => expect(ids(audience)).toBe(told));

  test('what is said goes before ids of old, and these before the usual one', () => {
    expect(audienceOf({ audience: {}, groups: ['x'] }, { kinds: ['members'] })).toEqual({});
    expect(audienceOf({ groups: ['x'] }, { kinds: ['members'] })).toEqual({ groups: ['x'] });
    expect(audienceOf({ groups: [] }, { kinds: ['members'] })).toEqual({ kinds: ['members'] });
  });

  test('two audiences together are heard by whoever hears one of them', () => {
    const audience = fc.record(
      {
        kinds: fc.uniqueArray(fc.constantFrom('alliance', 'members', 'residents', 'branch'), {
          minLength: 1,
        }),
        groups: fc.uniqueArray(fc.constantFrom(...all.map(({ id }) => id)), { minLength: 1 }),
        branches: fc.constant(['enterprise']),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Audience>;
    fc.assert(
      fc.property(audience, audience, fc.constantFrom(...all), (one, other, who) => {
        const both = isFor(joinedAudiences(one, other), who);
        expect(both).toBe(isFor(one, who) || isFor(other, who));
      }),
    );
  });
});

describe('groups by what people call them', () => {
  test.each([
    ['居民群', 'r1 r2'],
    ['居民', 'r1 r2'],
    ['党员群', 'm p'],
    ['联盟群', 'u'],
    ['两新分会', 'b'],
    ['企业', 'b'],
    ['天星党员之家', 'm'],
    ['朱雀', 'r1'],
    ['天星', 'm r2'],
    ['工作群', undefined],
    ['月球', undefined],
  ])('%s', (word, told) => expect(ids(audienceCalled(word, records))).toBe(told));

  test.each<[Audience, string]>([
    [{ kinds: ['residents'] }, '居民群'],
    [{ branches: ['enterprise'], groups: ['x'] }, '两新分会、闲聊'],
    [{}, '所有群'],
    [{ notKinds: ['residents'] }, '居民群以外的群'],
  ])('%j is said so', (audience, said) => expect(audienceName(audience, records).zh).toBe(said));
});

describe('what a sentence says of its audience', () => {
  test.each([
    ['28日9点 支部会 仅本群', '28日9点 支部会', 'x'],
    ['28日9点 支部会（仅本群）', '28日9点 支部会', 'x'],
    ['28日9点 支部会 只发本群 30人', '28日9点 支部会 30人', 'x'],
    ['28日9点 义诊 发到 居民群', '28日9点 义诊', 'r1 r2'],
    ['28日9点 义诊，发到居民群、党员群', '28日9点 义诊', 'm r1 r2 p'],
    ['28日9点 义诊 发到 居民群和联盟群 30人', '28日9点 义诊 30人', 'u r1 r2'],
    ['28日9点 义诊 发到居民群里', '28日9点 义诊', 'r1 r2'],
    ['只发 天星 党员之家 28日9点 学习', '28日9点 学习', 'm'],
    ['发到 朱雀居民群 闲聊 义诊', '义诊', 'r1 x'],
    ['义诊 发到所有群', '义诊', 'u m r1 r2 b x p'],
    ['义诊 發到 居民群', '义诊', 'r1 r2'],
    ['义诊 发到 @两新分会', '义诊', 'b'],
    ['把照片发到群里', '把照片发到群里', undefined],
    ['发给老人的礼物打包', '发给老人的礼物打包', undefined],
    ['限居民报名', '限居民报名', undefined],
    ['本群聚会', '本群聚会', undefined],
  ])('%s', (text, left, told) => {
    const said = takeAudience(text, 'x', records);
    expect({ left: said.left, told: ids(said.audience) }).toEqual({ left, told });
  });

  test.each([
    ['义诊 发到 月球群', 'x', '月球群'],
    ['义诊 只发 工作群', 'x', '工作群'],
    ['义诊 仅本群', undefined, '本群'],
  ])('%s names no group', (text, here, unknown) => {
    expect(takeAudience(text, here, records)).toMatchObject({ unknown, left: '义诊' });
  });
});
