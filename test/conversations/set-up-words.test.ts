import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readAllianceFile } from '../../src/features/import/index.ts';
import { allianceFile } from '../../src/features/import/rules/alliance-file.ts';
import { conversation, example, players } from '../support/conversation.ts';
import { ask } from '../support/read.ts';

type Mutable = Record<'units' | 'rules', Record<string, unknown>[]>;

conversation(
  'units in whatever way they are written down, and found by the beginning of their name',
  `
召集人（私聊）：/初始化 {码} 天星
机器人→召集人：*
召集人（私聊）：/单位
机器人→召集人：下一步：登记单位（私聊我就行），一行一个，例：
　　/单位 恒威集团
　　安康大药房 医疗
召集人：/启用
机器人：*
召集人（私聊）：/单位 1. 恒威集团（企业，简称恒威）、天星小学，学校；佳丽物业（物业）
机器人→召集人：记下了 3 家单位：
　　恒威集团（企业，简称恒威）、天星小学（学校）、佳丽物业（企业，简称物业）
　　下一步：请各单位的联络员进来（还差 3 家）*
召集人（私聊）：/单位 区域 佳丽 3、5号楼
机器人→召集人：改好了：佳丽物业（企业，简称物业）
　　区域：3、5号楼
召集人（私聊）：/单位 天星小学 改名 天星实验小学
机器人→召集人：改好了：天星实验小学（学校，简称天星小学）
召集人（私聊）：/单位 实验 简称 天小
机器人→召集人：没有叫「实验」的单位。看全部请发「/单位」
召集人（私聊）：/单位 天星 类别 社区
机器人→召集人：改好了：天星实验小学（社区，简称天星小学）
召集人（私聊）：/单位 天星 类别 月球
机器人→召集人：没有「月球」这一类。*
召集人（私聊）：/联络员 佳丽 马强 副
机器人→召集人：记下了：物业的副联络员是马强，还没有账号。
　　请私聊我发「/邀请 马强」，把码转给本人
召集人（私聊）：/邀请 安康 联络员
机器人→召集人：没有叫「安康」的单位，名单里也没有这个人。单位有：恒威、天星小学、物业
召集人（私聊）：/邀请 所有单位
机器人→召集人：3 家单位的码，请各转给一位联络员，14 天内私聊我发那一句（别发到群里），谁进来了我告诉您：
　　恒威：/绑定 *
　　天星小学：/绑定 *
　　物业：/绑定 *
　　下一步：定固定日*
召集人（私聊）：/邀请 马强
机器人→召集人：请马强*
老马（私聊）：{码}
机器人→老马：绑定好了：您是物业的马强（联络员）。看您能做什么请发「/帮助」
　　我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」
机器人→召集人：马强进来了，是物业的联络员，还差 2 家
　　下一步：定固定日*
召集人（私聊）：/邀请 马强
机器人→召集人：马强已经进来了，不用再邀请。请别的人，例：/邀请 恒威
老马（私聊）：/邀请 全部
机器人→老马：您可以邀请本单位的成员；别的单位和联络员请召集人来邀请
`,
  'none',
);

test('an imported alliance is led to the codes of its liaisons, and each of the list is themselves', async () => {
  const player = await players({ file: 'none' });
  await player.order({ do: 'import', file: example });
  await ask(player, '老周', '/初始化 {码}');
  expect(await ask(player, '老周', '/启用', '联盟群')).toContain('（还差 7 家）');
  const codes = await ask(player, '老周', '/邀请 全部');
  // One message has five codes; the community's own unit has its convenor.
  expect(codes.match(/：\/绑定 \w{4}-\w{4}/g)).toHaveLength(7);
  const [, code = ''] = /安康：(\/绑定 \S+)/.exec(codes) ?? [];
  expect(await ask(player, '悦悦', code)).toContain('您是安康的孙悦（联络员）');
});

conversation(
  '同意 in the group, where somebody asks; and elsewhere it is talk',
  `
陈刚：同意
（沉默）
张伟：同意
（沉默）
王五：/加入单位 恒
机器人：没有叫「恒」的单位。*
王五：/加入单位 恒威集
机器人：申请 1 记下了，已转给陈刚。恒威的联络员回「同意 1」就好
机器人→陈刚：*
张伟：同意
（沉默）
陈刚：同意楼上
（沉默）
陈刚：同意 3
（沉默）
陈刚：同意
机器人：好的，王五现在是恒威的成员了
机器人→王五：*
钱二：/加入单位 恒威
机器人：申请 2 记下了*
机器人→陈刚：*
【2026-11-16 10:00】
陈刚：同意
（沉默）
陈刚：不同意
（沉默）
陈刚：不同意 2
机器人：好的，申请 2 没有通过
机器人→钱二：*
`,
);

conversation(
  'fixed days are changed in the words that come first',
  `
召集人：/规则 服务 每月26日 9点
机器人：改好了：
　　服务日：每月26日 9:00–11:00，天星广场，限 30 人，放假照常*
召集人：/规则 服务日 限50人
机器人：改好了：
　　服务日：每月26日 9:00–11:00，天星广场，限 50 人，放假照常*
召集人：/规则 服务日 时长 3小时
机器人：改好了：
　　服务日：每月26日 9:00–12:00*
召集人：/规则 服务日 签到 8:30-12:30
机器人：*签到：开始前 30 分钟到结束后 30 分钟*
召集人：/规则 服务日 签到 9:30-12:30
机器人：签到时间没看懂*
召集人：/规则 服务日 通知 前一天
机器人：*通知：提前 1 天 18:00*
召集人：/规则 服务日 通知 提前一周9点、当天
机器人：*通知：提前 7 天 9:00、当天 7:30*
召集人：/规则 服务日 通知 不要
机器人：*通知：不发*
召集人：/规则 服务日 @党群服务中心
机器人：改好了：
　　服务日：每月26日 9:00–12:00，党群服务中心，限 50 人，放假照常*
召集人：/规则 服务日 改名 学习日
机器人：已经有「学习日」了*
召集人：/规则 服务日 改名 奉献日
机器人：改好了：
　　奉献日：每月26日*
召集人：/规则 奉献日 联络员 张伟
机器人：联络员里没有叫「张伟」的一位*
召集人：/规则 奉献日 联络员 李雪梅
机器人：改好了：
　　奉献日：每月26日 9:00–12:00，党群服务中心，限 50 人，放假照常，由李雪梅负责*
召集人：/规则 奉献日 删除
机器人：固定日不删，办过的还在里面。不办了请发「/规则 奉献日 暂停」
召集人：/规则 奉献日 看看
机器人：没看懂要改什么。*
召集人：/规则 新增 例会 每月最后一个工作日 下午3点 @社区会议室
机器人：固定日加好了：
　　例会：每月最后一个工作日 15:00–17:00，社区会议室，放假照常*
召集人：/规则 奉献日 改到 每月31日 9点
机器人：有的月份没有这一天，请选一种发出来：
　　/规则 奉献日 改到 每月31日短月在最后一天 9点
　　/规则 奉献日 改到 每月31日短月跳过 9点
召集人：/规则 奉献日 改到 每月31日短月在最后一天 9点
机器人：改好了：
　　奉献日：每月最后一天 9:00–12:00*
`,
);

test('whoever runs a fixed day by a file is asked for its record, whatever their record is called', async () => {
  const file = structuredClone(example);
  Object.assign(file.rules[1] ?? {}, { liaison: 'li-xuemei' });
  const player = await players({ file: 'none' });
  await ask(player, '周敏', '/初始化 {码} 天星社区区域化党建联盟');
  await ask(player, '周敏', '/启用', '联盟群');
  await ask(player, '周敏', '/单位 天星社区党委 社区');
  await ask(player, '周敏', '/邀请 天星社区 联络员');
  await ask(player, '李雪梅', '{码}');
  // She is there already, under an id that the file does not know.
  await player.order({ do: 'import', file });
  expect(await ask(player, '周敏', '/规则 服务日')).toContain('由李雪梅负责');
});

test('every field of an alliance file is documented', () => {
  const page = readFileSync(new URL('../../docs/data.md', import.meta.url), 'utf8');
  const fields = [
    ...Object.keys(allianceFile.shape.alliance.shape).map((field) => `alliance.${field}`),
    ...Object.keys(allianceFile.shape.rules.unwrap().element.shape)
      .filter((field) => field !== 'id' && field !== 'title')
      .map((field) => `rules[].${field}`),
  ];
  expect(fields.filter((field) => !page.includes(`\`${field}`))).toEqual([]);
  const on = allianceFile.shape.rules.unwrap().element.shape.on;
  const kinds = on.options.map((option) => [...option.shape.type.values][0]);
  expect(kinds.filter((kind) => !page.includes(`"type": "${kind}"`))).toEqual([]);
});

test.each([
  [
    (file: Mutable) => Object.assign(file.units[2] ?? {}, { kind: 'shop' }),
    'units[2].kind: should be one of: enterprise',
  ],
  [
    (file: Mutable) => Object.assign(file.units[0] ?? {}, { name: '' }),
    'units[0].name: must not be empty',
  ],
  [
    (file: Mutable) => Object.assign(file.units[0] ?? {}, { name: undefined }),
    'units[0].name: is missing',
  ],
  [
    (file: Mutable) => Object.assign(file.units[0] ?? {}, { name: 5 }),
    'units[0].name: should be a text in quotes',
  ],
  [
    (file: Mutable) => Object.assign(file, { colour: 'red' }),
    '(file): has what nobody knows here: colour',
  ],
  [
    (file: Mutable) => Object.assign(file.rules[0] ?? {}, { at: '25:00' }),
    'rules[0].at: should be a time of day such as 07:30',
  ],
  [
    (file: Mutable) => Object.assign(file.rules[0] ?? {}, { liaison: 'x' }),
    'rules[0].liaison: there is nobody x',
  ],
  [
    (file: Mutable) => Object.assign(file.rules[0] ?? {}, { on: { type: 'hourly' } }),
    'rules[0].on',
  ],
  [
    (file: Mutable) => Object.assign(file.rules[0] ?? {}, { on: { type: 'once', date: 'x' } }),
    'should be a date such as',
  ],
  [
    (file: Mutable) => Object.assign(file.rules[0] ?? {}, { on: { type: 'monthly', day: 40 } }),
    'at most 31',
  ],
])('a mistake in a file is said in plain words', (change, told) => {
  const file = structuredClone(example) as unknown as Mutable;
  change(file);
  expect(() => readAllianceFile(file)).toThrow(told);
  expect(() => readAllianceFile(file)).not.toThrow(/Invalid|expected|Unrecognized|Too /);
});
