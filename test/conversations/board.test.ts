import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { boardFolder } from '../../adapters/board-folder/index.ts';
import { type Player, play } from '../../tools/play/kit.ts';
import { example, playersInMemory } from '../support/conversation.ts';
import { ask } from '../support/read.ts';
import { until } from '../support/until.ts';

const URL_OF = 'https://board.example.org';

async function hung(): Promise<{ player: Player; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'board-'));
  const player = await playersInMemory({ place: boardFolder(folder, URL_OF) });
  return { player, folder };
}

function pageIn(folder: string): string | undefined {
  const [address] = readdirSync(folder);
  return address && readFileSync(join(folder, address, 'index.html'), 'utf8');
}

test('the board is written within a minute of a change, and removed when it is taken down', async () => {
  const { player, folder } = await hung();
  await player.say({ name: '周敏', text: '/公告栏 开', private: true });
  const [said] = player.take();
  const url = /https:\S+/.exec(said?.outgoing.text ?? '')?.[0] ?? '';
  expect(url).toMatch(/^https:\/\/board\.example\.org\/[0-9a-f]{32}\/$/);
  expect(said?.outgoing.attachments?.[0]).toMatchObject({ kind: 'photo', name: 'qr.png' });
  await player.passTo('9:01');
  await until(() => pageIn(folder) !== undefined);
  expect(readdirSync(folder)).toEqual([url.split('/').at(-2)]);
  expect(pageIn(folder)).toContain('现在没有等认领的需求');
  await play('王五：需求 3号楼楼道灯坏了，打13812345678', player, '联盟群');
  await player.passTo('9:03');
  await until(() => pageIn(folder)?.includes('3号楼楼道灯坏了') === true);
  const page = pageIn(folder) ?? '';
  const [address = ''] = readdirSync(folder);
  expect(statSync(join(folder, address, 'index.html')).mode & 0o777).toBe(0o644);
  expect(page).toContain('在群里发「认领 1」');
  expect(page).toContain('138****5678');
  expect(page).not.toMatch(/王五|13812345678|<script|https?:\/\/|src=|href=| style=/);
  const sheet = readFileSync(join(folder, address, 'sheet.html'), 'utf8');
  expect(sheet).toMatch(/<svg [^>]*aria-label="QR"/);
  expect(sheet).not.toMatch(/138123|<script|src=|href=| style=/);
  expect(page).toMatch(/default-src 'none'; style-src 'sha256-[\w+/]+=*'/);
  await play('召集人：/公告栏 关', player, '联盟群');
  await player.passTo('9:05');
  await until(() => readdirSync(folder).length === 0);
});

test('hung up again it has another address, also after a restart nothing old is left', async () => {
  const { player, folder } = await hung();
  await play('召集人：/公告栏 开', player, '联盟群');
  await player.passTo('9:01');
  await until(() => readdirSync(folder).length === 1);
  const [first] = readdirSync(folder);
  await play('召集人：/公告栏 关\n召集人：/公告栏 开', player, '联盟群');
  await player.restart();
  await player.passTo('9:03');
  await until(() => readdirSync(folder).every((name) => name !== first));
  expect(readdirSync(folder)).toHaveLength(1);
});

test('where there is no folder for it there is no board, and only the convenor hangs it up', async () => {
  const player = await playersInMemory({ place: undefined });
  expect(await ask(player, '李雪梅', '/公告栏 开')).toContain('要召集人来做');
  expect(await ask(player, '周敏', '/公告栏 开')).toContain('请管理员设置 BOARD_DIR');
  expect(await ask(player, '周敏', '/公告栏 关')).toContain('公告栏没有挂');
});

test('residents read the wall: what is for others does not hang there', async () => {
  const groups = [
    { title: '联盟群', language: 'zh' as const, kind: 'alliance' as const },
    { title: '党员群', language: 'zh' as const, kind: 'members' as const },
    { title: '居民群', language: 'zh' as const, kind: 'residents' as const },
  ];
  const folder = mkdtempSync(join(tmpdir(), 'board-'));
  const place = boardFolder(folder, URL_OF);
  const player = await playersInMemory({ place, file: { ...example, groups } });
  const plans = ['支部会 发到 党员群', '碰头会 仅本群', '防诈骗讲座 发到 居民群', '义诊'];
  const said = plans.map((plan, at) => `联络员：/活动 2${at + 5}日14点 ${plan}`).join('\n');
  await play(`召集人：/公告栏 开\n${said}`, player, '联盟群');
  await player.passTo('9:03');
  await until(() => pageIn(folder)?.includes('义诊') === true);
  expect(pageIn(folder)).toContain('防诈骗讲座');
  expect(pageIn(folder)).not.toMatch(/支部会|碰头会/);
});

test('whoever is forgotten is off the wall when they are told so, before the next minute', async () => {
  const { player, folder } = await hung();
  await play(
    '召集人：/公告栏 开\n王五：需求 3号楼灯坏了\n李娟（私聊）：认领 1\n李娟（私聊）：完成 1\n' +
      '王五：满意 1\n李娟（私聊）：同意署名\n李娟：需求 井盖坏了',
    player,
    '联盟群',
  );
  await player.passTo('9:03');
  await until(() => pageIn(folder)?.includes('李娟 办的') === true);
  await play('李娟（私聊）：/忘记我\n李娟（私聊）：1', player, '联盟群');
  expect(player.clock.now()).toBeLessThan(player.moment('2026-11-16 09:04'));
  expect(pageIn(folder)).toContain('3号楼灯坏了');
  expect(pageIn(folder)).not.toContain('李娟');
});
