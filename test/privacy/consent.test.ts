import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { boardFolder } from '../../adapters/board-folder/index.ts';
import { published } from '../../src/identity/people/index.ts';
import { consents, people } from '../../src/identity/people/records.ts';
import type { Attachment } from '../../src/ports/chat.ts';
import { play } from '../../tools/play/play.ts';
import type { Player } from '../../tools/play/player.ts';
import { firstGroup } from '../../tools/play/stage.ts';
import { conversation, example, playersInMemory } from '../support/conversation.ts';
import { until } from '../support/until.ts';

conversation(
  'a name is hidden until its owner agrees; they are asked once, while the liaison sees the preview',
  `
张伟（私聊）：/我的
机器人→张伟：*
联络员（私聊）：/公告 感谢张伟、李娟和周敏修好路灯，报名找李雪梅
机器人→张伟：要发到群里的一段话里有您的名字，您没同意以前写成「张**」。
　　愿意写全名请回「同意署名」，不愿意回「不署名」。不回也不写，就问这一次
机器人→李娟：要发到群里的一段话里有您的名字，您没同意以前写成「李**」。
　　愿意写全名请回「同意署名」，不愿意回「不署名」。不回也不写，就问这一次
机器人→李雪梅：将发到：联盟群
　　【公告】感谢张**、李**和周敏修好路灯，报名找李雪梅
　　确认请在 5 分钟内发「发」，要改请重新发「/公告」
　　张伟、李娟 没同意署名，发出去写成「张**」。本人发「同意署名」就写全名
张伟（私聊）：同意署名
机器人→张伟：好的，公告、战报、月报、公告栏和发到群里的表都写您的名字。不想写了请发「不署名」
联络员（私聊）：发
机器人→李雪梅：好的，1 分钟后发到 1 个群。不发了请发「撤回公告」
【2026-11-16 09:02】
机器人：【公告】感谢张伟、李**和周敏修好路灯，报名找李雪梅
联络员（私聊）：/公告 再谢李娟
机器人→李雪梅：将发到：联盟群
　　【公告】再谢李**
　　确认请在 5 分钟内发「发」，要改请重新发「/公告」
　　李娟 没同意署名，发出去写成「李**」。本人发「同意署名」就写全名
召集人（私聊）：/记录 公布姓名
机器人→周敏：操作记录·公布姓名（1 条，新的在前，改不了）：
　　11月16日（周一）9:00 张伟 公布姓名 张伟 没有答复→同意（私聊）
　　*
`,
);

conversation(
  'what was agreed to is taken back with a word: what still waits to be sent hides the name',
  `
张伟（私聊）：/署名 公开
机器人→张伟：*
联络员（私聊）：/公告 感谢张伟修好路灯
机器人→李雪梅：将发到：联盟群
　　【公告】感谢张伟修好路灯
　　确认请在 5 分钟内发「发」，要改请重新发「/公告」
联络员（私聊）：发
机器人→李雪梅：*
张伟（私聊）：请不要再公开我的名字
机器人→张伟：好的，公告、战报、月报、公告栏和发到群里的表都不写您的名字，写成「张**」。
　　还没发的和公告栏马上改；已经发到群里的收不回。愿意写了请发「同意署名」
【重启】
【2026-11-16 09:02】
机器人：【公告】感谢张**修好路灯
张伟（私聊）：/署名
机器人→张伟：公告、战报、公告栏里您的名字写成「张**」。愿意写全名请发「同意署名」
张伟（私聊）：撤销
机器人→张伟：*公告、战报、公告栏里写您的名字。不想写请发「不署名」*
`,
);

conversation(
  'liaisons are named by their office, until they refuse',
  `
联络员（私聊）：/署名
机器人→李雪梅：您是联络员或召集人，公告、战报、公告栏里写您的名字。不想写请发「不署名」
联络员（私聊）：不署名
机器人→李雪梅：*写成「李**」*
召集人（私聊）：/公告 报名找李雪梅
机器人→周敏：*
　　【公告】报名找李**
　　*
`,
);

describe('names in a text that is published', () => {
  test('are those of people whom the records know, in whatever form the name is written', async () => {
    const player = await playersInMemory({ platforms: ['terminal', 'wechat'] });
    await say(player, '王五：/我的\n开心：/我的\n李雪梅@wechat：/我的');
    await player.say({ name: 'Anna Lee', text: '/我的' });
    const records = await player.records();
    const shown = (text: string) => published(text, records);
    expect(shown('大家都很开心，谢谢王五、張偉和 张伟！')).toBe(
      '大家都很开心，谢谢王**、張**和 张**！',
    );
    // A guest of the same name hides no liaison.
    expect(shown('报名找李雪梅，电话见群公告')).toBe('报名找李雪梅，电话见群公告');
    expect(shown('恒威、天星社区 25日9点')).toBe('恒威、天星社区 25日9点');
    expect(shown('thanks to Anna Lee and lee')).toBe('thanks to A** and lee');
  });

  test('are those of guests with a rare surname, too', async () => {
    const player = await playersInMemory();
    await say(player, '温小暖：/我的');
    expect(published('感谢温小暖送来姜汤', await player.records())).toBe('感谢温**送来姜汤');
  });

  test('cost the same to find however many people there are', async () => {
    const player = await playersInMemory();
    const records = await player.records();
    let looked = 0;
    const counted = new Proxy(records, {
      get: (all, field) => {
        if (field !== 'where') return Reflect.get(all, field);
        looked += 1;
        return all.where.bind(all);
      },
    });
    const text = '感谢张伟、李娟修好路灯';
    published(text, counted);
    expect(looked).toBeLessThan(text.length * 6);
  });
});

async function say(player: Player, script: string): Promise<void> {
  await play(script, player, firstGroup({ file: example }));
}

test('the board names whoever finished something on their own, with consent, and at once no more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'board-'));
  const place = boardFolder(folder, 'https://board.example.org');
  const player = await playersInMemory({ place });
  const page = () => {
    const [address] = readdirSync(folder);
    return address && readFileSync(join(folder, address, 'index.html'), 'utf8');
  };
  const shows = async (clock: string, isSo: (text: string) => boolean) => {
    await player.passTo(clock);
    await until(() => isSo(page() ?? ''));
  };
  await say(
    player,
    '召集人：/公告栏 开\n王五：需求 3号楼302室王奶奶家灯坏了\n赵磊：需求 张伟家门口有水',
  );
  await say(player, '李娟（私聊）：认领 1\n李娟（私聊）：完成 1');
  player.take();
  await player.say({ name: '王五', text: '满意 1' });
  const told = player.take().map(({ outgoing }) => outgoing.text);
  expect(told).toContainEqual(expect.stringMatching(/^#1 办好了.*「同意署名」.*「不署名」/s));
  await shows('9:03', (text) => text.includes('#1'));
  expect(page()).toContain('3号楼***王**家灯坏了');
  expect(page()).toContain('张**家门口有水');
  expect(page()).not.toMatch(/李娟|302|王奶奶|王五|赵磊|张伟/);
  await say(player, '李娟（私聊）：同意署名');
  await shows('9:05', (text) => text.includes('李娟 办的'));
  await say(player, '李娟（私聊）：不署名');
  await shows('9:07', (text) => !text.includes('李娟'));
});

conversation(
  'a recap hides names, in its preview and in the group',
  `
【2026-11-25 08:12】
机器人：*
机器人：*
机器人：*
机器人→周敏：*
召集人（私聊）：/口令 槐花
机器人→周敏：*
张伟：签到 槐花
机器人：*
【2026-11-25 12:12】
机器人：*
联络员：小结 E1 张伟带队清理楼道6处，惠及38人次
机器人：*
联络员（私聊）：/战报 E1
机器人→张伟：要发到群里的一段话里有您的名字，*
机器人→李雪梅：战报，回「发」就发到 1 个群：
　　*
　　张**带队清理楼道6处，惠及38人次
　　*
　　张伟 没同意署名，发出去写成「张**」。本人发「同意署名」就写全名
联络员（私聊）：发
机器人：【战报】E1 *
　　张**带队清理楼道6处，惠及38人次
　　*
机器人→李雪梅：*
`,
);

describe('an answer about one’s name', () => {
  test('is of the one person that two accounts become, the last one', async () => {
    const player = await playersInMemory({ platforms: ['terminal', 'wechat'] });
    await say(
      player,
      `
小张（私聊）@wechat：不署名
【2026-11-16 09:05】
张伟（私聊）：同意署名
张伟（私聊）：/绑定
小张（私聊）@wechat：{码}`,
    );
    const records = await player.records();
    expect(records.all(consents)).toHaveLength(1);
    const [one] = records.all(consents);
    expect(one?.state).toBe('given');
    expect(records.get(people, one?.id ?? '')?.name).toBe('张伟');
  });

  test('goes when they are forgotten', async () => {
    const player = await playersInMemory();
    await say(player, '王五（私聊）：同意署名');
    expect((await player.records()).all(consents)).toHaveLength(1);
    await say(player, '王五（私聊）：/忘记我\n王五（私聊）：/忘记我 确认');
    expect((await player.records()).all(consents)).toEqual([]);
  });

  test('stands in the file of what is kept', async () => {
    const files: Attachment[] = [];
    const player = await playersInMemory({
      onSend: async ({ attachments = [] }) => void files.push(...attachments),
    });
    await say(player, '王五（私聊）：不署名\n王五（私聊）：/我的 文件');
    const text = new TextDecoder().decode(files[0]?.bytes);
    expect(text).toContain('withdrawn');
  });
});
