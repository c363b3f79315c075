import { describe, expect, test } from 'vitest';
import { readScriptLine } from '../adapters/terminal/script.ts';
import { features } from '../src/features/index.ts';
import { play } from '../tools/play/play.ts';
import type { Player } from '../tools/play/player.ts';
import { firstGroup } from '../tools/play/stage.ts';
import { example, playersInMemory } from './support/conversation.ts';

/*
 * Every command of the catalog either takes back what it changed, or says what to do instead, or
 * changes nothing. All three are tried, so a new command that does none of them fails here.
 */

const commands = features.flatMap((one) => one.commands);
const named = (name: string) => commands.find((one) => one.name === name);

/** Commands that change no records, and what they do. */
const CHANGE_NOTHING: Readonly<Record<string, string>> = {
  needs: 'lists requests',
  show: 'shows one request',
  list: 'lists sign-ups',
  missing: 'lists who is not there',
  attendance: 'shows the attendance table',
  agenda: 'shows what is coming',
  meaning: 'tells what a number means',
  unitsheet: 'lists what a unit did',
  preview: 'shows what will be sent',
  holidays: 'shows official holidays',
  status: 'shows how the bot is doing',
  help: 'shows what it can do',
  me: 'shows what somebody has going on',
  log: 'shows who changed what',
  privacy: 'shows what is kept',
  contacts: 'shows whom to turn to',
  ledger: 'lists what one offers',
  match: 'shows what fits',
  find: 'shows who can do something',
  export: 'makes a table',
  undo: 'takes back; what was taken back is simply said again',
};

interface Row {
  /** What was said before. */
  readonly before?: string;
  readonly change: string;
  /** Collections in which the number or the history stays, with the change marked as taken back. */
  readonly keeps?: readonly string[];
}

const request = '王五：需求 灯坏了';
const claimed = `${request}\n赵磊：认领 1`;
const done = `${claimed}\n赵磊：完成 1`;
const history = ['requestEntries'];
const tomorrow = '联络员：/活动 明天下午3点 清洁家园 2人';
const today = `
召集人：/规则 服务日 名额 2人
【2026-11-25 08:12】
召集人（私聊）：/口令 槐花`;
const asks = '联络员：投票 做什么 A 清洁 B 义诊 截止 20日18点';
const counted = '联络员：计数 健康教育 1次';
const wish = '王五：/加入单位 恒威';
const offered = '高远：/服务 法律咨询 每周二下午 社区会客厅';
const wanted = `${offered}\n王五：要 F1 下周二 房产继承`;
const project = '李雪梅：/项目 新增 健康直通车';
const gathering = '周敏：/项目 征集 为民项目 12月10日止';
const proposal = `${gathering}\n王五：项目建议 义诊`;
const taken = `${project}\n孙悦：认领 J1 每月一次`;
const paired = '李雪梅：/结对 恒威 敬老院 每月';
const skilled = '张伟（私聊）：我能 修水电，周末';
const written = '王五（私聊）：信箱 物业不给票';

/** What somebody changes, by each command that can take it back, as they may say it. */
const rows: readonly (Row & { readonly by: string })[] = [
  { by: 'need', before: request, change: '王五：需求 树倒了', keeps: [...history, 'requests'] },
  { by: 'wish', before: request, change: '王五：心愿 想要老花镜', keeps: [...history, 'requests'] },
  {
    by: 'voice',
    before: request,
    change: '王五：民情 多几个晾衣架',
    keeps: [...history, 'requests'],
  },
  {
    by: 'letter',
    before: request,
    change: '王五（私聊）：信箱 物业不给票',
    keeps: ['letters'],
  },
  { by: 'letter', change: '召集人（私聊）：/信箱 李雪梅' },
  { by: 'anonymous', before: written, change: '王五（私聊）：匿名 1' },
  { by: 'accept', before: written, change: '王五（私聊）：满意 1' },
  { by: 'withdraw', before: written, change: '王五（私聊）：撤回 1' },
  { by: 'activity', before: tomorrow, change: '联络员：/活动 E1 发到 联盟群' },
  { by: 'claim', before: request, change: '赵磊：认领 1 周六上午', keeps: history },
  { by: 'join', before: claimed, change: '吴霞：加入 1', keeps: history },
  { by: 'progress', before: claimed, change: '赵磊：进度 1 在买灯', keeps: history },
  { by: 'done', before: claimed, change: '赵磊：完成 1 换好了', keeps: history },
  { by: 'release', before: claimed, change: '赵磊：放弃 1', keeps: history },
  { by: 'promise', before: claimed, change: '赵磊：改期 1 周日上午', keeps: history },
  { by: 'photo', before: request, change: '王五：1 [图片]', keeps: history },
  { by: 'accept', before: done, change: '王五：满意 1', keeps: history },
  { by: 'reopen', before: done, change: '王五：未解决 1', keeps: history },
  { by: 'withdraw', before: request, change: '王五：撤回 1', keeps: history },
  { by: 'metoo', before: request, change: '吴霞：1 也是', keeps: history },
  { by: 'assign', before: request, change: '联络员：/指派 1 佳丽 周五', keeps: history },
  { by: 'decline', before: request, change: '联络员：/不受理 1 私事', keeps: history },
  { by: 'refer', before: request, change: '联络员：转交 1 街道', keeps: history },
  {
    by: 'merge',
    before: `${request}\n吴霞：需求 灯又坏了`,
    change: '联络员：/合并 2 1',
    keeps: history,
  },
  { by: 'hold', before: request, change: '联络员：暂缓 1 到 12月', keeps: history },
  {
    by: 'resume',
    before: `${request}\n联络员：暂缓 1 到 12月`,
    change: '联络员：继续 1',
    keeps: history,
  },
  { by: 'categories', change: '召集人：/类别 安全 飞线' },
  { by: 'categories', before: '召集人：/类别 安全 飞线', change: '召集人：/类别 安全 -飞线' },
  { by: 'digest', change: '召集人：/早报 9:00' },
  { by: 'digest', before: '召集人：/早报 9:00', change: '召集人：/早报 停' },

  { by: 'activity', change: tomorrow, keeps: ['activities'] },
  {
    by: 'activity',
    before: `${request}\n${tomorrow}`,
    change: '联络员：/活动 E1 办 1',
    keeps: history,
  },
  {
    by: 'enter',
    change: '联络员：/补录 11月10日 入户宣传 20户，惠及20人次',
    keeps: ['activities'],
  },
  { by: 'reschedule', before: `${tomorrow}\n王五：+1`, change: '联络员：/改期 E1 后天' },
  { by: 'calloff', before: `${tomorrow}\n王五：+1`, change: '联络员：/取消 E1 下雨' },
  { by: 'signup', before: tomorrow, change: '王五：+1' },
  { by: 'signup', before: `${tomorrow}\n王五：+1`, change: '王五：+2' },
  { by: 'signup', before: `${tomorrow}\n王五：请假 E1`, change: '王五：+1' },
  { by: 'signup', before: `${tomorrow}\n赵磊：+2`, change: '王五：+1' },
  { by: 'signup', before: tomorrow, change: '联络员：+1 张伟 李娟 赵磊' },
  { by: 'cancel', before: `${tomorrow}\n王五：+2\n赵磊：+2`, change: '王五：-1' },
  { by: 'cancel', before: `${tomorrow}\n赵磊：+2\n王五：+1`, change: '王五：-1' },
  { by: 'absent', before: tomorrow, change: '王五：请假 E1' },
  { by: 'absent', before: `${tomorrow}\n王五：+1`, change: '王五：请假 E1' },
  {
    by: 'chain',
    before: `${tomorrow}\n王五：+1`,
    change: '联络员：/接龙 1. 张伟 2. 王五 2人 3. 李娟',
  },

  { by: 'checkin', before: today, change: '王五：签到 槐花' },
  { by: 'checkin', before: `${today}\n王五：签到 槐花`, change: '王五：签到 槐花 3人' },
  { by: 'checkin', before: today, change: '李娟：恒威 签到 槐花 5人' },
  { by: 'checkin', before: today, change: '陈刚：恒威 签到 槐花 60人' },
  { by: 'checkout', before: `${today}\n王五：签到 槐花`, change: '王五：/签退' },
  {
    by: 'rollcall',
    before: `${today}\n李娟：恒威 签到 槐花 5人`,
    change: '联络员：/到 E1 张伟 吴霞 恒威8 佳丽3',
  },
  { by: 'rollcall', before: today, change: '王五：/到 槐花' },
  { by: 'checkintime', before: today, change: '联络员：/签到时间 E1 8:00-13:00' },
  { by: 'checkintime', before: today, change: '联络员：/签到时间 E1 10:00-13:00' },
  { by: 'passcode', before: today, change: '召集人（私聊）：/口令 桂花' },
  { by: 'passcode', before: today, change: '召集人（私聊）：/口令 不用' },
  {
    by: 'passcode',
    before: `${today}\n召集人（私聊）：/口令 轮换 5`,
    change: '召集人（私聊）：/口令 轮换 0',
  },
  { by: 'correct', before: today, change: '联络员：补签 E1 张伟 手机没电' },
  { by: 'correct', before: `${today}\n王五：签到 槐花`, change: '联络员：补签 E1 王五 缺席 没来' },
  { by: 'record', before: today, change: '联络员：小结 E1 清理楼道6处' },
  {
    by: 'record',
    before: `${today}\n联络员：小结 E1 清理楼道6处`,
    change: '联络员：小结 E1 惠及38人次',
  },

  { by: 'rules', change: '召集人：/规则 服务日 暂停' },
  { by: 'rules', change: '召集人：/规则 服务日 改到 每月最后一个周五 9点' },
  { by: 'rules', change: '召集人：/规则 服务日 名额 不限' },
  { by: 'rules', change: '召集人：/规则 新增 志愿日 每月第二个周六 9点' },

  { by: 'naming', change: '王五：/署名 公开' },
  { by: 'naming', before: '王五：/署名 公开', change: '王五（私聊）：不署名' },

  { by: 'settings', change: '召集人：/设置 公告 每天5条' },
  { by: 'settings', change: '召集人：/设置 值班电话 12345' },

  { by: 'poll', change: asks, keeps: ['polls'] },
  { by: 'vote', before: asks, change: '王五：投 P1 A' },
  { by: 'vote', before: `${asks}\n王五：投 P1 A`, change: '王五：投 P1 B' },
  { by: 'vote', before: `${asks} 不记名`, change: '王五（私聊）：投 P1 A' },
  { by: 'unvote', before: `${asks}\n王五：投 P1 A`, change: '王五：退票 P1' },
  { by: 'close', before: `${asks}\n王五：投 P1 A`, change: '联络员：/结束投票' },
  { by: 'cancelpoll', before: `${asks}\n王五：投 P1 A`, change: '联络员：/取消投票' },
  {
    by: 'adopt',
    before: `${asks}\n王五：投 P1 A\n联络员：/结束投票`,
    change: '联络员：定 P1 A 25日9点',
    keeps: ['activities'],
  },

  { by: 'announce', change: '联络员：/公告 明天停水', keeps: ['announcements'] },
  { by: 'send', before: '联络员：/公告 明天停水', change: '联络员：发', keeps: ['announcements'] },
  { by: 'count', change: '联络员：计数 健康教育 1次' },
  { by: 'count', before: counted, change: '联络员：计数 健康教育 改为 2次 数错了' },
  { by: 'count', before: counted, change: '联络员：计数 健康教育 划掉 记重了' },
  { by: 'board', change: '召集人：/公告栏 开' },
  { by: 'board', before: '召集人：/公告栏 开', change: '召集人：/公告栏 关' },
  { by: 'roster', change: '召集人（私聊）：/名册 张三 恒威' },
  { by: 'send', before: '召集人（私聊）：/名册 张三 恒威', change: '召集人（私聊）：发' },
  { by: 'report', change: '召集人（私聊）：/月报' },
  { by: 'quarterly', change: '召集人（私聊）：/季报' },
  { by: 'yearly', change: '召集人（私聊）：/年报' },
  { by: 'send', before: '召集人（私聊）：/月报', change: '召集人（私聊）：发' },
  { by: 'settings', change: '召集人：/设置 月报 李雪梅' },
  {
    by: 'unannounce',
    before: '联络员：/公告 明天停水',
    change: '联络员：撤回公告',
    keeps: ['announcements'],
  },

  { by: 'joinunit', change: wish },
  { by: 'joinunit', before: wish, change: '王五：/加入单位 佳丽' },
  { by: 'joinunit', change: '召集人：/加入单位 恒威 确认' },
  { by: 'agree', before: wish, change: '陈刚：/同意' },
  { by: 'disagree', before: wish, change: '陈刚：/不同意' },
  { by: 'agree', before: wanted, change: '高远（私聊）：同意 1', keeps: history },
  { by: 'refuse', before: wanted, change: '高远（私聊）：不行 1 出差', keeps: history },
  { by: 'want', before: offered, change: '王五：要 F1 下周二', keeps: [...history, 'requests'] },
  { by: 'offer', change: offered },
  { by: 'offer', before: offered, change: '高远：/服务 F1 停' },
  { by: 'skill', change: skilled },
  { by: 'skill', before: skilled, change: '张伟（私聊）：我能 公开' },
  { by: 'projects', change: project },
  { by: 'projects', change: gathering },
  { by: 'propose', before: gathering, change: '王五：项目建议 义诊' },
  { by: 'secondproject', before: proposal, change: '赵磊：J1 也是' },
  { by: 'choose', before: proposal, change: '周敏：/入选 J1' },
  { by: 'notchosen', before: proposal, change: '周敏：/未入选 J1 有了' },
  { by: 'claimproject', before: project, change: '孙悦：认领 J1 每月一次' },
  { by: 'releaseproject', before: taken, change: '孙悦：放弃 J1' },
  { by: 'projectnews', before: taken, change: '孙悦：进度 J1 在办' },
  { by: 'finishproject', before: taken, change: '孙悦：完成 J1' },
  { by: 'stopproject', before: taken, change: '周敏：/中止 J1 没场地' },
  { by: 'countfor', before: `${request}\n${project}`, change: '李雪梅：算 J1 1' },
  {
    by: 'uncount',
    before: `${request}\n${project}\n李雪梅：算 J1 1`,
    change: '李雪梅：不算 J1 1',
  },
  { by: 'pair', change: paired },
  { by: 'visit', before: paired, change: '陈刚：走访 J1 挺好' },
  { by: 'team', change: '李雪梅：/队伍 维修队 张伟 李娟' },
  { by: 'introduce', change: '李雪梅（私聊）：/引见 赵磊 张伟 修水电' },
  { by: 'units', change: '召集人：/单位 新远科技 企业' },
  { by: 'units', change: '召集人：/单位 恒威 改名 恒威控股' },
  { by: 'units', before: '召集人：/单位 新远科技 企业', change: '召集人：/单位 删除 新远科技' },
  { by: 'liaisons', change: '召集人：/联络员 恒威 张伟 副' },
  { by: 'liaisons', change: '召集人：/联络员 撤 陈刚' },
  { by: 'liaisons', change: '召集人：/联络员 恒威 小林' },
  { by: 'roles', change: '召集人：/角色 张伟 召集人' },
  { by: 'roles', change: '召集人：/角色 陈刚 来宾' },
  { by: 'here', change: '【群：新群】\n召集人：/启用' },
  {
    by: 'here',
    before: '【群：新群】\n召集人：/启用 繁体',
    change: '【群：新群】\n召集人：/启用 简体',
  },
  {
    by: 'here',
    before: '【群：新群】\n召集人：/启用 繁体',
    change: '【群：新群】\n召集人：/启用 停用',
  },
];

/** What cannot be taken back, and what to do instead. */
const instead: readonly (Row & { readonly by: string })[] = [
  { by: 'invite', change: '召集人（私聊）：/邀请 恒威' },
  { by: 'reply', before: written, change: '王五（私聊）：回 1 天天这样' },
  { by: 'askwriter', before: written, change: '召集人（私聊）：问转 1' },
  { by: 'turn', before: written, change: '王五（私聊）：转 1 发群' },
  { by: 'emergency', change: '王五（私聊）：着火了快来' },
  { by: 'bind', before: '召集人（私聊）：/邀请 恒威', change: '王五（私聊）：/绑定 {码}' },
];

describe('what every command does about it', () => {
  test.each(commands)('$name', ({ name, undo }) => {
    const isTried = (table: readonly { readonly by: string }[]) =>
      table.some(({ by }) => by === name);
    const changesNothing = name in CHANGE_NOTHING;
    expect(undo === undefined, `${name} declares no undo; if it changes nothing, say so here`).toBe(
      changesNothing,
    );
    if (typeof undo === 'function') expect(isTried(rows), `${name} is not tried here`).toBe(true);
  });

  test('whatever changes nothing leaves everything as it was', async () => {
    const player = await playersInMemory();
    await play(`${today}\n${request}\n${asks}`, player, group);
    for (const { name, examples, scope } of commands.filter((one) => one.name in CHANGE_NOTHING)) {
      const before = await kept(player);
      const place = scope === 'private' ? '（私聊）' : '';
      for (const text of name === 'undo' ? [] : examples)
        await play(`召集人${place}：${text}`, player, group);
      expect(await kept(player), name).toEqual(before);
    }
  });
});

describe('do and undo leaves everything as before, also over a restart', () => {
  test.each(rows)('$by: $change', async ({ before = '', change, keeps = [] }) => {
    const player = await playersInMemory();
    await meet(player, `${before}\n${change}`);
    const place = placeOf(change);
    await play(before === '' ? '' : before, player, group);
    const earlier = await kept(player);
    await play(change, player, group);
    const changed = await kept(player);
    expect(changed).not.toEqual(earlier);

    expect(await said(player, `${place.group}\n路人：/撤销`)).toMatch(
      /没有可以撤销的一步|沒有可以撤銷的一步/,
    );
    expect(await said(player, place.elsewhere)).toMatch(
      /上一步是在.+做的，请到那里发|上一步是在.+做的，請到那裡發/,
    );
    expect(await kept(player)).toEqual(changed);

    await player.restart();
    const answer = await said(player, place.undo);
    expect(answer).not.toMatch(/没有可以撤销|不能撤销|撤销不了/);
    expect(answer).not.toBe('');
    const without = (all: Kept) =>
      Object.fromEntries(Object.entries(all).filter(([name]) => !keeps.includes(name)));
    expect(without(await kept(player)), answer).toEqual(without(earlier));
    if (keeps.length > 0) expect(await kept(player)).not.toEqual(changed);

    const after = await kept(player);
    expect(await said(player, place.undo)).not.toMatch(/^机器人.*撤销了/m);
    expect(await kept(player)).toEqual(after);
  });

  test.each(rows.filter(({ by }, at) => rows.findIndex((row) => row.by === by) === at))(
    '$by stays after five minutes',
    async ({ before = '', change }) => {
      const player = await playersInMemory();
      await meet(player, `${before}\n${change}`);
      await play(before === '' ? '' : before, player, group);
      await play(change, player, group);
      await player.pass(player.clock.now() + 5 * 60_000 + 1_000);
      player.take();
      const changed = await kept(player);
      expect(await said(player, placeOf(change).undo)).toContain('已经过了 5 分钟');
      expect(await kept(player)).toEqual(changed);
    },
  );

  test.each(instead)(
    '$by: $change says what to do instead',
    async ({ by, before = '', change }) => {
      const player = await playersInMemory();
      await meet(player, `${before}\n${change}`);
      await play(before === '' ? '' : before, player, group);
      await play(change, player, group);
      const changed = await kept(player);
      const undo = named(by)?.undo;
      expect(await said(player, placeOf(change).undo)).toContain(
        typeof undo === 'object' ? undo.zh : '',
      );
      expect(await kept(player)).toEqual(changed);
    },
  );
});

test('what was taken back stays known, with who, when, and from which messages', async () => {
  const player = await playersInMemory();
  await meet(player, '王五：+1');
  await play(`${tomorrow}\n王五：+1`, player, group);
  const done = player.clock.now();
  await player.pass(done + 60_000);
  await play('王五：/撤销', player, group);
  const [one] = await takenBackOf(player);
  expect(one).toMatchObject({ command: 'signup', at: done, undone: { at: done + 60_000 } });
  expect(one?.message).not.toBe(one?.undone.message);
});

const group = firstGroup({ file: example });

/** Everybody who will speak has spoken before, so that the bot meets nobody by the change. */
async function meet(player: Player, script: string): Promise<void> {
  const names = script.split('\n').flatMap((line) => {
    const read = line.trim() === '' ? undefined : readScriptLine(line);
    return read?.kind === 'speech' ? [read.name] : [];
  });
  for (const name of new Set([...names, '路人']))
    await play(`${name}：/帮助\n${name}（私聊）：/帮助`, player, group);
}

/** Where a change is taken back, and a chat of the same person where it is not. */
function placeOf(change: string): {
  readonly group: string;
  readonly undo: string;
  readonly elsewhere: string;
} {
  const lines = change.split('\n').map(readScriptLine);
  const title = lines.findLast((line) => line.kind === 'group')?.title ?? group;
  const speech = lines.findLast((line) => line.kind === 'speech');
  const here = `【群：${title}】`;
  const [own, other] = speech?.private ? ['（私聊）', ''] : ['', '（私聊）'];
  return {
    group: here,
    undo: `${here}\n${speech?.name}${own}：/撤销`,
    elsewhere: `${here}\n${speech?.name}${other}：/撤销`,
  };
}

async function said(player: Player, script: string): Promise<string> {
  const { transcript } = await play(script, player, group);
  return transcript.slice(transcript.indexOf('/撤销') + 3).trim();
}

type Kept = Readonly<Record<string, readonly unknown[]>>;

/**
 * All that the features remember, but for the numbers that were given out and what was taken back.
 * When a sign-up was last spoken of is not part of it, nor is a guest who was named and has no
 * account.
 */
async function kept(player: Player): Promise<Kept> {
  const records = await player.records();
  const collections = features.flatMap((one) => one.collections);
  const of = (name: string) =>
    collections.filter((one) => one.name === name).flatMap((one) => records.all(one));
  const context = new Set(of('accounts').map((account) => (account as { person?: string }).person));
  const isKept = (name: string, record: { id: string; role?: string }) =>
    name !== 'people' || record.role !== 'guest' || context.has(record.id);
  const plain = (name: string, { ...record }: Record<string, unknown>) =>
    JSON.parse(
      JSON.stringify(
        name === 'signups' ? { ...record, at: undefined, message: undefined } : record,
      ),
    );
  return Object.fromEntries(
    collections
      .filter(({ name }) => name !== 'counters' && name !== 'taken-back')
      .map(({ name }) => [
        name,
        of(name)
          .filter((record) => isKept(name, record))
          .map((record) => plain(name, record as unknown as Record<string, unknown>))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      ]),
  );
}

async function takenBackOf(player: Player) {
  const records = await player.records();
  const collections = features
    .flatMap((one) => one.collections)
    .filter(({ name }) => name === 'taken-back');
  return collections.flatMap((one) => records.all(one)) as unknown as readonly {
    readonly command: string;
    readonly at: number;
    readonly message: string;
    readonly undone: { readonly at: number; readonly message: string };
  }[];
}
