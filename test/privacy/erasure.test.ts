import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { erasedListIn } from '../../adapters/durable/erased-list.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { sqliteStore } from '../../adapters/store-sqlite/index.ts';
import { attendance, signups } from '../../src/features/activities/records.ts';
import type { AllianceFile } from '../../src/features/import/index.ts';
import { ballots } from '../../src/features/polls/records.ts';
import { play } from '../../tools/play/play.ts';
import { Player } from '../../tools/play/player.ts';
import { firstGroup } from '../../tools/play/stage.ts';
import { example } from '../support/conversation.ts';

/*
 * Whoever says /忘记我 is gone from every byte under the data folder: name, account, the id that the
 * file gave them, their photos, the number that they said. What was counted stays.
 */

const stores = { json: jsonStore, sqlite: sqliteStore } as const;
const photo = Buffer.from('\xff\xd8\xff\xe0 the very picture of 张伟', 'latin1');

/** What 张伟 does, and what others say of them. */
const LIFE = `
张伟：需求 3号楼灯坏了，打13800138000找我 [图片]
张伟（私聊）：需求 我家水管漏了 [图片]
赵磊：认领 1 周六
吴霞：需求 请张伟看看楼道的灯
联络员：/投票 做什么 A 清洁家园 B 义诊
张伟：A
张伟（私聊）：/角色 王五 召集人
吴霞：需求 井盖坏了
张伟：认领 4
联络员：/活动 28日9点 清洁家园
张伟：+1 E1
李娟：+1 E1 张伟
联络员：/活动 20日9点 讲座
张伟：+1 E2
【2026-11-20 09:05】
张伟：签到 E2
联络员：/到 E2 张伟
【2026-11-20 12:00】
联络员：补签 E2 张伟 手机没电
张伟：小结 E2 张伟讲了一小时
联络员：小结 E2 张伟讲了一小时，惠及12人
`;

const identity = ['张伟', 'zhang-wei', '13800138000', 'the very picture'];

function bytesWith(folder: string, texts: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => {
    if (!one.isFile()) return [];
    const path = join(one.parentPath, one.name);
    const bytes = readFileSync(path);
    return texts.flatMap((text) => {
      const at = bytes.indexOf(text);
      return at < 0 ? [] : [`${path}: ${bytes.subarray(Math.max(0, at - 200), at + 60)}`];
    });
  });
}

async function begun(kind: keyof typeof stores, file: AllianceFile = example) {
  const folder = mkdtempSync(join(tmpdir(), 'lianluo-erasure-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const player = new Player({
    file,
    log: silentLog,
    openStore: () => stores[kind]({ folder, log: silentLog }),
    files: await blobFolder(folder),
    erasedList: erasedListIn(folder),
    onFetch: async () => photo,
  });
  await player.start();
  onTestFinished(() => player.stop());
  const say = (script: string) => play(script, player, firstGroup({ file }));
  return { folder, player, say };
}

describe.each(Object.keys(stores) as (keyof typeof stores)[])(
  'erasure over the %s store',
  (kind) => {
    test('leaves no byte of a person, and all counts', async () => {
      const { folder, player, say } = await begun(kind);
      await say(LIFE);
      expect(bytesWith(folder, identity).length).toBeGreaterThan(0);
      const before = await counts(player);

      await say('张伟（私聊）：/忘记我\n张伟（私聊）：1');
      // The words of others that name them wait for the convenor, and nowhere else.
      const held = bytesWith(folder, ['zhang-wei', '13800138000', 'the very picture']);
      expect(held).toEqual([]);
      await say('【2026-11-27 12:00】');
      expect(bytesWith(folder, identity)).toEqual([]);
      expect(await counts(player)).toEqual(before);

      await player.restart();
      await say('【2026-11-27 12:10】\n吴霞：/需求列表');
      await player.stop();
      expect(bytesWith(folder, identity)).toEqual([]);
      await player.start();
    });

    test('is finished at the next start where the process ended in between', async () => {
      const { folder, player, say } = await begun(kind);
      await say(LIFE);
      await say('张伟（私聊）：/忘记我\n张伟（私聊）：1');
      await player.restart();
      expect(bytesWith(folder, ['zhang-wei', 'the very picture'])).toEqual([]);
    });
  },
);

async function counts(player: Player) {
  const records = await player.records();
  return {
    signups: records.all(signups).length,
    attendance: records.all(attendance).map(({ state, heads }) => `${state} ${heads}`),
    ballots: records.all(ballots).length,
  };
}
