import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { boardFolder } from '../../adapters/board-folder/index.ts';
import { type Player, play } from '../../tools/play/kit.ts';
import { conversation, playersInMemory } from '../support/conversation.ts';
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

conversation(
  'where there is no folder for it there is no board, and only the convenor hangs it up',
  `
联络员：/公告栏 开
机器人：这件事要召集人来做。*
召集人：/公告栏 开
机器人：这台机器没有设放公告栏的文件夹。请管理员设置 BOARD_DIR，再发「/公告栏 开」
召集人：/公告栏 关
机器人：公告栏没有挂。要挂请发「/公告栏 开」
`,
);
