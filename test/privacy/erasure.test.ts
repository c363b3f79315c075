import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { blobFolder } from '../../adapters/blobs-folder/index.ts';
import { ERASED_LIST, erasedListIn } from '../../adapters/durable/erased-list.ts';
import { silentLog } from '../../adapters/log-pino/index.ts';
import { jsonStore } from '../../adapters/store-json/index.ts';
import { sqliteStore } from '../../adapters/store-sqlite/index.ts';
import { erased } from '../../src/core/erased.ts';
import { attendance, signups } from '../../src/features/activities/records/index.ts';
import { type AllianceFile, imported } from '../../src/features/import/index.ts';
import { ballots } from '../../src/features/polls/records.ts';
import type { Attachment } from '../../src/ports/chat.ts';
import type { Store } from '../../src/ports/store.ts';
import { play } from '../../tools/play/play.ts';
import { Player } from '../../tools/play/player.ts';
import { firstGroup } from '../../tools/play/stage.ts';
import { conversation, example } from '../support/conversation.ts';
import { until } from '../support/until.ts';

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
  const files: Attachment[] = [];
  const store: { now?: Store } = {};
  const player = new Player({
    file,
    log: silentLog,
    openStore: async () => {
      store.now = await stores[kind]({ folder, log: silentLog });
      return store.now;
    },
    files: await blobFolder(folder),
    erasedList: erasedListIn(folder),
    onFetch: async () => photo,
    onSend: async ({ attachments = [] }) => void files.push(...attachments),
  });
  await player.start();
  onTestFinished(() => player.stop());
  const say = (script: string) => play(script, player, firstGroup({ file }));
  return { folder, player, say, files, store };
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

    test('leaves no name in what is said because of it, and says it once', async () => {
      const { folder, say } = await begun(kind);
      await say(`
联络员：/活动 28日9点 张伟讲座 1人
张伟：+1
李娟：+1
【2026-11-16 22:00】
张伟（私聊）：/忘记我
张伟（私聊）：1`);
      // It waits for the morning.
      expect(bytesWith(folder, ['有空位了：E1 ▇▇讲座'])).toHaveLength(1);
      expect(bytesWith(folder, ['有空位了：E1 张伟讲座'])).toEqual([]);
      const { transcript } = await say('【2026-11-17 07:30】');
      expect(transcript.split('有空位了')).toHaveLength(2);
    });

    test('leaves nothing of what the file of one’s own records shows', async () => {
      const { folder, say, files } = await begun(kind);
      await say(LIFE);
      await say('张伟（私聊）：/我的 文件');
      const own = files.find(({ name }) => name.endsWith('.json'));
      const witness = JSON.parse(new TextDecoder().decode(own?.bytes)) as Witness;
      const { people = [], accounts = [], photos = [], signups: seats = [] } = witness.kept;
      expect([people.length, accounts.length, photos.length]).toEqual([1, 1, 1]);
      expect(seats.map(({ person }) => person)).toEqual(['zhang-wei', 'zhang-wei']);
      const said = JSON.stringify(witness.kept);
      expect(said).toContain('13800138000');

      await say('张伟（私聊）：/忘记我\n张伟（私聊）：1\n【2026-11-27 12:00】');
      const shown = [...people, ...accounts, ...photos, ...seats].map(({ id }) => id);
      expect(bytesWith(folder, [...shown, witness.person])).toEqual([]);
    });

    test('is finished at the next start where the process ended in between', async () => {
      const { folder, player, say, store } = await begun(kind);
      await say(LIFE);
      const erase = store.now?.erase.bind(store.now);
      if (store.now !== undefined) store.now.erase = () => new Promise(() => {});
      await say('张伟（私聊）：/忘记我');
      // The process ends before this is answered.
      say('张伟（私聊）：1').catch(() => {});
      await until(async () => (await erasures(player)) > 0);
      expect(bytesWith(folder, ['zhang-wei']).length).toBeGreaterThan(0);
      if (store.now !== undefined && erase !== undefined) store.now.erase = erase;
      await store.now?.close();
      await player.crash();
      expect(bytesWith(folder, ['zhang-wei', 'the very picture'])).toEqual([]);
    });

    test('holds when the records of an earlier day are put back', async () => {
      const { folder, player, say } = await begun(kind);
      await say(LIFE);
      await player.stop();
      const copy = `${folder}-copy`;
      onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
      cpSync(folder, copy, { recursive: true });
      await player.start();
      await say('张伟（私聊）：/忘记我\n张伟（私聊）：1');
      await player.stop();
      for (const name of readdirSync(folder))
        if (name !== ERASED_LIST) rmSync(join(folder, name), { recursive: true });
      cpSync(copy, folder, { recursive: true });
      expect(bytesWith(folder, ['zhang-wei']).length).toBeGreaterThan(0);
      await player.start();
      expect(bytesWith(folder, ['zhang-wei', '13800138000', 'the very picture'])).toEqual([]);
      await say('【2026-11-28 12:00】');
      expect(bytesWith(folder, identity)).toEqual([]);
      // Nor does the file that the alliance began with bring them back.
      await player.change((records) => imported(example, records, player.clock.now()));
      expect(bytesWith(folder, identity)).toEqual([]);
    });
  },
);

describe('whoever is erased', () => {
  conversation(
    'is asked once, settles what others count on, and is nobody afterwards',
    `
吴霞：需求 请张伟看看楼道的灯
机器人：*
张伟：认领 1
机器人：*
联络员：/活动 28日9点 清洁家园 1人
机器人：*
张伟：+1
机器人：*
李娟：+1
机器人：*
张伟：/忘记我
机器人：*私聊*
张伟（私聊）：/忘记我
机器人→张伟：删除您的信息吗？名字、账号、照片现在就删，恢复不了；人次和票数留着，不再有名字。
　　您报的 E1 会退掉
　　您认领的 #1 会退回，由别人来办
　　1. 删除
　　2. 不删
张伟（私聊）：2
机器人→张伟：好的，没有删除。看自己的信息请发「/我的」
张伟（私聊）：/忘记我 确认
机器人：#1「请▇▇看看楼道的灯」无名退回了
　　能办的请发「认领 1 周六上午」
机器人→吴霞：您提的 #1 原来的认领人没能办成，我们再找人办。看进展请发「/详情 1」
机器人→张伟：删好了，我不再知道您是谁（天星社区区域化党建联盟）。别人话里提到您名字的地方已经遮住，7 天内删净。谢谢您，想回来随时找我说话
机器人→李娟：有空位了：E1 清洁家园（11月28日（周六）9:00–11:00）您已转为正式报名。来不了请发「请假 E1」
李娟：/详情 1
机器人：#1 请▇▇看看楼道的灯
　　设施维修 · 待认领 · 吴霞 11月16日（周一）提
　　11月16日 吴霞提出
　　11月16日 无名认领了
　　11月16日 无名退回了
　　能办的请发「认领 1 周六上午」
召集人（私聊）：/隐去
机器人→周敏：遮住的文字（1 条，到期删净）：
　　1. 请张伟看看楼道的灯（11月22日（周日）删）
　　说的是另一位同名的人：「/隐去 1 恢复」；现在就删：「/隐去 1 删除」
召集人（私聊）：/隐去 1 恢复
机器人→周敏：第 1 条恢复了。看其余的请发「/隐去」
李娟：/详情 1
机器人：#1 请张伟看看楼道的灯*
召集人（私聊）：/忘记我
机器人→周敏：您是唯一的召集人，先定下一位再删除。请发「/角色 姓名 召集人」
`,
  );
});

interface Witness {
  readonly person: string;
  readonly kept: Readonly<
    Record<string, readonly { readonly id: string; readonly person?: string }[]>
  >;
}

async function erasures(player: Player): Promise<number> {
  return (await player.records()).all(erased).length;
}

async function counts(player: Player) {
  const records = await player.records();
  return {
    signups: records.all(signups).length,
    attendance: records.all(attendance).map(({ state, heads }) => `${state} ${heads}`),
    ballots: records.all(ballots).length,
  };
}
