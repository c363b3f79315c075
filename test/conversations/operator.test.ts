import { describe, expect, it } from 'vitest';
import { welcome } from '../../src/demo.ts';
import { readAllianceFile } from '../../src/features/import/index.ts';
import { conversation, example, players } from '../support/conversation.ts';
import { Carried } from '../support/relay.ts';

/* The operator's first hour: what comes next stands where they look. */

describe('importing', () => {
  it('says what is new, and when nothing is', async () => {
    const player = await players({ file: 'none' });
    await player.order({ do: 'import', file: example });
    expect(await player.order({ do: 'import', file: example })).toContain('nothing new');
    const [first] = example.units;
    const file = {
      ...example,
      units: [
        ...example.units.map((unit) => (unit === first ? { ...unit, area: '9号楼' } : unit)),
        { id: 'new', name: '新街小学', short: [], kind: '学校', contacts: [] },
      ],
    };
    const told = await player.order({ do: 'import', file });
    expect(told.split('\n').filter((line) => line.includes('new ('))).toEqual([
      `units: 1 new (新街小学); 1 changed (${first?.name}); ${example.units.length - 1} as before`,
    ]);
  });

  it('takes the words that the bot uses, and says which is which', () => {
    const words = {
      ...example,
      units: [{ id: 'a', name: '天星社区', short: [], kind: '社区', contacts: [] }],
      people: [{ id: 'p', name: '周敏', role: '召集人', unit: 'a' }],
      rules: [{ ...example.rules[0], liaison: undefined, kind: '学习', holiday: '顺延' }],
    };
    expect(readAllianceFile(words)).toMatchObject({
      units: [{ kind: 'community' }],
      people: [{ role: 'convenor' }],
      rules: [{ kind: 'study', holiday: 'next' }],
    });
    const wrong = { ...words, units: [{ ...words.units[0], kind: '小区' }] };
    expect(() => readAllianceFile(wrong)).toThrow(
      expect.objectContaining({
        text: {
          zh: expect.stringMatching(
            /units\[0\]\.kind：要从这些里选：企业（enterprise）、学校（school）/,
          ),
          en: expect.stringContaining('units[0].kind: should be one of: enterprise, school'),
        },
      }),
    );
  });
});

describe('what /规则 refuses', () => {
  it('no imported file may bring in: a notice of the day itself that comes after the beginning', () => {
    const [rule] = example.rules;
    const late = {
      ...example,
      rules: [
        { ...rule, at: '20:00', minutes: 30, notices: [{ id: 'late', days: 0, at: '21:15' }] },
      ],
    };
    expect(() => readAllianceFile(late)).toThrow(
      expect.objectContaining({
        text: expect.objectContaining({
          zh: expect.stringContaining('rules[0].notices[0].at：活动 20:00 开始，当天的通知要更早'),
        }),
      }),
    );
  });
});

describe('carrying by hand', () => {
  it('counts a liaison who came in by hand, in both places', async () => {
    const day = await Carried.open({ empty: true, hints: true });
    await day.round();
    const code = (said: readonly string[]) =>
      /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said.join('\n'))?.[0] ?? '';
    const first = code(day.notes());
    await day.paste(`王芳（私聊）：/初始化 ${first} 幸福里联盟`);
    await day.paste('王芳（私聊）：/单位 甲公司 企业');
    await day.paste('王芳（私聊）：/单位 乙公司 企业');
    const invited = code(await day.paste('王芳（私聊）：/邀请 甲公司 联络员'));
    day.opened();
    const told = (await day.paste(`老王（私聊）：/绑定 ${invited}`)).join('\n');
    expect(told).toContain('老王进来了，是甲公司的联络员，还差 1 家');
    const list = (await day.paste('王芳（私聊）：/联络员')).join('\n');
    expect(list).toContain('甲公司（老王）、乙公司（还缺联络员）');
    expect(list.match(/还缺联络员/g)).toHaveLength(1);
  });
});

conversation(
  'a convenor who comes in as a liaison is one, and counts',
  `
【群：幸福里群】
王芳（私聊）：/初始化 {码} 幸福里联盟
机器人→王芳：*
王芳：/启用
机器人：*
王芳（私聊）：/单位 幸福里社区 社区
机器人→王芳：*（还差 1 家）*
王芳（私聊）：/邀请 幸福里社区 联络员
机器人→王芳：*
【2026-11-20 09:15】
王芳（私聊）：/绑定 {码}
机器人→王芳：王芳，欢迎！您现在是幸福里社区的联络员了*
王芳（私聊）：/联络员
机器人→王芳：各单位的联络员：
　　幸福里社区（王芳）
　　下一步：定固定日*
王芳（私聊）：/单位 甲公司 企业
机器人→王芳：*（还差 1 家）*
`,
  'none',
);

describe('carrying by hand with an empty store', () => {
  it('shows the code and the sentence to paste, which begins the alliance', async () => {
    const day = await Carried.open({ empty: true, hints: true });
    await day.round();
    const line = /^王芳（私聊）：\/初始化 [0-9A-Z]{4}-[0-9A-Z]{4} 联盟的名字$/m.exec(
      day.notes().join('\n'),
    )?.[0];
    const begun = (line ?? '').replace('联盟的名字', '幸福里联盟');
    expect((await day.paste(begun)).join('\n')).toContain('幸福里联盟');
    day.opened();
    await day.round();
    expect(day.notes().join('\n')).not.toContain('/初始化');
  });
});

conversation(
  'a group is told what comes before 启用 where there is no alliance',
  `
【群：幸福里群】
王芳：/启用
机器人：这个群还没有启用，联盟也还没有建。请召集人先私聊我发「/初始化 初始化码 联盟的名字」*
王芳（私聊）：/初始化 {码} 幸福里联盟
王芳：/启用
机器人：*幸福里联盟*
`,
  'none',
);

describe('the opening of the terminal', () => {
  const lines = welcome(example, 'data/demo').split('\n');

  it('names no activity by number', () => {
    expect(lines.join('\n')).not.toMatch(/E\d/);
  });

  it.each(['2026-11-16 10:00', '2026-11-26 09:00', '2026-11-30 09:00', '2026-12-24 09:00'])(
    'followed to the letter on %s writes the record into the activity that was checked in to',
    async (begin) => {
      const player = await players();
      await player.passTo(begin);
      player.take();
      const told: string[] = [];
      for (const line of lines) {
        const [, when] = /^ {2}【(.+?)】/.exec(line) ?? [];
        if (when !== undefined) await player.passTo(when);
        const [, name, secret, text] =
          /^ {2}([^（：\s]+)(（私聊）)?：(\S+( [^ ]\S*)*)/.exec(line) ?? [];
        if (name === undefined || text === undefined) continue;
        await player.say({ name, private: secret !== undefined, text });
        told.push(...player.take().map(({ outgoing }) => outgoing.text));
      }
      const signedUp = told.find((text) => /报名 张伟/.test(text))?.split(' ')[0];
      expect(signedUp).toMatch(/^E\d$/);
      expect(told.find((text) => text.includes('小结记下了'))).toContain(`${signedUp} 小结记下了`);
    },
  );
});
