import { expect, test } from 'vitest';
import { play } from '../../tools/play/kit.ts';
import { conversation, players, playersInMemory } from '../support/conversation.ts';
import { ask } from '../support/read.ts';
import { threeGroups } from '../support/three-groups.ts';

conversation(
  'what is coming, in words and as a file; one thing by its number, whatever it is',
  `
联络员：/活动 28日9点 清洁家园 @天星广场 30人
机器人：*
联络员：投票 做什么 A 清洁 B 义诊 截止 20日18点
机器人：*
张伟：日程
机器人：接下来：
　　11月25日（周三）9:00–11:00 服务日
　　E1 清洁家园 *
　　12月5日（周六）14:30–16:00 学习日
　　12月25日（周五）9:00–11:00 服务日
　　2027年1月5日（周二）*
　　报名请发「+1」，存到手机日历请发「/日程 文件」
张伟：/日程 文件
机器人：接下来的 * 项在文件里，打开就能存到手机日历。以后有变动请再发「/日程 文件」
　　[文件 日程.ics]
张伟：日程 文件在哪
（沉默）
张伟：/详情 E1
机器人：E1 清洁家园*
张伟：/查 P1
机器人：P1 做什么*
张伟（私聊）：详情 E1
机器人→张伟：E1 清洁家园*
`,
);

conversation(
  'nothing is planned: everybody reads what they can do about it',
  `
召集人（私聊）：/初始化 {码} 天星
机器人→召集人：*
召集人：/启用
机器人：*
召集人：日程
机器人：接下来两个月还没有安排
　　定固定日，例：/规则 新增 服务日 每月25日 9点
路人：日程
机器人：接下来两个月还没有安排
　　想办什么请发「需求 …」告诉大家
`,
  'none',
);

/** Unfolds the lines of a calendar file. */
function eventsIn(bytes: Uint8Array | undefined): Record<string, string>[] {
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n ', '');
  return text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) =>
      Object.fromEntries(
        event
          .split('\r\n')
          .filter((line) => line.includes(':'))
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      ),
    );
}

test('the file holds the very days, in UTC, hides telephone numbers from groups, and a day keeps its id', async () => {
  const player = await players();
  await ask(player, '李雪梅', '/活动 28日9点 清洁家园 @广场找13812345678');
  const fileSaid = async (where?: string) => {
    player.take();
    await player.say({
      name: '张伟',
      text: '/日程 文件',
      ...(where === undefined ? { private: true } : { group: where }),
    });
    const [said] = player.take();
    expect(said?.outgoing.attachments).toHaveLength(1);
    const [file] = said?.outgoing.attachments ?? [];
    expect(file).toMatchObject({ kind: 'document', name: '日程.ics' });
    return eventsIn(file?.bytes);
  };
  const before = await fileSaid();
  const service = before.find(({ SUMMARY }) => SUMMARY === '服务日');
  expect(service).toMatchObject({
    DTSTART: '20261125T010000Z',
    DTEND: '20261125T030000Z',
    LOCATION: '天星广场',
  });
  expect(before.find(({ SUMMARY }) => SUMMARY === 'E1 清洁家园')).toMatchObject({
    DTSTART: '20261128T010000Z',
    LOCATION: '广场找13812345678',
  });
  expect(new Set(before.map(({ UID }) => UID)).size).toBe(before.length);
  const inGroup = await fileSaid('联盟群');
  expect(inGroup.find(({ SUMMARY }) => SUMMARY === 'E1 清洁家园')?.['LOCATION']).toBe(
    '广场找138****5678',
  );
  await player.passTo('23日9点');
  const after = await fileSaid();
  const announced = after.find(({ SUMMARY }) => SUMMARY === 'E2 服务日');
  expect(announced).toMatchObject({ UID: service?.['UID'], DTSTART: '20261125T010000Z' });
  expect(announced?.['DTSTAMP']).toBe('20261123T010000Z');
});

test('a group is told of what is for it, and its file holds nothing else', async () => {
  const player = await playersInMemory({ file: threeGroups });
  const script = '联络员：/活动 28日9点 支部会 发到 党员群\n联络员：/活动 29日9点 义诊';
  await play(script, player, '联盟群');
  const shown = (group: string) => ask(player, '张伟', '日程', group);
  expect(await shown('党员群')).toMatch(/支部会[\s\S]*义诊[\s\S]*学习日/);
  expect(await shown('居民群')).toMatch(/义诊/);
  expect(await shown('居民群')).not.toMatch(/支部会|学习日/);
  const titlesIn = async (group: string) => {
    player.take();
    await player.say({ name: '张伟', text: '/日程 文件', group });
    const [file] = player.take().flatMap(({ outgoing }) => outgoing.attachments ?? []);
    return eventsIn(file?.bytes).map(({ SUMMARY }) => SUMMARY);
  };
  expect(await titlesIn('居民群')).toEqual(expect.arrayContaining(['E2 义诊', '服务日']));
  expect(await titlesIn('居民群')).not.toEqual(expect.arrayContaining(['E1 支部会']));
  expect(await titlesIn('居民群')).not.toEqual(expect.arrayContaining(['学习日']));
  await play('联络员：/取消 E1 改天', player, '联盟群');
  expect(await titlesIn('党员群')).toContain('E1 支部会');
  expect(await titlesIn('居民群')).not.toContain('E1 支部会');
});
