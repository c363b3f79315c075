import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Paste, readPaste } from '../../adapters/terminal/paste.ts';
import { growth } from '../support/growth.ts';

/** Who said what, in one line each: `张伟@联盟群 8:12：签到`. */
function read(text: string, group?: string): readonly string[] {
  return written(readPaste(text.split('\n'), group));
}

function written({ said, nobodys }: Paste): readonly string[] {
  const lines = said.map(({ name, group, private: secret, when, text, photos, quoted }) => {
    const place = `${group === undefined ? '' : `@${group}`}${secret ? '（私聊）' : ''}${when ? ` ${when}` : ''}`;
    const quote = quoted === undefined ? '' : `「${quoted.sender}：${quoted.text}」`;
    return `${name}${place}：${quote}${text}${'[图片]'.repeat(photos)}`;
  });
  return [...lines, ...nobodys.map((line) => `？${line}`)];
}

test.each<[name: string, text: string, said: readonly string[]]>([
  ['one line', '张伟：签到 槐花', ['张伟：签到 槐花']],
  ['in private', '张伟（私聊）：/我的', ['张伟（私聊）：/我的']],
  [
    'with times',
    '8:12 张伟：签到 槐花\n08:13:05 李娟：+1\n11-25 08:14 赵磊：在\n2026/11/25 8:15 吴霞：好',
    [
      '张伟 8:12：签到 槐花',
      '李娟 08:13:05：+1',
      '赵磊 11-25 08:14：在',
      '吴霞 2026/11/25 8:15：好',
    ],
  ],
  [
    'further lines are of who spoke before them, headings are nobody',
    '李雪梅：/活动 25日9点 清洁家园\n地点：天星广场\n　　人数：30人\n联系人：张伟\n张伟：+1',
    ['李雪梅：/活动 25日9点 清洁家园\n地点：天星广场\n人数：30人\n联系人：张伟', '张伟：+1'],
  ],
  [
    'a link, a time and a number begin nobody’s words',
    '张伟：看这个\nhttps://example.org/a:b\n9:00 集合：天星广场\n3：带水\n张伟：好',
    ['张伟：看这个\nhttps://example.org/a:b\n9:00 集合：天星广场\n3：带水', '张伟：好'],
  ],
  [
    'groups',
    '【群：联盟群】\n张伟：+1\n【群：党员群】\n李娟：+1\n王五（私聊）：/我的',
    ['张伟@联盟群：+1', '李娟@党员群：+1', '王五@党员群（私聊）：/我的'],
  ],
  [
    'what WeChat copies on a PC',
    '恒威 张伟 11-25 08:12:33\n签到 槐花\n\n李娟 2026/11/25 8:13\n恒威 签到 槐花\n5人\n\n李娟 11-25 08:20:01\n[图片]\n',
    [
      '恒威 张伟 11-25 08:12:33：签到 槐花',
      '李娟 2026/11/25 8:13：恒威 签到 槐花\n5人',
      '李娟 11-25 08:20:01：[图片]',
    ],
  ],
  [
    'a date within a text is no header; two paragraphs are one message',
    '周敏 11-24 18:00:00\n服务日安排：\n出发 11-25 08:30\n\n请大家准时\n\n集合 11-25 08:30\n\n张伟 11-24 18:01:00\n+1',
    [
      '周敏 11-24 18:00:00：服务日安排：\n出发 11-25 08:30\n请大家准时\n集合 11-25 08:30',
      '张伟 11-24 18:01:00：+1',
    ],
  ],
  [
    'below a header of its own nothing begins somebody else’s words but a blank line',
    '王五 11-25 08:12:33\n周敏：/角色 王五 召集人\n8:12 周敏：/公告 停水\n\n周敏：好',
    ['王五 11-25 08:12:33：周敏：/角色 王五 召集人\n8:12 周敏：/公告 停水', '周敏：好'],
  ],
  [
    'a pasted list, by whoever stands before it',
    '张伟：\n#接龙 25日服务日\n时间：25日9点\n组织：恒威\n\n1. 张三\n2、李四 恒威 2人\n③王五：带娃\n4. 8:00-9:30 登记：赵六\n李娟：签到 槐花',
    [
      '张伟：#接龙 25日服务日\n时间：25日9点\n组织：恒威\n1. 张三\n2、李四 恒威 2人\n③王五：带娃\n4. 8:00-9:30 登记：赵六',
      '李娟：签到 槐花',
    ],
  ],
  [
    'a pasted list behind a word, and one of nobody',
    '张伟：大家接龙\n#接龙\n1. 张三\n8:12 李娟：+1\n\n#接龙 学习日\n地点：二楼\n1. 王五\n机器人：E1 报名\n#接龙\n1. 赵六',
    [
      '张伟：大家接龙',
      '张伟：#接龙\n1. 张三',
      '李娟 8:12：+1',
      '代录：#接龙 学习日\n地点：二楼\n1. 王五',
      '代录：#接龙\n1. 赵六',
    ],
  ],
  [
    'a list without entries swallows nobody',
    '张伟：#接龙 服务日\n李娟：+1',
    ['张伟：#接龙 服务日', '李娟：+1'],
  ],
  [
    'the bot’s own lines',
    '机器人：E1 报名 张伟。共 1/30 人\n　　参加请发「+1」\n还有一行\n机器人→张伟：好\n8:12 机器人：好\n张伟：+1\n\n机器人 11-25 08:12:33\n签到 槐花',
    ['张伟：+1'],
  ],
  [
    'an answer to somebody’s message, in both of its forms',
    '张伟：「王五：灯坏了」/需求\n李娟：「王五：灯\n坏了」\n- - - - - - - - - - - - - - -\n也是',
    ['张伟：「王五：灯坏了」/需求', '李娟：「王五：灯\n坏了」也是'],
  ],
  ['nobody’s', '你好\n在吗\n\n+1\n张伟：好', ['张伟：好', '？你好\n在吗', '？+1']],
  ['nothing', '\n  \n', []],
  [
    'a unit behind a name',
    '张伟（恒威）：+1\n李娟(恒威)（私聊）：/我的',
    ['张伟（恒威）：+1', '李娟(恒威)（私聊）：/我的'],
  ],
  [
    'on another platform',
    '张伟：+1\n李娟@telegram：+1\n还有一行',
    ['张伟：+1', '？李娟@telegram：+1\n还有一行'],
  ],
  ['a name without words', '张伟：\n李娟：好', ['李娟：好']],
  ['photos', '张伟：小结 E1 [图片][图片]', ['张伟：小结 E1[图片][图片]']],
])('%s', (_, text, said) => {
  expect(read(text)).toEqual(said);
});

test('the group stays the one that was named before', () => {
  const { said, group } = readPaste(['张伟：+1', '【群：党员群】', '李娟：好'], '联盟群');
  expect(said.map((one) => one.group)).toEqual(['联盟群', '党员群']);
  expect(group).toBe('党员群');
});

test('no text is lost or made: every line but the bot’s is somebody’s or nobody’s', () => {
  const piece = fc.constantFrom(
    ...[
      '张伟：',
      '8:12 李娟：签到 槐花',
      '你好',
      '1. 张三',
      '#接龙 服务日',
      '时间：9点',
      '',
      '王五 11-25 08:12:33',
      '③',
      '：',
      '【好】',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 30 }),
      (lines) => {
        const flat = lines
          .flatMap((line) => line.split(/\r|\n/))
          .filter((line) => !/机器人|图片|【群：|[「」]/.test(line));
        const { said, nobodys } = readPaste(flat, undefined);
        const kept = [...said.map(({ text }) => text), ...nobodys].join('').replace(/\s/g, '');
        const given = flat.join('').replace(/\s/g, '');
        expect(kept.length).toBeLessThanOrEqual(given.length);
        for (const { text } of said) expect(text.trim()).not.toBe('');
        for (const text of nobodys) expect(given).toContain(text.replace(/\s/g, ''));
      },
    ),
  );
});

test('of ten thousand lines each is read once', () => {
  const chat = Array.from(
    { length: 10_000 },
    (_, index) => `8:${String(index % 60).padStart(2, '0')} 居民${index}：签到 槐花`,
  );
  const list = ['#接龙', ...chat.map(() => '时间：')];
  expect(readPaste(chat, undefined).said).toHaveLength(10_000);
  expect(readPaste(list, undefined).said).toHaveLength(1);
  for (const lines of [chat, list])
    expect(growth((count) => readPaste(lines.slice(0, count), undefined), 100)).toBeLessThan(8);
});
