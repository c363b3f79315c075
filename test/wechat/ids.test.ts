import { expect, test } from 'vitest';
import { repeatableRandom } from '../../adapters/clock-simulated/index.ts';
import { NamedChat } from '../../adapters/terminal/chat.ts';
import { executeAdmin } from '../../src/admin/index.ts';
import { put } from '../../src/core/collection.ts';
import { groups } from '../../src/identity/alliance/index.ts';
import { accountKey, accounts, people } from '../../src/identity/people/index.ts';
import type { Outgoing } from '../../src/ports/chat.ts';
import { until } from '../support/until.ts';
import { WechatStage, type WechatStageOptions } from '../support/wechat.ts';

/** A stage whose puppet gives out new ids at each login; the convenor is on Telegram too. */
async function unstable(options: WechatStageOptions = {}) {
  const told: string[] = [];
  const show = (outgoing: Outgoing) => void told.push(outgoing.text);
  const traits = {
    edits: true,
    redelivers: true,
    opensPrivate: false,
    cardPause: { quiet: 0, longest: 0 },
  };
  const telegram = new NamedChat({ platform: 'telegram', traits, session: 's', show });
  const stage = await WechatStage.open({ stableIds: false, beside: [telegram], ...options });
  const place = { platform: 'telegram', account: 'telegram' };
  const account = {
    id: accountKey(place, '周敏'),
    person: 'zhou-min',
    ...place,
    user: '周敏',
    met: true,
  };
  await stage.change(() => [put(accounts, account)]);
  /** The convenor says something on Telegram, in private; the last answer. */
  const onTelegram = async (text: string): Promise<string> => {
    await telegram.say({
      name: '周敏',
      private: true,
      group: '',
      text,
      photos: 0,
      at: stage.clock.now(),
    });
    await stage.settle(1);
    return told.at(-1) ?? '';
  };
  const relogin = async () => {
    await stage.gateway.account.relogin({ newIds: true });
    await until(() => stage.noticed.filter(({ kind }) => kind === 'account').length > 1, 'noticed');
    await stage.online();
    await stage.settle(1);
  };
  const codeIn = (text: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? 'no code';
  return { stage, told, onTelegram, relogin, codeIn };
}

test('the same session goes on as it was, also with a new process', async () => {
  const { stage } = await unstable();
  await stage.restart();
  await stage.say('周敏', '/状态');
  expect(stage.said.at(-1)).toContain('连着：');
});

test('a disk that is full in the moment of a login: it is tried again, and the new ids are not trusted', async () => {
  const { stage, told } = await unstable();
  stage.disk.full = true;
  await stage.gateway.account.relogin({ newIds: true });
  await until(() => stage.chat.connection().state === 'down', 'given up for now');
  stage.disk.full = false;
  await until(
    () => stage.noticed.filter(({ kind }) => kind === 'account').length > 1,
    'remembered',
  );
  await stage.online();
  await stage.settle(1);
  expect(told.some((text) => text.includes('群和账号的编号都换了'))).toBe(true);
  const groupsNow = await stage.records((records) => records.all(groups));
  expect(groupsNow.map(({ unverified }) => unverified !== undefined)).toEqual([true]);
});

test('after a new login nobody has a role, private answers and broadcasts wait, and the convenor is told what to do', async () => {
  const { stage, told, relogin } = await unstable();
  await stage.say('张伟', '需求 3号楼2单元楼道灯坏了');
  await relogin();
  const bindAgain = told.find((text) =>
    text.includes('微信重新登录，群和账号的编号都换了，要重新认一遍'),
  );
  expect(bindAgain?.split('\n')).toHaveLength(4);
  const before = stage.said.length;
  await stage.passTo('2026-11-22 18:00');
  await stage.say('周敏', '/状态');
  // An unknown room and an unknown account: no word of what the alliance does, and no broadcast.
  expect(stage.said.slice(before)).toEqual([expect.stringContaining('这个群还没有启用')]);
  const seen = await stage.records((records) => ({
    groups: records.all(groups).map(({ unverified }) => unverified !== undefined),
    accounts: records.all(accounts).filter(({ platform }) => platform === 'wechat'),
  }));
  expect(seen.groups).toEqual([true]);
  expect(seen.accounts.every(({ unverified, met }) => unverified === true && !met)).toBe(true);
});

test('bound again by a one-time code and the convenor’s word, everything goes on, waiting broadcasts too', async () => {
  const { stage, onTelegram, relogin, codeIn } = await unstable();
  await stage.say('张伟', '+1 王大妈');
  await relogin();
  await stage.passTo('2026-11-22 18:00');
  const code = codeIn(await onTelegram('/绑定'));
  await stage.sayPrivately('周敏', `/绑定 ${code}`);
  expect(stage.saidTo('周敏').at(-1)).toContain('周敏');
  await stage.say('周敏', '/启用');
  expect(stage.said.at(-1)).toContain(
    '这个群像原来的「联盟群」，名字一样。接着用请发「/启用 接回」',
  );
  await stage.say('周敏', '/启用 接回');
  await stage.settle(60);
  const said = stage.said.join('\n--\n');
  expect(said).toContain('接回来了，这个群还是「天星社区区域化党建联盟」的');
  expect(said).toContain('【还有 3 天】E1 服务日');
  await stage.say('周敏', '/状态');
  expect(stage.said.at(-1)).toContain('连着：');
});

test('a name inherits nothing: who is called like the convenor, or like a liaison, is a guest', async () => {
  const { stage, onTelegram, relogin, codeIn } = await unstable();
  await relogin();
  await stage.sayPrivately('周敏', `/绑定 ${codeIn(await onTelegram('/绑定'))}`);
  await stage.say('周敏', '/启用 接回');
  const impostor = stage.gateway.person('何丽丽');
  stage.gateway.join(stage.room, impostor);
  stage.people.set('冒名', impostor);
  await stage.say('冒名', '/指派 1 恒威');
  expect(stage.said.at(-1)).toContain('这件事要联络员来做');
  await stage.say('张伟', '+1');
  const called = await stage.records((records) =>
    records.all(people).filter(({ name }) => name === '张伟'),
  );
  expect(called.map(({ role }) => role).sort()).toEqual(['guest', 'member']);
});

test('a member comes back by a code of their liaison’s or convenor’s, with everything they did on either side', async () => {
  const { stage, onTelegram, relogin, codeIn } = await unstable();
  await relogin();
  await stage.sayPrivately('周敏', `/绑定 ${codeIn(await onTelegram('/绑定'))}`);
  await stage.say('周敏', '/启用 接回');
  await stage.passTo('2026-11-22 18:00');
  await stage.say('张伟', '+1');
  const code = codeIn(await onTelegram('/邀请 张伟'));
  await stage.sayPrivately('张伟', `/绑定 ${code}`);
  expect(stage.saidTo('张伟').at(-1)).toContain('张伟');
  const called = await stage.records((records) =>
    records.all(people).filter(({ name }) => name === '张伟'),
  );
  expect(called).toMatchObject([{ id: 'zhang-wei', role: 'member' }]);
  await stage.say('李娟', '名单');
  expect(stage.said.at(-1)).toContain('张伟');
});

test('whose only account is lost gets a code from the machine itself', async () => {
  const { stage, relogin, codeIn } = await unstable();
  await stage.change((records) => {
    const telegram = records.all(accounts).find(({ platform }) => platform === 'telegram');
    return telegram === undefined ? [] : [put(accounts, { ...telegram, person: 'he-lili' })];
  });
  await relogin();
  const random = repeatableRandom();
  const office = { app: stage.app, clock: stage.clock, random };
  const told = await executeAdmin(office, {
    do: 'code',
    alliance: '天星社区区域化党建联盟',
    person: '周敏',
  });
  await stage.sayPrivately('周敏', `/绑定 ${codeIn('said' in told ? told.said.zh : '')}`);
  await stage.say('周敏', '/启用 接回');
  expect(stage.said.at(-1)).toContain('接回来了');
  await expect(
    executeAdmin(office, { do: 'code', alliance: '天星社区区域化党建联盟', person: '周敏' }),
  ).rejects.toThrow('there is no 周敏 for whom nobody speaks');
});
