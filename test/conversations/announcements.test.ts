import { readFileSync } from 'node:fs';
import { readAllianceFile } from '../../src/import/index.ts';
import { conversation } from '../support/conversation.ts';

const example = readAllianceFile(
  JSON.parse(readFileSync(new URL('../../data/examples/tianxing.json', import.meta.url), 'utf8')),
);

conversation(
  'previewed, confirmed, sent a minute later',
  `
张伟：/公告 明天停水
机器人：*联络员*
联络员（私聊）：/公告
机器人→李雪梅：请写公告内容，例：/公告 明天9点全员清洁家园，请穿马甲
联络员（私聊）：/公告 明天停水，请提前接水
机器人→李雪梅：将发到：*
　　【公告】明天停水，请提前接水
　　确认请在 5 分钟内发「发」，要改请重新发「/公告」
联络员2：发
（沉默）
【重启】
联络员（私聊）：发
机器人→李雪梅：好的，1 分钟后发到 1 个群。不发了请发「撤回公告」
联络员（私聊）：发
机器人→李雪梅：没有等您确认的公告，可能过了 5 分钟。请重新发「/公告」
【2026-11-16 09:01】
机器人：【公告】明天停水，请提前接水
联络员（私聊）：撤回公告
机器人→李雪梅：没有还能撤回的公告，发出去的请到群里说明
`,
);

conversation(
  'taken back before it goes out, not confirmed in time, and no more than three a day',
  `
联络员：/公告 一
机器人：*
联络员：发
机器人：好的，1 分钟后发到 1 个群。不发了请发「撤回公告」
联络员：撤回公告
机器人：公告撤回了，没有发出去
【2026-11-16 09:05】
（沉默）
联络员：/公告 一
机器人：*
【2026-11-16 09:11】
联络员：发
（沉默）
联络员：/公告 一
机器人：*
联络员：发
机器人：*
【2026-11-16 09:20】
机器人：【公告】一
联络员：/公告 二
机器人：*
联络员：发
机器人：*
【2026-11-16 09:30】
机器人：【公告】二
联络员2：/公告 三
机器人：*
联络员2：发
机器人：*
【2026-11-16 09:40】
机器人：【公告】三
联络员：/公告 四
机器人：*当天已有 3 条公告，这条没有发。*
【2026-11-17 09:00】
联络员：/公告 四
机器人：将发到：*
联络员：/公告 @没有的群 五
机器人：没有叫「没有的群」的群。有：*
`,
);

conversation(
  'to chosen groups',
  `
联络员（私聊）：/公告 @党员群 明天学习
机器人→李雪梅：将发到：党员群
　　【公告】明天学习
　　确认请在 5 分钟内发「发」，要改请重新发「/公告」
联络员（私聊）：发
机器人→李雪梅：好的，1 分钟后发到 1 个群。不发了请发「撤回公告」
【2026-11-16 09:01】
机器人（党员群）：【公告】明天学习
`,
  { ...example, groups: [...example.groups, ...example.groups.map((group) => ({ ...group, title: '党员群' }))] },
);
