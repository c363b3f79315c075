import { describe, expect, test } from 'vitest';
import { acts } from '../../src/core/acts.ts';
import { MINUTE } from '../../src/core/time.ts';
import { play } from '../../tools/play/play.ts';
import { firstGroup } from '../../tools/play/stage.ts';
import { conversation, example, playersInMemory } from '../support/conversation.ts';

describe('the log of acts', () => {
  conversation(
    'says who changed what for whom, when and from where',
    `
召集人（私聊）：/角色 张伟 来宾
机器人→周敏：*
机器人→张伟：*
路人：/角色 路人 召集人
机器人：*
召集人（私聊）：/规则 服务日 暂停
机器人→周敏：*
召集人（私聊）：/记录
机器人→周敏：操作记录（21 条，新的在前，改不了）：
　　11月16日（周一）9:00 周敏 固定日 服务日 生效→暂停（私聊）
　　11月16日（周一）9:00 路人 未获准 /角色（群「联盟群」）
　　11月16日（周一）9:00 周敏 角色 张伟 恒威集团成员→来宾（私聊）
　　11月16日（周一）9:00 管机器的人 设置 群 启用（服务器上）
　　11月16日（周一）9:00 管机器的人 固定日 服务日 无→生效（服务器上）
　　11月16日（周一）9:00 管机器的人 固定日 学习日 无→生效（服务器上）
　　第 1/4 页，往前看请发「/记录 第2页」
召集人（私聊）：/记录 张伟
机器人→周敏：操作记录·张伟（2 条，新的在前，改不了）：
　　11月16日（周一）9:00 周敏 角色 张伟 恒威集团成员→来宾（私聊）
　　11月16日（周一）9:00 管机器的人 角色 张伟、李娟 来宾→恒威集团成员（服务器上）
　　只看一种请发「/记录 角色」，只看一个人请发「/记录 姓名」
召集人（私聊）：/记录 李大宝
机器人→周敏：没有「李大宝」的记录*
召集人：/记录
机器人：*私聊*
联络员（私聊）：/记录
机器人→李雪梅：*召集人*
`,
  );

  conversation(
    'says who set attendance right',
    `
【2026-11-22 18:00】
机器人：*
吴霞：+1
机器人：*
【2026-11-25 08:30】
机器人：*
机器人：*
机器人→周敏：*
【2026-11-25 14:00】
机器人：*
召集人：补签 E1 吴霞 手机没电
机器人：*
召集人（私聊）：/记录 更正到场
机器人→周敏：操作记录·更正到场（1 条，新的在前，改不了）：
　　11月25日（周三）14:00 周敏 更正到场 E1 吴霞 无→到场（群「联盟群」）
　　只看一种请发「/记录 角色」，只看一个人请发「/记录 姓名」
`,
  );
});

const script = (lines: string) => (player: Parameters<typeof play>[1]) =>
  play(lines, player, firstGroup({ file: example }));

async function logged(player: Awaited<ReturnType<typeof playersInMemory>>) {
  const records = await player.records();
  return records.all(acts).filter(({ source }) => source !== 'machine');
}

test('nobody fills the log by trying, and it holds no words', async () => {
  const player = await playersInMemory();
  const tries = Array.from({ length: 40 }, (_, at) => `路人（私聊）：/角色 张伟 召集人 秘密${at}`);
  await script(tries.join('\n'))(player);
  await script(['/规则', '/类别 a b', '/导入', '/设置'].map((one) => `路人：${one} x`).join('\n'))(
    player,
  );
  const entries = await logged(player);
  expect(entries.filter(({ kind }) => kind === 'refused').length).toBeLessThan(10);
  expect(JSON.stringify(entries)).not.toContain('秘密');
});

test('it outlives a restart, and undoing a change adds to it', async () => {
  const player = await playersInMemory();
  await script('召集人（私聊）：/角色 张伟 来宾\n召集人（私聊）：/撤销')(player);
  const before = await logged(player);
  expect(before.map(({ from, to }) => `${from} ${to}`)).toEqual([
    'member@hengwei guest',
    'guest member@hengwei',
  ]);
  await player.restart();
  expect(await logged(player)).toEqual(before);
  expect(before.every(({ by, at, message }) => by && at > MINUTE && message)).toBe(true);
});
