import { expect, onTestFinished, test } from 'vitest';
import { put } from '../../src/core/collection.ts';
import { accountKey, accounts } from '../../src/identity/people/index.ts';
import { boundAccount, boundGroup } from '../support/binding.ts';
import { example, temporaryFolder } from '../support/conversation.ts';
import { TelegramStage } from '../support/telegram.ts';
import { until } from '../support/until.ts';
import { overheard, wechatOn } from '../support/wechat.ts';
import { type Person, WechatGateway } from '../support/wechat-gateway/index.ts';

/**
 * One alliance with a room on WeChat and a group on Telegram; who is named here is on WeChat,
 * everybody else on Telegram.
 */
async function both(onWechat: readonly string[]) {
  const gateway = await WechatGateway.start();
  const people = new Map<string, Person>(onWechat.map((name) => [name, gateway.person(name)]));
  const room = gateway.room('楼栋群', [...people.values()]);
  const folder = temporaryFolder();
  let heard: ReturnType<typeof overheard>['heard'] = [];
  let line = () => 'down';
  const stage = await TelegramStage.open({
    hearsAll: true,
    beside: (clock) => {
      const wechat = wechatOn(gateway, () => clock.now(), folder);
      const listening = overheard(wechat);
      heard = listening.heard;
      line = () => wechat.connection().state;
      return listening.chat;
    },
  });
  onTestFinished(() => gateway.stop());
  await until(() => line() === 'up', 'the line is up');
  const place = { platform: 'wechat', account: 'wechat' };
  await stage.app.change(example.alliance.id, () => [
    boundGroup({ ...place, kind: 'group', chat: room.id }, '楼栋群'),
    ...[...people].flatMap(([name, { id }]) => boundAccount(place, id, name)),
  ]);
  const say = async (name: string, text: string, secret = false) => {
    const person = people.get(name);
    if (person === undefined)
      return secret ? stage.sayPrivately(name, text) : stage.say(name, text);
    await until(() => line() === 'up', 'the line is up');
    const { id } = gateway.say(person, text, secret ? person : room, { at: stage.clock.now() });
    await until(() => heard.some((one) => one.id === id), 'heard');
    await stage.settle();
  };
  const inRoom = () => gateway.said(room).map(({ text }) => text);
  return { stage, gateway, people, say, inRoom };
}

test('a service day in a WeChat room and a Telegram group at once: one numbering, one table, each in its own form', async () => {
  const { stage, say, inRoom } = await both(['张伟', '赵磊', '陈刚']);
  await stage.passTo('2026-11-22 18:00');
  await say('张伟', '+1');
  await stage.press('李娟', '报名 E1');
  await say('赵磊', '+1 王五');
  await stage.settle(60);
  await stage.passTo('2026-11-25 08:12');
  await stage.sayPrivately('周敏', '/口令 槐花');
  await say('张伟', '签到 槐花');
  await stage.restart();
  await say('李娟', '签到 槐花');
  await say('陈刚', '恒威 签到 槐花 5人');
  await stage.settle(60);
  await stage.passTo('2026-11-25 11:30');
  await say('何丽丽', '小结 E1 清理楼道6处，惠及38人次');
  await stage.settle(60);
  expect(inRoom().join('\n--\n')).toMatchInlineSnapshot(`
    "【还有 3 天】E1 服务日 11月25日（周三）9:00–11:00
    地点：天星广场
    已报 0/30 人
    参加请发「+1」，来不了请发「请假 E1」
    --
    E1 报名 张伟、王五。共 3/30 人
    --
    【今天】E1 服务日 11月25日（周三）9:00–11:00
    地点：天星广场
    已报 3/30 人
    报名：张伟、李娟、王五
    参加请发「+1」，来不了请发「请假 E1」
    --
    E1 服务日 11月25日（周三）9:00–11:00 开始签到。
    到了看现场板子上的词，发「签到」加这个词，例：签到 春风
    --
    E1 到场 5 人（张伟、恒威 5 人）。应到 3
    --
    E1 服务日 签到结束
    到场 5 人（签到 3 人，单位报数另加 2 人），应到 3 人
    到场 2：张伟、李娟
    未报名到场 1：陈刚
    未签到 1 人
    单位报数：恒威 5 人
    联络员请写小结，例：小结 E1 清理楼道6处，惠及38人次"
  `);
  expect(stage.shown().join('\n--\n')).toMatchInlineSnapshot(`
    "E1 服务日 11月25日（周三）9:00–11:00
    地点：天星广场
    已报 3/30 人
    报名：张伟、李娟、王五
    参加请发「+1」，来不了请发「请假 E1」
    --
    【今天】E1 服务日 11月25日（周三）9:00–11:00
    地点：天星广场
    已报 3/30 人
    报名：张伟、李娟、王五
    参加请发「+1」，来不了请发「请假 E1」
    --
    E1 服务日 11月25日（周三）9:00–11:00 开始签到。
    到了看现场板子上的词，发「签到」加这个词，例：签到 春风
    --
    E1 到场 5 人（张伟、李娟、陈刚、恒威 5 人）。应到 3
    --
    E1 服务日 签到结束
    到场 5 人（签到 3 人，单位报数另加 2 人），应到 3 人
    到场 2：张伟、李娟
    未报名到场 1：陈刚
    未签到 1 人
    单位报数：恒威 5 人
    联络员请写小结，例：小结 E1 清理楼道6处，惠及38人次
    --
    E1 小结记下了。惠及 38 人次
    五项：通知✓ 签到✓ 小结✓ 惠及人次✓ 还缺 照片
    先发照片，3 分钟内再发「小结 E1」"
  `);
  expect(stage.server.problems).toEqual([]);
});

test('a request from the WeChat room, taken on and finished by somebody on Telegram', async () => {
  const { stage, say, inRoom } = await both(['王大妈']);
  await say('王大妈', '需求 3号楼2单元楼道灯坏了，电话 13812345621');
  await stage.settle(60);
  expect(inRoom().at(-1)).toContain('138****5621');
  await stage.sayPrivately('张伟', '/帮助');
  await say('张伟', '认领 1 周六上午');
  await say('张伟', '完成 1 灯换好了');
  await stage.settle(60);
  expect(inRoom().join('\n')).not.toContain('13812345621');
  await say('王大妈', '满意 1');
  await stage.settle(60);
  const shown = stage.shown(stage.server.with(stage.user('张伟'))).join('\n');
  expect(shown).toContain('13812345621');
  expect(stage.shown().join('\n')).toContain('#1');
  await say('王大妈', '/详情 1');
  expect(inRoom().at(-1)).toContain('已解决');
});

test('one person with an account on each platform is one person', async () => {
  const { stage, people, say, inRoom } = await both(['张伟']);
  const telegram = { platform: 'telegram', account: String(stage.server.bot.id) };
  const user = String(stage.user('张伟').id);
  const account = {
    id: accountKey(telegram, user),
    person: 'zhang-wei',
    ...telegram,
    user,
    met: false,
  };
  await stage.app.change(example.alliance.id, () => [put(accounts, account)]);
  await stage.passTo('2026-11-22 18:00');
  await say('张伟', '+1');
  await stage.say('张伟', '+1');
  await stage.settle(60);
  await say('张伟', '名单');
  expect(people.size).toBe(1);
  expect(inRoom().at(-1)).toMatch(/1\/30|共 1/);
});

test('a link of Telegram that is said in a WeChat room gives its code away', async () => {
  const { stage, say, inRoom } = await both(['张伟']);
  await stage.sayPrivately('周敏', '/邀请 恒威 联络员');
  const invitation = stage.shown(stage.server.with(stage.user('周敏'))).at(-1) ?? '';
  const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(invitation) ?? [];
  const [link = ''] = /https:\S+/.exec(invitation) ?? [];
  await say('张伟', `点这里：${link}`);
  await stage.settle(60);
  expect(inRoom()).toEqual([expect.stringContaining('作废了')]);
  await stage.sayPrivately('路人', code);
  expect(stage.shown(stage.server.with(stage.user('路人'))).at(-1)).toMatch(/^这个码不对/);
});
