import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { WechatStage } from '../support/wechat.ts';

test('the account is kicked out in the middle of a day: carried by hand, then by WeChat again', async () => {
  const stage = await WechatStage.open({ byHand: true });
  const { relay, gateway } = stage;
  if (relay === undefined) throw new Error('nobody can carry it');
  await stage.passTo('2026-11-22 18:00');
  await stage.say('张伟', '+1');
  await stage.settle(60);
  const byWechat = stage.said.length;
  expect(byWechat).toBe(2);
  await gateway.account.kick('账号被限制');
  await until(() => stage.chat.connection().state === 'login', 'noticed');
  relay.attend('window', []);
  const passing = stage.passTo('2026-11-25 07:30');
  await until(() => relay.toShow().length > 0, 'handed over');
  const [notice] = relay.toShow();
  expect(notice?.to).toMatchObject({ kind: 'group', chat: stage.room.id });
  expect(notice?.text).toContain('【今天】E1');
  relay.attend('window', [notice?.id ?? '']);
  await passing;
  await relay.enter({
    address: { platform: 'wechat', account: 'wechat', kind: 'group', chat: stage.room.id },
    title: '联盟群',
    sender: { id: 'byhand:王五', name: '王五' },
    text: '+1',
    at: stage.clock.now(),
    photos: 0,
    known: stage.clock.now(),
  });
  relay.leave('window');
  gateway.account.login();
  await stage.online();
  await stage.settle(60);
  expect(stage.said).toHaveLength(byWechat + 1);
  expect(stage.said.at(-1)).toBe('E1 报名 王五。共 2/30 人');
});
