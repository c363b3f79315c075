import { beforeEach, expect, test } from 'vitest';
import type { Player } from '../../tools/play/player.ts';
import { players } from '../support/conversation.ts';
import { ask } from '../support/read.ts';
import { makeTwoAlliances } from '../support/two-alliances.ts';

let player: Player;

beforeEach(async () => {
  player = await players({ file: 'none' });
  await makeTwoAlliances(player);
});

test('each group sees its own alliance, with numbers of its own', async () => {
  expect(await ask(player, '张伟', '/活动 E1', '天星群')).toContain('清洁家园');
  expect(await ask(player, '张伟', '/活动 E1', '蓝湖群')).toContain('湖边义诊');
  await ask(player, '周敏', '/活动 27日9点 第二件', '天星群');
  expect(await ask(player, '周敏', '/活动 E2', '天星群')).toContain('第二件');
  expect(await ask(player, '王芳', '/活动 E2', '蓝湖群')).toBe(
    await ask(player, '王芳', '/活动 E9', '蓝湖群').then((text) => text.replace('E9', 'E2')),
  );
});

test('a role in one alliance is none in the other', async () => {
  expect(await ask(player, '周敏', '/单位', '蓝湖群')).toContain('这件事要召集人来做');
  expect(await ask(player, '周敏', '/启用 停用', '蓝湖群')).toContain('这件事要召集人来做');
  expect(await ask(player, '周敏', '/角色 王芳 召集人')).not.toContain('现在是');
});

test('a private chat asks which alliance is meant, remembers it, and says so', async () => {
  expect(await ask(player, '张伟', '名单')).toContain('我还不认识您');
  await ask(player, '张伟', '+1', '天星群');
  expect(await ask(player, '张伟', '名单')).toContain('清洁家园');
  await ask(player, '张伟', '/帮助', '蓝湖群');
  expect(await ask(player, '张伟', '名单')).toBe(
    '您在 2 个联盟里：\n1 天星联盟\n2 蓝湖联盟\n先选现在说的是哪一个，例：/联盟 1',
  );
  expect(await ask(player, '张伟', '/联盟 2')).toBe('好的，现在私聊里说的都是「蓝湖联盟」的事');
  await player.restart();
  expect(await ask(player, '张伟', '名单')).toContain('湖边义诊');
  expect(await ask(player, '张伟', '/联盟')).toContain('2 蓝湖联盟 ✓');
  expect(await ask(player, '张伟', '/联盟 天星联盟')).toContain('天星联盟');
  expect(await ask(player, '张伟', '+1')).toContain('张伟已经报了 E1');
});

test('who belongs to one alliance learns of no other', async () => {
  await ask(player, '张伟', '+1', '天星群');
  expect(await ask(player, '张伟', '/联盟')).toBe('您在「天星联盟」');
  expect(await ask(player, '张伟', '/联盟 蓝湖联盟')).toBe('您在「天星联盟」');
  expect(await ask(player, '路人', '/联盟')).toContain('您还不在任何联盟里');
  expect(await ask(player, '路人', '/角色', '别的群')).toBe(
    '这个群还没有启用。请召集人在这里发「/启用」',
  );
});

test('a code leads to its alliance, whatever the chat was about', async () => {
  await ask(player, '张伟', '+1', '天星群');
  await ask(player, '王芳', '/单位 湖滨医院');
  expect(await ask(player, '王芳', '/邀请 湖滨医院 联络员')).toContain('/绑定');
  const welcome = await ask(player, '张伟', '/绑定 {码}');
  expect(welcome).toContain('您现在是湖滨医院的联络员了');
  expect(welcome).toContain('现在私聊里说的是「蓝湖联盟」的事');
  expect(await ask(player, '张伟', '名单')).toContain('湖边义诊');
  expect(await ask(player, '张伟', '/邀请', '天星群')).toContain('这件事要联络员来做');
});

test('a code that the platform delivers again is read once, whatever the chat is about by then', async () => {
  await ask(player, '张伟', '+1', '天星群');
  await ask(player, '王芳', '/单位 湖滨医院');
  await ask(player, '王芳', '/邀请 湖滨医院 联络员');
  const code = { name: '张伟', private: true, text: '/绑定 {码}', id: 'm1' };
  await player.say(code);
  expect(player.take()[0]?.outgoing.text).toContain('您现在是湖滨医院的联络员了');
  expect(await ask(player, '张伟', '/联盟 天星联盟')).toContain('「天星联盟」');
  await player.say(code);
  expect(player.take()).toEqual([]);
});

test('a setup code for one alliance opens no other', async () => {
  await player.order({ do: 'code', alliance: '天星联盟' });
  expect(await ask(player, '何工', '/初始化 {码} 蓝湖联盟')).toContain('「天星联盟」的召集人');
  expect(await ask(player, '何工', '/启用', '蓝湖群')).toContain('这件事要召集人来做');
});

test('a convenor of two alliances says which one a new group is for', async () => {
  await player.order({ do: 'code', alliance: '蓝湖联盟' });
  await ask(player, '周敏', '/初始化 {码}');
  for (const group of ['天星群', '蓝湖群']) await ask(player, '张伟', '+1', group);
  expect(await ask(player, '张伟', '/启用', '新群')).toContain('请先私聊我发「/联盟」选好');
  expect(await ask(player, '周敏', '/启用', '新群')).toContain('属于「蓝湖联盟」');
  await ask(player, '周敏', '/联盟 1');
  expect(await ask(player, '周敏', '/启用', '另一个群')).toContain('属于「天星联盟」');
});
