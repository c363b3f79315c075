import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { Player } from '../../tools/play/player.ts';
import { example } from '../support/conversation.ts';
import { contentOf, copied, expectedOf, keptFolder } from '../support/kept-data.ts';

/*
 * A data folder that version 0.2.0 left when it was killed is read by every later version.
 * `test/data/README.md` tells what lies in it.
 */

const VERSION = 'v0.2';
const KILLED_AT = Date.parse('2026-11-22T18:00:00+08:00');

test('the folder is one that was killed: a journal behind the documents, and no lock', () => {
  expect(readdirSync(join(keptFolder(VERSION), 'journal'))).toHaveLength(1);
  expect(existsSync(join(keptFolder(VERSION), 'lock.sqlite'))).toBe(false);
});

test('every record is read as it was, also after a clean stop', async () => {
  const folder = copied(VERSION);
  expect(await contentOf(folder)).toStrictEqual(expectedOf(VERSION));
  expect(await contentOf(folder)).toStrictEqual(expectedOf(VERSION));
});

/** The bot over a copy of the folder, a moment after it was killed. */
async function startedOver(): Promise<Player> {
  const folder = copied(VERSION);
  const player = new Player({
    file: { ...example, alliance: { ...example.alliance, dutyPhone: '62345678' } },
    openStore: () => jsonStore({ folder, log: silentLog }),
    files: await blobFolder(folder),
    log: silentLog,
    platforms: ['terminal', 'telegram', 'wechat'],
  });
  player.clock.setTo(KILLED_AT);
  await player.start();
  onTestFinished(() => player.stop());
  player.take();
  return player;
}

test('requests, photos, sign-ups, polls and an announcement that waits for its word go on', async () => {
  const player = await startedOver();
  const said = () =>
    player
      .take()
      .map(({ outgoing }) => outgoing.text)
      .join('\n');
  await player.say({ name: '王五', private: true, text: '/详情 1' });
  const [details] = player.take();
  expect(details?.outgoing.text).toMatch(/已解决/);
  expect(details?.outgoing.attachments).toHaveLength(2);
  await player.say({ name: '李娟', text: '+1' });
  expect(said()).toContain('E2 报名 李娟。共 2/30 人');
  await player.say({ name: '李娟', private: true, text: '投 P2 A' });
  expect(said()).toContain('P2 收到您的一票');
  await player.say({ name: '周敏', private: true, text: '发' });
  expect(said()).toContain('1 分钟后发到');
  await player.passTo('2026-11-22 18:02');
  expect(said()).toContain('【公告】今晚停水');
  await player.say({ name: '周敏', private: true, text: '/活动 E1' });
  expect(said()).toMatch(/E1 清洁家园/);
});
