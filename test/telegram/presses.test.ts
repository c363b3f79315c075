import { expect, test } from 'vitest';
import { deliveries } from '../../src/core/records.ts';
import { TelegramStage } from '../support/telegram.ts';
import { Refusal } from '../support/telegram-server/world.ts';
import { until } from '../support/until.ts';

async function withNotice() {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.passTo('2026-11-22 18:00');
  return stage;
}

test('a press is decided first and answered with the words; the notice itself shows it', async () => {
  const stage = await withNotice();
  await stage.press('张伟', '报名 E1');
  const query = expect.any(String);
  expect(stage.server.answers).toEqual([{ query, text: 'E1 报名好了，第 1/30 位' }]);
  expect(stage.shown()).toEqual([expect.stringContaining('已报 1/30 人\n报名：张伟')]);
  // It changes nothing any more, and whoever pressed is told so alone.
  await stage.press('张伟', '报名 E1');
  await until(() => stage.server.answers.length === 2, 'it is answered');
  expect(stage.server.answers.at(-1)?.text).toContain('张伟已经报了 E1');
  const owed = () => stage.records((records) => records.all(deliveries).length);
  await until(async () => (await owed()) === 0, 'it need not be said');
  await stage.settle(60);
  expect(stage.shown()).toHaveLength(1);
});

test('an answer to a press that fails is tried again; what cannot be shown is said in the group', async () => {
  const stage = await withNotice();
  stage.server.next('answerCallbackQuery', 'reset');
  stage.server.next('answerCallbackQuery', 'gateway');
  await stage.press('张伟', '报名 E1');
  await until(() => stage.server.answers.length === 1, 'it is answered');
  expect(stage.server.answers[0]?.text).toBe('E1 报名好了，第 1/30 位');
  const old = new Refusal(400, 'Bad Request: query is too old and response timeout expired');
  stage.server.next('answerCallbackQuery', old);
  await stage.press('张伟', '报名 E1');
  await stage.settle(60);
  expect(stage.shown().at(-1)).toContain('张伟已经报了 E1');
  expect(stage.shown()).toHaveLength(2);
});

test.each([
  ['made up', 'x'.repeat(16)],
  ['of another chat', 'AAAAAAAAAAAAAAAA'],
  ['longer than data can be', 'y'.repeat(500)],
])('a button that was %s changes nothing', async (_, data) => {
  const stage = await withNotice();
  const before = stage.shown();
  await stage.press('张伟', '报名 E1', stage.group, data);
  expect(stage.shown()).toEqual(before);
  expect(stage.server.answers).toEqual([
    { query: expect.any(String), text: '这个按钮已经不用了，请直接发文字' },
  ]);
});

test('a label put over the mark of another button changes nothing', async () => {
  const stage = await withNotice();
  const notice = stage.server.last(stage.group);
  const [[join, leave] = []] = (
    notice.reply_markup as { inline_keyboard: { text: string; callback_data: string }[][] }
  ).inline_keyboard;
  const forged = {
    ...notice,
    reply_markup: { inline_keyboard: [[{ ...leave, text: join?.text }]] },
  };
  stage.server.press(stage.user('张伟'), forged, join?.text ?? '');
  await stage.settle();
  expect(stage.shown().at(-1)).toContain('已报 0/30 人');
});

test('a button of a message that cannot be seen any more changes nothing', async () => {
  const stage = await withNotice();
  const { message_id, chat, ...notice } = stage.server.last(stage.group);
  const gone = { message_id, chat, date: 0 };
  const data = JSON.stringify(notice.reply_markup).match(/"callback_data":"([^"]+)"/)?.[1];
  stage.server.press(stage.user('张伟'), gone, '报名 E1', data);
  await stage.settle();
  expect(stage.server.answers.at(-1)?.text).toBe('这个按钮已经不用了，请直接发文字');
  expect(stage.shown()).toHaveLength(1);
});

test('a button under an answer is for who asked', async () => {
  const stage = await withNotice();
  await stage.say('张伟', '签到');
  const answer = stage.server.last(stage.group);
  expect(JSON.stringify(answer.reply_markup)).toContain('日程');
  await stage.press('李娟', '日程');
  expect(stage.server.answers.at(-1)?.text).toBe('这个按钮是给提问的人的，您可以自己发');
  expect(stage.server.last(stage.group)).toBe(answer);
  await stage.press('张伟', '日程');
  expect(stage.server.last(stage.group)).not.toBe(answer);
});

test('that it was answered too late spoils nothing', async () => {
  const stage = await withNotice();
  stage.server.next(
    'answerCallbackQuery',
    new Refusal(400, 'Bad Request: query is too old and response timeout expired'),
  );
  await stage.press('张伟', '报名 E1');
  expect(stage.shown().at(-1)).toContain('报名：张伟');
});

test('a press that Telegram repeats is acted on once', async () => {
  const stage = await withNotice();
  stage.server.press(stage.user('张伟'), stage.server.last(stage.group), '报名 E1');
  const [update] = stage.server.queue.waiting;
  await stage.settle();
  const after = stage.shown();
  stage.server.update('callback_query', update?.['callback_query']);
  await stage.settle();
  expect(stage.shown()).toEqual(after);
});

test('an anonymous admin is nobody, until a button shows who it is', async () => {
  const stage = await withNotice();
  const mask = {
    from: { id: 1087968824, is_bot: true, first_name: 'Group' },
    sender_chat: stage.group.chat,
  };
  await stage.say('周敏', '报名 E1', stage.group, mask);
  expect(stage.shown().at(-1)).toBe(
    '匿名发言我看不出是谁。是您本人的话请点下面的按钮，或关掉匿名再发一次',
  );
  await stage.press('周敏', '报名 E1');
  expect(stage.shown()[0]).toContain('报名：周敏');
  await stage.say('周敏', '今天天气不错', stage.group, mask);
  expect(stage.shown()).toHaveLength(2);
});

test('a poll has a button for each option, and a press is a vote', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.say(
    '李雪梅',
    '投票 服务日做什么 A 清洁家园 B 义诊 C 法律咨询 D 植树 E 理发 截止 24日18点',
  );
  await stage.press('张伟', '投 P1 C');
  await stage.press('李娟', '投 P1 E');
  await stage.press('张伟', '投 P1 E');
  expect(stage.shown().at(-1)).toContain('E 理发 2票');
  expect(stage.shown().at(-1)).toContain('C 法律咨询 0票');
  expect(stage.server.problems).toEqual([]);
});
