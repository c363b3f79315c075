import { expect, test } from 'vitest';
import { documentMaker } from '../../adapters/documents/index.ts';
import { projects } from '../../src/features/projects/records.ts';
import { conversation, playersInMemory } from '../support/conversation.ts';

conversation(
  'a pasted claim table is shown as what it changes, every bad row is named, and 发 carries it out',
  `
【2026-11-26 10:05】
李雪梅：/项目 新增 健康直通车 类别 健康 目标 12场
机器人：J1 *
孙悦：认领 J1 药师2人
机器人：J1 *
李雪梅（私聊）：/项目 导入 项目
机器人→李雪梅：*召集人*
周敏：/项目 导入 项目
机器人：认领表请私聊发给我*
周敏（私聊）：/项目 导入
机器人→周敏：请把认领表（xlsx、csv）私聊发给我*
　　*
周敏（私聊）：/项目 导入 编号	项目	类别	目标	月份	认领单位	做什么
　　J1	健康直通车	健康	10场	2027年6月	安康、瑞丰
　　2	法律进楼道	平安	4场	12月	正言	每季度一次
　　3	金融课堂	平安		2027-03-01	没有这家
　　4	法律进楼道	平安
　　J9	太极拳班
　　J1	别的名字
　　5		文体
　　6	读书会	文体	很多
　　7	楼道美化	环境		不急
　　8	邻里节	文体	1场	2027/5	恒威、佳丽	场地；人手
机器人→周敏：认领表看好了：新增 2 项，改 1 项，0 项没变，7 行有问题不收
　　第 8 行：没写项目
　　第 6 行：没有这个编号
　　第 7 行：编号是别的项目
　　第 5 行：前面写过了
　　第 9 行：目标看不懂，例：12场
　　第 10 行：月份看不懂，例：2027年6月
　　第 4 行：没有这个单位
　　表里没写的单位不会退出。照这样办请回「发」
【重启】
周敏（私聊）：发
机器人→周敏：办好了，认领表新增 2 项，改了 1 项。看它请发「/项目」
王五：/项目
机器人：项目认领表 3 项：
　　J1 健康直通车（安康、瑞丰）
　　J2 法律进楼道（正言）
　　J3 邻里节（恒威、佳丽）
　　5家单位认领了3大类3个项目
　　看一项请发「/项目 J1」
王五：/项目 J3
机器人：J3 邻里节
　　文体 · 已认领 · 目标 1 场 · 2027年5月
　　认领 2 家：恒威（场地）、佳丽（人手）
　　一起来请发「认领 J3 做什么」，说进展发「进度 J3 …」
王五：/项目 J1
机器人：J1 健康直通车
　　健康 · 已认领 · 目标 10 场 · 2027年6月
　　认领 2 家：安康（药师2人）、瑞丰
　　一起来请发「认领 J1 做什么」，说进展发「进度 J1 …」
周敏（私聊）：/项目 导入 项目,认领单位
　　法律进楼道,正言
机器人→周敏：认领表看好了：新增 0 项，改 0 项，1 项没变，0 行有问题不收
　　没有要改的。看认领表请发「/项目」
周敏（私聊）：/撤销
机器人→周敏：撤销了。认领表改回原来的了。看它请发「/项目」
王五：/项目
机器人：项目认领表 1 项：
　　J1 健康直通车（安康）
　　1家单位认领了1大类1个项目
　　看一项请发「/项目 J1」
`,
);

conversation(
  'a table that was carried out is not taken back over what others did since',
  `
【2026-11-26 10:05】
周敏（私聊）：/项目 导入 项目,认领单位
　　法律进楼道,正言
机器人→周敏：认领表看好了：新增 1 项*
　　*
周敏（私聊）：发
机器人→周敏：办好了*
林芳：认领 J1 场地
机器人：J1 *
周敏（私聊）：/撤销
机器人→周敏：这些项目后来又有人改过，撤不回了。看认领表请发「/项目」
`,
);

test('what is exported comes back as it is, and a changed cell is one change', async () => {
  const documents = documentMaker();
  const sent: Uint8Array[] = [];
  const player = await playersInMemory({
    maker: documents,
    tables: documents,
    onFetch: async () => sent.at(-1) ?? new Uint8Array(),
  });
  const say = async (
    name: string,
    text: string,
    more: { file?: string; private?: boolean } = {},
  ) => {
    player.take();
    await player.say({ name, text, ...more });
    const said = player.take().map(({ outgoing }) => outgoing);
    sent.push(...said.flatMap(({ attachments = [] }) => attachments.map(({ bytes }) => bytes)));
    return said.map(({ text: words }) => words).join('\n');
  };
  await player.passTo('2026-11-16 10:05');
  for (let at = 1; at <= 30; at++) {
    await say('李雪梅', `/项目 新增 项目第${at}号 类别 ${'甲乙丙'[at % 3]} 目标 ${at}场 6月`);
    if (at % 2 === 0) await say('孙悦', `认领 J${at} 药师${at}人，给：药，得：宣传`);
  }
  const before = (await player.records()).all(projects);
  await say('周敏', '/导出 项目', { private: true });
  expect(sent).toHaveLength(1);
  const same = await say('周敏', '', { private: true, file: '项目.xlsx' });
  expect(same).toContain('新增 0 项，改 0 项，30 项没变，0 行有问题不收');
  const csv = '编号,项目,目标\nJ7,项目第7号,99场\nJ8,项目第8号,8场';
  sent.push(new TextEncoder().encode(csv));
  expect(await say('周敏', '', { private: true, file: '改.csv' })).toContain(
    '新增 0 项，改 1 项，1 项没变',
  );
  await say('周敏', '发', { private: true });
  const after = (await player.records()).all(projects);
  const other = after.filter((one, at) => JSON.stringify(one) !== JSON.stringify(before[at]));
  expect(other.map(({ number, target }) => [number, target?.amount])).toEqual([[7, 99]]);
  await documents.close();
});

conversation(
  'a table that was shown is put away',
  `
【2026-11-26 10:05】
周敏（私聊）：/项目 导入 项目,认领单位
　　法律进楼道,正言
机器人→周敏：认领表看好了：新增 1 项*
　　*
周敏（私聊）：/撤销
机器人→周敏：这张表放下了，认领表没有动。看认领表请发「/项目」
周敏（私聊）：发
机器人→周敏：没有等您发的*
`,
);

conversation(
  'a vote over the projects that are named',
  `
【2026-11-26 10:05】
周敏：投票 从项目 J1 J3 截止 27日18点
机器人：要对项目投票吗：J1 J3 截止 27日18点？*
周敏：是
机器人：现在没有在征集。*
王五：投票 从项目 J1 J3 截止 27日18点
（沉默）
周敏：投票 从项目
机器人：对项目投票由召集人发起，多了分几轮，请发「/项目投票 J1 J3 J7 截止 20日18点」
周敏：/项目投票 J1 J3 截止 27日18点
机器人：现在没有在征集。*
周敏：/项目 征集 2027年为民项目 12月10日止
机器人：【征集】*
王五：项目建议 健康直通车
机器人：J1 *
王五：项目建议 法律进楼道
机器人：J2 *
王五：项目建议 旧衣回收
机器人：J3 *
周敏：项目投票 J1 J9 截止 27日18点
机器人：J9 选不了（没有这个建议，或已经定了），都没有动
周敏：项目投票 J1 J3
机器人：投到哪天几点？*
周敏：项目投票 J1 J3 截止 27日18点
机器人：P1 2027年为民项目选哪些*
　　*
`,
);
