import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/conversation.ts';

/*
 * After a busy day nobody but the bot's own user can open a folder or a file that it made, whatever
 * the machine would allow. The board alone is for the web server.
 */

const DAY = `
王五：需求 3号楼楼道灯坏了 [图片]
赵磊：认领 1
赵磊：完成 1 换好了 [图片]
王五：满意 1
周敏：/公告栏 开
李雪梅：/投票 做什么 A 清洁 B 义诊
张伟：A
路人：+1
路人（私聊）：/我的 文件
路人（私聊）：/忘记我 确认
李雪梅（私聊）：/导出 需求
周敏（私聊）：/月报
【25日 8:12】
张伟：签到 槐花
【25日 12:30】
李雪梅：小结 E1 清理楼道6处，惠及38人次 [图片]
【27日 9:00】
`;

test.each(['json', 'sqlite'])('with STORE=%s everything is closed to others', (STORE) => {
  const folder = temporaryFolder();
  const data = join(folder, 'store');
  const board = join(folder, 'board');
  const env = {
    PATH: process.env['PATH'],
    STORE,
    DATA_DIR: data,
    LOG_FILE: join(folder, 'log', 'bot.log'),
    BACKUP_DIR: join(folder, 'backups'),
    BOARD_DIR: board,
    BOARD_URL: 'https://board.example.org',
  };
  const run = (file: string, input = '') =>
    spawnSync('sh', ['-c', `umask 000; exec "${process.execPath}" ${file}`], {
      env,
      input,
      encoding: 'utf8',
    });
  const day = run('start.mjs', DAY);
  expect(day).toMatchObject({ status: 0, stderr: '' });
  expect(day.stdout).toContain('删');
  const backup = run('tools/backup/index.ts');
  expect(backup.status, backup.stderr).toBe(0);

  const modes = (root: string) =>
    ['.', ...readdirSync(root, { recursive: true, encoding: 'utf8' })].map((name) => {
      const found = statSync(join(root, name));
      return { name, isFolder: found.isDirectory(), mode: (found.mode & 0o777).toString(8) };
    });
  const own = ['store', 'log', 'backups'].flatMap((name) => modes(join(folder, name)));
  const open = own.filter(({ isFolder, mode }) => mode !== (isFolder ? '700' : '600'));
  expect(open).toEqual([]);
  // Photos, records and a back-up were among them.
  expect(own.filter(({ isFolder }) => !isFolder).length).toBeGreaterThan(5);
  expect(own.some(({ name }) => /\.png$/.test(name))).toBe(true);
  const wall = modes(board).filter(({ name }) => name !== '.');
  expect(wall.map(({ isFolder, mode }) => (isFolder ? mode === '755' : mode === '644'))).toEqual(
    wall.map(() => true),
  );
  expect(wall.length).toBeGreaterThan(2);
});
