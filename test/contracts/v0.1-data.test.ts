import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { readAllianceFile } from '../../src/features/import/index.ts';
import { Player } from '../../tools/play/player.ts';
import { contentOf, copied, expectedOf, keptFolder } from '../support/kept-data.ts';

/*
 * A data folder that version 0.1.0 left when it was killed, with documents and a live journal, is read by every later
 * version. `test/data/README.md` tells what lies in it.
 */

const KEPT = keptFolder('v0.1');
const KILLED_AT = Date.parse('2026-12-03T22:25:01+08:00');

const expected = expectedOf('v0.1');

const segmentsIn = (folder: string) => readdirSync(join(folder, 'journal'));

test('the folder is one that was killed: two journal segments behind the documents, and no lock', () => {
  expect(segmentsIn(KEPT)).toHaveLength(2);
  expect(readdirSync(join(KEPT, 'documents'))).toHaveLength(3);
  expect(existsSync(join(KEPT, 'lock.sqlite'))).toBe(false);
});

test('every record is read as it was', async () => {
  const content = await contentOf(copied('v0.1'));
  expect(Object.keys(content).toSorted()).toEqual(Object.keys(expected).toSorted());
  for (const [partition, collections] of Object.entries(expected)) {
    expect(Object.keys(content[partition] ?? {}).toSorted(), partition).toEqual(
      Object.keys(collections).toSorted(),
    );
    for (const [name, records] of Object.entries(collections))
      expect(content[partition]?.[name], `${partition}/${name}`).toStrictEqual(records);
  }
});

test('opened and cleanly closed nothing is other than before, and the journal has gone into the documents', async () => {
  const folder = copied('v0.1');
  const first = await contentOf(folder);
  expect(segmentsIn(folder).map((name) => statSync(join(folder, 'journal', name)).size)).toEqual([
    0,
  ]);
  expect(await contentOf(folder)).toStrictEqual(first);
});

/** What the last import said of the alliance; said again it changes nothing. */
const tianxing = readAllianceFile({
  alliance: {
    id: 'tianxing',
    name: '天星社区区域化党建联盟',
    quiet: { from: '21:30', to: '07:30' },
    dutyPhone: '62345678',
    announcementsADay: 4,
  },
});

/** The bot over a copy of the folder, a moment after it was killed. */
async function startedOver(): Promise<Player> {
  const folder = copied('v0.1');
  const player = new Player({
    file: tianxing,
    openStore: () => jsonStore({ folder, log: silentLog }),
    files: await blobFolder(folder),
    log: silentLog,
    platforms: ['terminal', 'wechat', 'telegram'],
  });
  player.clock.setTo(KILLED_AT);
  await player.start();
  onTestFinished(() => player.stop());
  return player;
}

/** What has been said since the last time, each with the chat before it. */
function said(player: Player): string {
  return player
    .take()
    .map(({ outgoing: { to, text } }) => `${to.chat}：${text}`)
    .join('\n');
}

test('the bot knows every kind of record there is, by its name', async () => {
  const player = await startedOver();
  const records = await player.records();
  for (const [name, kept] of Object.entries(expected['tianxing'] ?? {})) {
    const known = new Set(records.all({ name } as never).map(({ id }: { id: string }) => id));
    const lost = Object.keys(kept).filter((id) => !known.has(id));
    // What was owed has been sent by now.
    if (name !== 'deliveries') expect(lost, name).toEqual([]);
  }
});

test('the bot goes on over it: what is owed is sent, and people are answered', async () => {
  const player = await startedOver();
  await player.passTo('2026-12-03 22:30');
  const atOnce = said(player);
  expect(atOnce).toMatch(/^唐宁：待认领 5 件/m);
  expect(atOnce).toMatch(/^林芳：#14 楼道堆物/m);
  expect(atOnce).toMatch(/^-1001234567890：.*Bring gloves/m);
  expect(atOnce).not.toContain('冬储菜');

  await player.passTo('2026-12-04 09:00');
  const inTheMorning = said(player);
  expect(inTheMorning.match(/明早8点发冬储菜/g)).toHaveLength(2);
  expect(inTheMorning).toMatch(/^吴霞：.*E6 学习日/m);
  expect(inTheMorning).toMatch(/^李娟：.*#12/m);

  await player.say({ name: '李娟', text: '/日程' });
  const agenda = said(player);
  expect(agenda).toMatch(/E6 学习日.*3\/3/);
  expect(agenda).toContain('E5 联席会');
  expect(agenda).not.toContain('法律讲座');

  await player.say({ name: '李娟', text: '+1' });
  expect(said(player)).toMatch(/^联盟群：.*E6.*李娟.*候补第 2 位/);
});

test('people, histories and photos are still there', async () => {
  const player = await startedOver();
  player.take();
  await player.say({ name: '王五', private: true, text: '/详情 1' });
  const [details] = player.take();
  expect(details?.outgoing.text).toMatch(/已解决.*返工 1 次(.|\n)*王五说满意，解决了：谢谢/);
  expect(details?.outgoing.attachments?.map(({ bytes }) => bytes.length)).toEqual([74, 74]);

  await player.say({ name: '赵磊', private: true, text: '/状态' });
  expect(said(player)).toContain('联络员');
});

test('what is kept for a while still counts: a code, a sealed ballot, a change to take back, a message that was handled', async () => {
  const player = await startedOver();
  player.take();
  await player.say({ name: '新来的', private: true, text: '/绑定 9SAV-H6EJ' });
  expect(said(player)).toMatch(/^新来的：.*恒威的成员/);
  await player.say({ name: '赵磊', private: true, text: '投 P6 C' });
  expect(said(player)).toContain('已改');
  await player.say({ name: '周敏', text: '/撤销' });
  expect(said(player)).toContain('社区党群服务中心二楼');

  await player.say({ name: '小程', text: '报名 E6', id: '5-48' });
  expect(said(player)).toBe('');
  await player.say({ name: '小程', text: '报名 E6' });
  expect(said(player)).toMatch(/小程.*候补/);

  await player.passTo('2026-12-09 18:00');
  expect(said(player)).toMatch(/推荐谁当先进\n.*A 赵磊 0票\n.*B 李娟 0票\n.*C 吴霞 2票/);
});
