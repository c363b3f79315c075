import { expect, test } from 'vitest';
import { projectEntries, projects } from '../../src/features/projects/records.ts';
import { playersInMemory } from '../support/conversation.ts';

/*
 * Whatever is asked, by whom and where: a skill that is for liaisons only is read by no group and by
 * nobody but its owner and liaisons, and nothing that was typed of a household is ever said.
 */

const SKILL = '修古琴';
const HOUSEHOLD = '翠花低保户';
const CODE = '甲户';

const ASKED = [
  ...['/服务', `/服务 ${SKILL.slice(0, 2)}`, '/服务 F1', '要 F1 周六', '/服务 F1 停', '/队伍'],
  ...['/台账', '/找人 古琴', '/配对 1', '/配对 F1', '请 F1 办 1', '/需求列表', '/详情 1', '/我的'],
  ...[
    '/项目',
    '/项目 J1',
    '/项目 结对',
    '/结对',
    '走访 J1 缺米',
    '进度 J1 缺米',
    '认领 J1',
    '算 J1 1',
  ],
  ...[
    '完成 J1 缺米',
    '放弃 J1',
    '/导出 项目',
    '/导出 需求',
    '/月报',
    '/日程',
    '/帮助',
    '/记录',
    '/公告栏',
  ],
];

const SPEAKERS = ['王五', '李娟', '张伟', '孙悦', '陈刚', '李雪梅', '周敏'];
/** Whoever may read of the skill in private: its owner, and liaisons. */
const OF_SKILL = ['张伟', '孙悦', '陈刚', '李雪梅', '周敏', '林芳', '高远'];
/** Whoever may read of the pair in private: the unit that has it, and the convenor. */
const OF_PAIR = ['陈刚', '周敏'];

test('no group and nobody else reads of a private skill or of a household', async () => {
  const player = await playersInMemory();
  await player.passTo('2026-11-16 10:05');
  await player.say({ name: '张伟', private: true, text: `我能 ${SKILL}，周末` });
  await player.say({ name: '周敏', private: true, text: `/结对 恒威 ${HOUSEHOLD} 每月` });
  await player.say({ name: '王五', text: '需求 家里的琴断了弦' });
  player.take();
  const wrong: string[] = [];
  let told = 0;
  for (const text of ASKED)
    for (const isPrivate of [false, true])
      for (const name of SPEAKERS) {
        await player.say({ name, private: isPrivate, text });
        for (const { outgoing } of player.take()) {
          const files = (outgoing.attachments ?? []).map(({ bytes }) =>
            new TextDecoder().decode(bytes),
          );
          const all = [outgoing.text, ...files].join('\n');
          const { kind, chat } = outgoing.to;
          const mayRead = (who: readonly string[]) => kind === 'private' && who.includes(chat);
          // What somebody types themselves may be said again to them.
          const said = all.replaceAll(text.replace(/^\//, ''), '');
          const isTheirs = kind === 'private' && chat === name && /^J1 \S+：缺米$/.test(all);
          if (said.includes('翠花') || (said.includes('缺米') && !isTheirs))
            wrong.push(`${name} ${text}: ${all}`);
          if (said.includes(SKILL) && !mayRead(OF_SKILL)) wrong.push(`${name} ${text}: ${all}`);
          if (said.includes(CODE) && !mayRead(OF_PAIR)) wrong.push(`${name} ${text}: ${all}`);
          if (said.includes(SKILL) || said.includes(CODE)) told += 1;
        }
      }
  expect(wrong).toEqual([]);
  const records = await player.records();
  const kept = JSON.stringify([records.all(projects), records.all(projectEntries)]);
  expect(kept).toContain(CODE);
  expect(kept).not.toMatch(/翠花|缺米/);
  // Those who may read of them did.
  expect(told).toBeGreaterThan(10);
}, 120_000);
