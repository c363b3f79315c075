import { expect, test } from 'vitest';
import { TelegramStage } from '../support/telegram.ts';

test('a service day in one supergroup: what the group reads in the evening', async () => {
  const stage = await TelegramStage.open({ hearsAll: true });
  await stage.passTo('2026-11-22 18:00');
  await stage.press('张伟', '报名 E1');
  await stage.say('李娟', '+1 王五');
  await stage.say('李雪梅', '+2');
  await stage.press('赵磊', '请假 E1');
  await stage.passTo('2026-11-25 08:12');
  await stage.sayPrivately('周敏', '/口令 槐花');
  await stage.say('张伟', '签到 槐花');
  await stage.restart();
  await stage.say('王五', '签到槐花');
  await stage.say('陈刚', '恒威 签到 槐花 5人');
  await stage.passTo('2026-11-25 11:30');
  await stage.say('何丽丽', '', stage.group, {
    text: undefined,
    photo: [{ file_id: 'small' }, { file_id: 'large' }],
  });
  await stage.say('何丽丽', '小结 E1 清理楼道6处，惠及约38人次');
  await stage.sayPrivately('李雪梅', '/补签 E1 李雪梅 忘了签');
  expect(stage.shown().join('\n--\n')).toMatchInlineSnapshot(`
    "E1 服务日 11月25日（周三）9:00–11:00
    地点：天星广场
    已报 4/30 人
    报名：张伟、王五、李雪梅(2人)
    参加请发「+1」，来不了请发「请假 E1」
    --
    【今天】E1 服务日 11月25日（周三）9:00–11:00
    地点：天星广场
    已报 4/30 人
    报名：张伟、王五、李雪梅(2人)
    参加请发「+1」，来不了请发「请假 E1」
    --
    E1 服务日 11月25日（周三）9:00–11:00 开始签到。
    到了看现场板子上的词，发「签到」加这个词，例：签到 春风
    --
    E1 到场 6 人（张伟、王五、陈刚、恒威 5 人）。应到 4
    --
    E1 服务日 签到结束
    到场 6 人（签到 3 人，单位报数另加 3 人），应到 4 人
    到场 2：张伟、王五
    未报名到场 1：陈刚
    请假 1 人；未签到 1 人
    单位报数：恒威 5 人
    联络员请写小结，例：小结 E1 清理楼道6处，惠及38人次
    --
    E1 小结记下了。惠及 38 人次（估）
    五项：通知✓ 签到✓ 小结✓ 照片✓ 惠及人次✓，齐了
    战报先给您一个人看，请私聊我发「/战报 E1」"
  `);
  expect(stage.shown(stage.server.with(stage.user('周敏')))).toEqual([
    'E1 的口令换成「槐花」了，旧的不再有效。请改现场的板子\n我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」',
  ]);
  expect(stage.server.problems).toEqual([]);
});

test('from an empty store to the record: set up, bound, signed up by button and by text, checked in, with restarts', async () => {
  const stage = await TelegramStage.open({ hearsAll: true, empty: true });
  const zhouMin = stage.server.with(stage.user('周敏'));
  await stage.sayPrivately('周敏', `/setup ${await stage.setupCode()} 天星社区联盟`);
  expect(stage.shown(zhouMin).at(-1)).toContain('您现在是「天星社区联盟」的召集人了');
  await stage.restart();
  await stage.say('周敏', '/here');
  expect(stage.shown().at(-1)).toContain('这个群启用了，属于「天星社区联盟」');
  await stage.say('周敏', '/activity 明天9点 清洁家园 @天星广场');
  await stage.restart();
  await stage.press('张伟', '报名 E1');
  await stage.say('李娟', '+1');
  await stage.passTo('2026-11-23 08:30');
  await stage.sayPrivately('周敏', '/passcode 槐花');
  await stage.restart();
  await stage.say('张伟', '/checkin 槐花');
  await stage.say('李娟', '签到槐花');
  await stage.passTo('2026-11-23 11:40');
  await stage.say('周敏', '/record E1 清理楼道6处，惠及38人次');
  const shown = stage.shown();
  expect(shown.some((text) => text.includes('E1 到场 2 人（张伟、李娟）。应到 2'))).toBe(true);
  expect(shown.at(-1)).toContain('E1 小结记下了。惠及 38 人次');
  expect(stage.server.problems).toEqual([]);
});
