import { expect, test } from 'vitest';
import { PNG, WechatStage } from '../support/wechat.ts';

test('a service day in one room: what the group reads in the evening', async () => {
  const stage = await WechatStage.open();
  await stage.passTo('2026-11-22 18:00');
  await stage.say('张伟', '+1');
  await stage.say('李娟', '+1 王五');
  await stage.say('李雪梅', '+2');
  await stage.settle(60);
  await stage.passTo('2026-11-25 08:12');
  await stage.sayPrivately('周敏', '/口令 槐花');
  await stage.say('张伟', '签到 槐花');
  await stage.restart();
  await stage.say('王五', '签到槐花');
  await stage.say('陈刚', '恒威 签到 槐花 5人');
  await stage.settle(60);
  await stage.passTo('2026-11-25 11:30');
  await stage.photo('何丽丽', PNG);
  await stage.say('何丽丽', '小结 E1 清理楼道6处，惠及约38人次');
  expect(stage.said.join('\n--\n')).toMatchInlineSnapshot(`
    "【还有 3 天】E1 服务日 11月25日（周三）9:00–11:00
    地点：天星广场
    已报 0/30 人
    参加请发「+1」，来不了请发「请假 E1」
    --
    E1 报名 张伟、王五、李雪梅(2人)。共 4/30 人
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
    E1 到场 6 人（张伟、王五、恒威 5 人）。应到 4
    --
    E1 服务日 签到结束
    到场 6 人（签到 3 人，单位报数另加 3 人），应到 4 人
    到场 2：张伟、王五
    未报名到场 1：陈刚
    未签到 1 人
    单位报数：恒威 5 人
    联络员请写小结，例：小结 E1 清理楼道6处，惠及38人次
    --
    @何丽丽 E1 小结记下了。惠及 38 人次（估）
    五项：通知✓ 签到✓ 小结✓ 照片✓ 惠及人次✓，齐了
    战报先给您一个人看，请私聊我发「/战报 E1」"
  `);
  expect(stage.saidTo('周敏')).toMatchInlineSnapshot(`
    [
      "E1 的口令换成「槐花」了，旧的不再有效。请改现场的板子
    我只记您跟我说的事，闲聊不记。记了什么、放多久请发「/隐私」",
    ]
  `);
  expect(stage.gateway.account.asked).toEqual({ stop: 0, logout: 0 });
});
