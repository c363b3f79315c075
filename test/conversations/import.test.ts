import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { readAllianceFile } from '../../src/features/import/index.ts';
import { example, players } from '../support/conversation.ts';
import { ask } from '../support/read.ts';

const file = () => structuredClone(example) as unknown as Record<string, never> & typeof example;

function changed(change: (file: Mutable) => void): unknown {
  const copy = file() as unknown as Mutable;
  change(copy);
  return copy;
}

type Mutable = {
  alliance: Record<string, unknown>;
  units: Record<string, unknown>[];
  people: Record<string, unknown>[];
  rules: Record<string, unknown>[];
};

/** The first rule's first notice asks what is done on the day. */
function asking({ rules: [rule] }: Mutable, poll: object, notice: object = {}): void {
  const asked = {
    question: '学什么',
    options: ['党章', '报告'],
    until: { days: 1, at: '18:00' },
    ...poll,
  };
  Object.assign(rule ?? {}, {
    notices: [{ id: 'vote', days: 3, at: '18:00', poll: asked, ...notice }],
  });
}

describe('an alliance file', () => {
  test.each([
    ['units[2].kind', (one: Mutable) => Object.assign(one.units[2] ?? {}, { kind: 'shop' })],
    ['units[1]', (one: Mutable) => Object.assign(one.units[1] ?? {}, { colour: 'red' })],
    ['units[1]', (one: Mutable) => Object.assign(one.units[1] ?? {}, { short: ['社区'] })],
    ['people[3].unit', (one: Mutable) => Object.assign(one.people[3] ?? {}, { unit: 'nowhere' })],
    ['people[4].id', (one: Mutable) => Object.assign(one.people[4] ?? {}, { id: 'zhou-min' })],
    ['people[0].role', (one: Mutable) => Object.assign(one.people[0] ?? {}, { role: 'guest' })],
    ['alliance.zone', (one: Mutable) => Object.assign(one.alliance, { zone: 'Mars' })],
    ['alliance.id', (one: Mutable) => Object.assign(one.alliance, { id: 'directory' })],
    [
      'alliance.quiet.from',
      (one: Mutable) => Object.assign(one.alliance, { quiet: { from: '25:00', to: '07:30' } }),
    ],
    [
      'rules[0].notices[0].poll.options',
      (one: Mutable) => asking(one, { options: ['义诊', '义诊'] }),
    ],
    [
      'rules[0].notices[0].poll.until',
      (one: Mutable) => asking(one, { until: { days: 4, at: '18:00' } }),
    ],
    [
      'rules[0].notices[0].poll.until',
      (one: Mutable) => asking(one, { until: { days: 0, at: '14:31' } }),
    ],
    ['rules[0].notices[0]', (one: Mutable) => asking(one, {}, { opens: 'signup' })],
    [
      'rules[1].notices[0].at',
      (one: Mutable) =>
        Object.assign(one.rules[1] ?? {}, { notices: [{ id: 'late', days: 0, at: '21:15' }] }),
    ],
    ['rules[1].title', (one: Mutable) => Object.assign(one.rules[1] ?? {}, { title: '学习日' })],
    ['rules[1].minutes', (one: Mutable) => Object.assign(one.rules[1] ?? {}, { minutes: 1_441 })],
    [
      'rules[1].on.weekdays',
      (one: Mutable) =>
        Object.assign(one.rules[1] ?? {}, { on: { type: 'weekly', weekdays: [5, 5] } }),
    ],
  ] as const)('names a mistake by its path: %s', (path, change) => {
    expect(() => readAllianceFile(changed(change))).toThrow(`  ${path}: `);
  });

  test('is documented by one that can be imported', () => {
    const page = readFileSync(new URL('../../docs/data.md', import.meta.url), 'utf8');
    const [, documented = ''] = /```json\n(\{\s*"alliance"[\s\S]*?)```/.exec(page) ?? [];
    expect(readAllianceFile(JSON.parse(documented)).units[0]?.area).toBe('3、5号楼');
  });

  test('with a mistake in it changes nothing at all', async () => {
    const player = await players({ file: 'none' });
    const wrong = changed((one) => Object.assign(one.people[14] ?? {}, { unit: 'nowhere' }));
    await expect(player.order({ do: 'import', file: wrong })).rejects.toThrow(UserError);
    expect(await ask(player, '周敏', '你好')).toContain('这里还没有联盟');
  });
});

describe('importing', () => {
  test('a fixed day with a question', async () => {
    const player = await players({
      file: readAllianceFile(changed((one) => asking(one, { per: 'unit' }))),
    });
    expect(await ask(player, '召集人', '/规则 学习日')).toContain(
      '投票：提前 3 天 18:00 学什么 A 党章 B 报告（每单位一票，由联络员投），截止 提前 1 天 18:00',
    );
  });

  test('gives the code’s holder the convenor of the list, and each of the list their account by a code', async () => {
    const player = await players({ file: 'none' });
    const told = await player.order({ do: 'import', file: example });
    expect(told).toMatch(/begun\nunits: 8 new .*\npeople: 15 new .*\nfixed days: 2 new /);
    expect(await ask(player, '老周', '/初始化 {码}')).toContain(
      '周敏，您现在是「天星社区区域化党建联盟」的召集人了',
    );
    await ask(player, '老周', '/启用', '联盟群');
    expect(await ask(player, '老周', '/邀请 陈刚')).toContain('/绑定');
    expect(await ask(player, '阿刚', '{码}')).toContain('绑定好了：您是恒威的陈刚（联络员）');
    expect(await ask(player, '阿刚', '/邀请 张伟')).toContain('/绑定');
    expect(await ask(player, '大伟', '/绑定 {码}')).toContain('您是恒威的张伟（成员）');
    expect(await ask(player, '阿刚', '/邀请 唐宁')).toContain('您可以邀请本单位的成员');
  });

  test('again changes what is new in the file and nothing else', async () => {
    const player = await players({ file: 'none' });
    await player.order({ do: 'import', file: example });
    await ask(player, '周敏', '/初始化 {码}');
    await ask(player, '周敏', '/角色 张伟 联络员');
    await ask(player, '周敏', '/单位 恒威 改名 恒威控股');
    await ask(player, '周敏', '/单位 新星书店');
    const next = changed((one) => {
      Object.assign(one.units[1] ?? {}, {
        area: '3、5号楼',
        contacts: [{ name: '钱主任', phone: '13812345621' }],
      });
      one.units.push({ id: 'xinxing', name: '新星书店', kind: 'enterprise', short: ['书店'] });
      Object.assign(one.people[10] ?? {}, { name: '李娟娟' });
    });
    await player.order({ do: 'import', file: next });
    await player.order({ do: 'import', file: next });
    expect(await ask(player, '周敏', '/角色')).toContain('联络员 9');
    expect(await ask(player, '周敏', '/单位')).toContain('有 9 家单位');
    expect(await ask(player, '周敏', '/单位 恒威')).toBe(
      '恒威控股（企业，简称恒威）\n区域：3、5号楼\n联系：钱主任 13812345621\n恒威（陈刚、张伟）',
    );
    await ask(player, '周敏', '/启用', '联盟群');
    expect(await ask(player, '周敏', '/单位 恒威', '联盟群')).toContain('钱主任 138****5621');
    expect(await ask(player, '周敏', '/角色 李娟娟')).toBe('李娟娟是成员');
    expect(await ask(player, '周敏', '/角色 李娟')).toContain('没有叫「李娟」的');
  });

  test('again leaves a fixed day as it was changed in the chat, unless the file says something else of it now', async () => {
    const player = await players();
    const rule = async (change: string) =>
      (await ask(player, '召集人', `/规则 服务日${change}`)).split('\n');
    await rule(' 投票 提前7天9点 这次做什么 A 清洁家园 B 义诊');
    await rule(' 改到 每月最后一个周五 14点');
    await rule(' 暂停');
    await player.order({ do: 'import', file: example });
    expect(await rule('')).toEqual([
      '服务日：每月最后一个周五 14:00–16:00，天星广场，限 30 人，放假照常',
      '通知：提前 3 天 18:00、当天 7:30',
      '投票：提前 7 天 9:00 这次做什么 A 清洁家园 B 义诊，截止 提前 6 天 9:00',
      '签到：开始前 60 分钟到结束后 30 分钟',
      '现在暂停着，恢复请发「/规则 服务日 恢复」',
    ]);
    await player.order({
      do: 'import',
      file: changed((one) =>
        Object.assign(one.rules[1] ?? {}, { place: '党群服务中心', at: '10:00' }),
      ),
    });
    expect((await rule(''))[0]).toBe(
      '服务日：每月最后一个周五 10:00–12:00，党群服务中心，限 30 人，放假照常',
    );
  });

  test('again says nothing new where somebody has turned out to be another since', async () => {
    const named = readAllianceFile(
      changed((one) => Object.assign(one.rules[1] ?? {}, { liaison: 'chen-gang' })),
    );
    const player = await players({ file: named });
    await ask(player, '召集人', '/规则 服务日 联络员 孙悦');
    await player.say({ name: '李雪梅', private: true, text: '/绑定' });
    await player.say({ name: '陈刚', private: true, text: '/绑定 {码} 确认' });
    await player.order({ do: 'import', file: named });
    player.take();
    expect(await ask(player, '召集人', '/规则 服务日')).toContain('由孙悦负责');
    expect(await ask(player, '召集人', '/角色')).not.toContain('陈刚');
  });

  test('after the alliance was begun in the chat goes into that one, and nobody gets rights by a name', async () => {
    const player = await players({ file: 'none' });
    await ask(player, '周敏', '/初始化 {码} 天星社区区域化党建联盟');
    await ask(player, '周敏', '/启用', '联盟群');
    await ask(player, '周敏', '/单位 恒威集团');
    await ask(player, '周敏', '/邀请 恒威');
    await ask(player, '陈刚', '{码}');
    await player.order({ do: 'import', file: example });
    expect(await ask(player, '周敏', '/单位')).toContain('有 8 家单位');
    expect(await ask(player, '陈刚', '/邀请')).toContain('这件事要联络员来做');
    expect(await ask(player, '周敏', '/联盟')).toBe('您在「天星社区区域化党建联盟」');
  });
});

test('a new setup code makes the lost one void', async () => {
  const player = await players({ file: 'none' });
  const first = await player.order({ do: 'code' });
  await player.order({ do: 'code' });
  expect(await ask(player, '周敏', `/初始化 ${first.slice(-9)} 天星`)).toContain('这个码不对');
  expect(await ask(player, '周敏', '/初始化 {码} 天星')).toContain('召集人');
  await expect(player.order({ do: 'code', alliance: 'nobody' })).rejects.toThrow(
    'there is no alliance nobody',
  );
});
