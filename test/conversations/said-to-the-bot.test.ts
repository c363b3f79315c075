import { describe, expect, test } from 'vitest';
import { conversation, playersInMemory } from '../support/conversation.ts';

async function answered(text: string, name = '王大爷', isPrivate = false): Promise<string> {
  const player = await playersInMemory();
  await player.say({ name: '联络员', text: '/活动 25日9点 清洁家园' });
  player.take();
  await player.say({ name, text, private: isPrivate });
  return player
    .take()
    .map(({ outgoing }) => outgoing.text)
    .join('\n');
}

const lost = '这个我还不会。要帮忙请在群里找联络员李雪梅；我会做的请看「/帮助」';
const signedUp = 'E1 报名 王大爷。共 1 人';
const notCalled = (typed: string, meant: string) => `没有「${typed}」，您是想说「/${meant}」吗？`;

describe('a name that runs into what follows', () => {
  test.each([
    ['/报名表', notCalled('报名表', '报名')],
    ['/报名了吗', notCalled('报名了吗', '报名')],
    ['/需求清单', '待认领：现在没有'],
    ['/需求有哪些', notCalled('需求有哪些', '需求')],
    ['/心愿墙', notCalled('心愿墙', '心愿')],
    ['@小联 参加的有谁', 'E1 清洁家园'],
    ['@小联 到时候叫我', lost],
    ['@小联 通过了吗', lost],
    ['@小联 重复一遍', lost],
    ['/打卡机', lost],
    ['/恢复', lost],
    ['/建议箱', lost],
  ])('%j is no command: %s', async (text, answer) => {
    const said = await answered(text);
    expect(answer === '' ? said : said.slice(0, answer.length)).toBe(answer);
  });

  test.each([
    ['/报名张三', 'E1 报名 张三。共 1 人'],
    ['/报名谢谢', signedUp],
    ['/报名E1', signedUp],
    ['/报名 25号', signedUp],
    ['/报名 清洁家园', signedUp],
    ['/报名 26号', '没看懂给谁报名'],
    ['/报名 小石头', 'E1 报名 小石头。共 1 人'],
    ['/报名 我和老伴', 'E1 报名 王大爷(2人)。共 2 人'],
    ['/名单E1！', 'E1 清洁家园'],
    ['/需求楼道的灯三天没亮了', '#1 楼道的灯三天没亮了'],
    ['/需求3号楼灯坏了', '#1 3号楼灯坏了'],
    ['/取消报名', '王大爷没有报 E1'],
  ])('%j is one: %s', async (text, answer) =>
    expect((await answered(text)).slice(0, answer.length)).toBe(answer),
  );

  test('what somebody may not use is not offered to them', async () => {
    expect(await answered('/公告板')).toBe(lost);
    expect(await answered('@小联 取消')).toBe('这件事要联络员来做。看您能做什么请发「/帮助」');
    expect(await answered('/公告板', '联络员')).toContain(notCalled('公告板', '公告'));
  });
});

describe('words to the bot as to a person', () => {
  test.each([
    ['@小联 我要报名', signedUp],
    ['@小联 帮我报名', signedUp],
    ['@小联 我来参加', signedUp],
    ['@小联名单', 'E1 清洁家园'],
    ['@小联 怎么报名', '报名请发「报名 E1」，别的请看「/帮助」'],
    ['@小联 25号那个活动我想去', signedUp],
    ['@小联 灯坏了', '要我记成需求吗？是就回「是」，不用就回「不」'],
    ['@小联 你好', '您好！'],
    ['@小联', '您好！'],
    ['@小联 谢谢', '不客气！'],
    ['@小联 辛苦了🙏', '不客气！'],
    ['@小联 今天天气怎么样', lost],
    ['@小联合社 名单', ''],
    ['@小联盟报名', ''],
    ['@小联名单我看过了', ''],
  ])('%j is answered %s', async (text, answer) => {
    const said = await answered(text);
    expect(answer === '' ? said : said.slice(0, answer.length)).toBe(answer);
  });

  test('in private too', async () => {
    expect(await answered('我家水管漏了', '王大爷', true)).toContain(
      '要我记成需求吗：我家水管漏了\n给谁看？',
    );
    expect(await answered('我要报名', '王大爷', true)).toContain('已报 1 人');
  });
});

conversation(
  'a talking bot is no talking group',
  `
联络员：/活动 25日9点 清洁家园
机器人：*
王大爷：灯坏了
（沉默）
王大爷：怎么报名
（沉默）
王大爷：你好
（沉默）
王大爷：谢谢小联
（沉默）
`,
);
