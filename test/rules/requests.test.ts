import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MemoryDisk, memoryStore } from '../../adapters/store-memory/index.ts';
import type { Records } from '../../src/core/collection.ts';
import { holdsPrivateNumber } from '../../src/core/masking.ts';
import { placeIn } from '../../src/core/places.ts';
import { photos } from '../../src/core/records.ts';
import { DAY, HOUR } from '../../src/core/time.ts';
import {
  type RequestEntry,
  type RequestEvent,
  type RequestState,
  requestEntries,
  requestEvent,
  requests,
} from '../../src/features/requests/records/index.ts';
import { emergencyIn } from '../../src/features/requests/rules/emergency.ts';
import { joinedPersons } from '../../src/features/requests/rules/persons.ts';
import { readPromise, readUntil } from '../../src/features/requests/rules/promises.ts';
import {
  alikeTo,
  categoriesOf,
  categoryFor,
  requestNumbered,
} from '../../src/features/requests/rules/reading.ts';
import { nextStep } from '../../src/features/requests/rules/timetable.ts';
import {
  allows,
  progressAfter,
  replayed,
  transitions,
} from '../../src/features/requests/rules/transitions.ts';
import { namedIn } from '../../src/runtime/photos/wanted.ts';
import type { Player } from '../../tools/play/player.ts';
import { players } from '../support/conversation.ts';

const inMemory = (platforms: readonly string[] = ['terminal']) => {
  const disk = new MemoryDisk();
  return players({ platforms, openStore: async () => memoryStore(disk) });
};

/** How a request comes into each state: who says what, `#` being its number. */
const ways: Readonly<Record<RequestState, readonly string[]>> = {
  open: [],
  claimed: ['赵磊：认领 # 周六上午'],
  underway: ['赵磊：认领 # 周六上午', '赵磊：进度 # 在办'],
  awaiting: ['赵磊：认领 # 周六上午', '赵磊：完成 # 好了'],
  resolved: ['赵磊：认领 # 周六上午', '赵磊：完成 # 好了', '张伟：满意 #'],
  declined: ['李雪梅：/不受理 # 私事'],
  handed: ['李雪梅：转交 # 街道'],
  duplicate: ['李雪梅：/合并 # 1'],
  withdrawn: ['张伟：撤回 #'],
  held: ['李雪梅：暂缓 # 到 12月'],
  noted: [],
};

/** Each command as somebody says it who may, and the event that it asks for. */
const effects: readonly (readonly [string, RequestEvent])[] = [
  ['赵磊：认领 #', 'claim'],
  ['周敏：/指派 # 佳丽', 'assign'],
  ['吴霞：加入 #', 'join'],
  ['赵磊：放弃 #', 'release'],
  ['赵磊：改期 # 周日上午', 'promise'],
  ['赵磊：进度 # 在办', 'progress'],
  ['赵磊：完成 # 好了', 'done'],
  ['张伟：满意 #', 'accept'],
  ['张伟：未解决 # 还不行', 'reopen'],
  ['李雪梅：/不受理 # 私事', 'decline'],
  ['李雪梅：转交 # 街道', 'hand'],
  ['李雪梅：/合并 # 1', 'merge'],
  ['张伟：撤回 #', 'withdraw'],
  ['李雪梅：暂缓 # 到 12月', 'hold'],
  ['李雪梅：继续 #', 'resume'],
  ['徐波：# 也是', 'second'],
];

async function speak(player: Player, line: string, number: number): Promise<void> {
  const [name = '', text = ''] = line.split('：');
  await player.say({ name, text: text.replace('#', String(number)) });
}

const saysSo = Object.keys(ways).flatMap((state) =>
  effects.map(([line, event]) => [state as RequestState, line, event] as const),
);

describe('every command in every state', () => {
  test('does what the chart says, and nothing else', async () => {
    const player = await inMemory();
    await player.say({ name: '黄静', text: '需求 别的一件事' });
    let number = 1;
    for (const [state, line, event] of saysSo) {
      number += 1;
      await player.say({
        name: '张伟',
        text: `${state === 'noted' ? '民情' : '需求'} 第${number}件`,
      });
      for (const way of ways[state]) await speak(player, way, number);
      const earlier = await player.records();
      const before = requestNumbered(earlier, number);
      if (before === undefined) throw new Error(`#${number} is gone`);
      expect(before.state, `${state} by ${ways[state].join('，')}`).toBe(state);
      const happened = earlier.where(requestEntries, before.id).length;
      player.take();
      await speak(player, line, number);
      const records = await player.records();
      const now = requestNumbered(records, number);
      const added = records.where(requestEntries, before.id).slice(happened);
      const said = `${state}: ${line} → ${player
        .take()
        .map(({ outgoing }) => outgoing.text)
        .join(' | ')}`;
      expect(said).toMatch(/→ .*#\d+/s);
      const [entry] = added;
      expect(
        added.map((one) => one.event),
        said,
      ).toEqual(allows(event, before) ? [event] : []);
      expect(now, said).toEqual(entry ? { ...before, ...progressAfter(before, entry) } : before);
      await player.pass(player.clock.now() + 1_000);
    }
  });
});

describe('the chart', () => {
  const table = saysSo.map(([state, , event]) => [state, event] as const);
  const reached = new Set(
    Object.values(transitions).flatMap(({ to }) => (typeof to === 'string' ? [to] : [])),
  );

  test('reaches every state, and every event can happen', () => {
    expect([...reached].sort()).toEqual(Object.keys(ways).sort());
    const possible = new Set(
      table.filter(([state, event]) => allows(event, { state })).map(([, event]) => event),
    );
    const byClock = ['submit', 'note', 'photos', 'prompt', 'lapse'];
    const byActivities = ['take', 'begin'];
    expect([...possible, ...byClock, ...byActivities].sort()).toEqual(
      [...requestEvent.options].sort(),
    );
  });

  test.each([
    ['open', 'claim take assign decline hand merge withdraw hold second photos prompt'],
    [
      'claimed',
      'take begin assign join release promise progress done decline hand merge withdraw hold second photos prompt lapse',
    ],
    [
      'underway',
      'take begin assign join release promise progress done decline hand merge withdraw hold second photos prompt lapse',
    ],
    ['awaiting', 'accept reopen second photos prompt'],
    ['resolved', 'reopen'],
    ['held', 'take decline hand merge withdraw hold resume second photos prompt'],
    ['declined', ''],
    ['handed', ''],
    ['duplicate', ''],
    ['withdrawn', ''],
    ['noted', 'withdraw second photos'],
  ] as const)('%s allows: %s', (state, events) => {
    const allowed = requestEvent.options.filter((event) => allows(event, { state }));
    expect(allowed.sort()).toEqual(events.split(' ').filter(Boolean).sort());
  });

  test('has no other way', () => {
    const entry: RequestEntry = { id: 'e', request: 'r', event: 'accept', at: 0 };
    expect(() => progressAfter(undefined, entry)).toThrow('accept');
  });
});

/** Whatever people say, in whatever order, on two platforms, with undoing, restarts and time. */
const actors = ['张伟', '赵磊', '李雪梅', '陈刚', '吴霞', '周敏', '王五'] as const;
const texts = [
  '需求 楼道灯坏了',
  '心愿 想学手机',
  '民情 多几个晾衣架',
  '/撤销',
  '[照片]',
  ...effects.map(([line]) => line.split('：')[1] ?? ''),
];
const effect = fc.record({
  kind: fc.constant('say' as const),
  name: fc.constantFrom(...actors),
  text: fc.constantFrom(...texts),
  number: fc.integer({ min: 1, max: 3 }),
  platform: fc.constantFrom('telegram', 'wechat'),
  secret: fc.boolean(),
});
const happening = fc.oneof(
  { weight: 12, arbitrary: effect },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), hours: fc.constantFrom(1, 30, 80) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);

function check(records: Records, submitted: number): void {
  const all = records.all(requests);
  expect(all.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
    Array.from({ length: submitted }, (_, at) => at + 1),
  );
  for (const request of all) {
    const history = records.where(requestEntries, request.id);
    const standing = replayed(history);
    expect({ ...request, ...standing }).toEqual(request);
    expect(history[0]?.event).toMatch(/submit|note/);
    expect(new Set(request.claimants.map((one) => JSON.stringify(one))).size).toBe(
      request.claimants.length,
    );
    expect(new Set(request.seconds).size).toBe(request.seconds.length);
    expect(
      request.claimants.length > 0 || !['claimed', 'underway', 'awaiting'].includes(request.state),
    ).toBe(true);
  }
  expect(records.all(requestEntries).every((entry) => records.get(requests, entry.request))).toBe(
    true,
  );
  // Whatever was kept or taken back, each photo that is named is a file.
  for (const id of namedIn([requests, requestEntries], records))
    expect(records.get(photos, id)?.state).toBe('kept');
}

test('no sequence loses a request, leaves the chart or counts one twice; the history explains the state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), async (steps) => {
      const player = await inMemory(['telegram', 'wechat']);
      let submitted = 3;
      for (const what of ['甲', '乙', '丙'])
        await player.say({ name: '张伟', platform: 'wechat', text: `需求 ${what}` });
      for (const step of steps) {
        if (step.kind === 'pass') await player.pass(player.clock.now() + step.hours * HOUR);
        else if (step.kind === 'restart') await player.restart();
        else {
          const photo = step.text === '[照片]';
          // Nobody says the same twice.
          const unlike = /^(需求|心愿|民情)/.test(step.text)
            ? ` ${'春夏秋冬东南西北'[submitted % 8]}${submitted}`
            : '';
          const { name, platform, secret } = step;
          // In private it has to be said who is to see it.
          const toWhom = secret ? ['发群 ', '只给社区 '][step.number % 2] : '';
          const said = step.text.replace(/^(?:需求|心愿|民情) /, `$&${toWhom}`);
          const text = photo ? '' : said.replace('#', String(step.number)) + unlike;
          await player.say({ name, platform, private: secret, text, photos: photo ? 1 : 0 });
          if (/^(需求|心愿|民情)/.test(text)) submitted += 1;
        }
      }
      check(await player.records(), submitted);
      await player.stop();
    }),
    { numRuns: 25 },
  );
});

describe('two in one moment', () => {
  test('one of two claims wins, on two platforms too, and the other is told who', async () => {
    const player = await inMemory(['telegram', 'wechat']);
    await player.say({ name: '张伟', platform: 'wechat', text: '需求 灯坏了' });
    await player.pass(player.clock.now() + 60_000);
    player.take();
    await player.say(
      { name: '赵磊', platform: 'wechat', text: '认领 1 周六上午' },
      { name: '吴霞', platform: 'telegram', text: '认领 1 周日上午' },
    );
    const request = requestNumbered(await player.records(), 1);
    expect(request?.claimants).toEqual([{ person: 'zhao-lei' }]);
    const toLoser = player.take().filter(({ outgoing }) => outgoing.to.platform === 'telegram');
    expect(toLoser.map(({ outgoing }) => outgoing.text)).toEqual([
      '#1 赵磊已经认领了。一起办请发「加入 1」',
    ]);
  });

  test('two identical messages ask once', async () => {
    const player = await inMemory();
    const line = { name: '张伟', text: '需求 灯坏了', id: 'same' };
    await player.say(line, line);
    expect((await player.records()).all(requests)).toHaveLength(1);
  });
});

describe('a request that nobody moves', () => {
  test('asks each once, a little further up each time, then lets go', async () => {
    const player = await inMemory();
    await player.say({ name: '张伟', text: '需求 灯坏了' });
    await player.say({ name: '赵磊', text: '认领 1 周六上午' });
    await player.pass(player.clock.now() + 12 * DAY);
    const records = await player.records();
    const history = records.all(requestEntries).map(({ event, prompt }) => prompt ?? event);
    expect(history).toEqual([
      'submit',
      'claim',
      'ahead',
      'overdue',
      'liaison',
      'convenor',
      'lapse',
    ]);
    const open = requestNumbered(records, 1);
    expect(open && nextStep(open)?.what).toBe('convenor');
  });

  test('after a downtime asks one after another, never all at once, and not for what is over', async () => {
    const player = await inMemory();
    await player.say({ name: '张伟', text: '需求 灯坏了' });
    await player.say({ name: '赵磊', text: '认领 1 周六上午' });
    await player.stop();
    player.clock.moveTo(player.moment('2026-11-27 10:00'));
    await player.start();
    const steps = async () =>
      (await player.records()).all(requestEntries).map(({ event, prompt }) => prompt ?? event);
    expect(await steps()).toEqual(['submit', 'claim', 'overdue']);
    await player.passTo('2026-11-27 21:59');
    expect(await steps()).toHaveLength(3);
    await player.passTo('2026-11-27 22:00');
    expect((await steps()).slice(3)).toEqual(['liaison']);
    await player.passTo('2026-11-28 09:59');
    expect(await steps()).toHaveLength(4);
    await player.passTo('2026-11-28 10:00');
    expect((await steps()).slice(4)).toEqual(['convenor']);
  });
});

describe('what people write', () => {
  const reference = { now: Date.parse('2026-11-16T09:00:00+08:00'), zone: 'Asia/Shanghai' };
  const at = (moment: number | undefined) =>
    moment && new Date(moment + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

  test.each([
    ['周六上午', '2026-11-21 12:00', ''],
    ['周六上午，带梯子', '2026-11-21 12:00', '带梯子'],
    ['明天', '2026-11-18 00:00', ''],
    ['12月', '2027-01-01 00:00', ''],
    ['12月前', '2027-01-01 00:00', ''],
    ['10月', '2027-11-01 00:00', ''],
    ['下个月', '2027-01-01 00:00', ''],
    ['带梯子来', undefined, '带梯子来'],
    ['尽快', undefined, '尽快'],
    ['2个人一起去', undefined, '2个人一起去'],
    ['周师傅去', undefined, '周师傅去'],
    ['明白', undefined, '明白'],
    ['一起办', undefined, '一起办'],
  ])('promises %s', (words, by, rest) => {
    const read = readPromise(words, reference);
    expect('refused' in read ? read : [at(read.promised?.by), read.rest]).toEqual([by, rest]);
  });

  test.each([
    ['周末', 'unclear'],
    ['今天上午8点', 'past'],
    ['2026年11月10日', 'past'],
    ['2月30日', 'unclear'],
    ['周八', 'unclear'],
    ['26', 'unclear'],
    ['3天内', 'unclear'],
    ['下班后', 'unclear'],
  ])('promises no %s', (words, refused) => {
    expect(readPromise(words, reference)).toEqual({ refused });
  });

  test.each([
    ['到 12月', '2026-12-01 09:00', ''],
    ['到12月5日', '2026-12-05 09:00', ''],
    ['12月 等物业换届', '2026-12-01 09:00', '等物业换届'],
    ['等物业换届', undefined, '等物业换届'],
  ])('waits %s', (words, until, rest) => {
    const read = readUntil(words, reference);
    expect('refused' in read ? read : [at(read.until), read.rest]).toEqual([until, rest]);
  });

  test.each([
    ['3号楼2单元楼道灯坏了', '设施维修', '3号楼2单元'],
    ['北门垃圾没人清', '环境卫生', '北门'],
    ['楼道灯坏了，晚上老人容易摔跤', '设施维修', undefined],
    ['孩子放学没人接，老人腿脚不便', '助学托幼', undefined],
    ['独居老人想理发', '扶老助残', undefined],
    ['合同纠纷想问问律师', '法律', undefined],
    ['天星广场晚上跳舞声音大', '文体', '天星广场'],
    ['想找人说说话', '其他', undefined],
  ])('%s is %s at %s', async (text, category, place) => {
    const records = await (await inMemory()).records();
    expect([categoryFor(text, categoriesOf(records)), placeIn(text)]).toEqual([category, place]);
  });

  test.each([
    ['楼上著火了', 'fire'],
    ['楼道里有煤气味', 'gas'],
    ['有人触电', 'shock'],
    ['门口有人打架', 'crime'],
    ['路灯不亮', undefined],
  ])('%s: %s', (text, kind) => {
    expect(emergencyIn(text)).toBe(kind);
  });

  test('likely duplicates have the same place and most of their words', async () => {
    const player = await inMemory();
    await player.say({ name: '张伟', text: '需求 3号楼2单元楼道灯坏了' });
    const records = await player.records();
    const alike = (text: string) => alikeTo(text, 'need', records, player.clock.now())?.number;
    expect(alike('3号楼2单元楼道的灯坏了')).toBe(1);
    expect(alike('5号楼2单元楼道灯坏了')).toBeUndefined();
    expect(alike('3号楼2单元的楼道灯不亮了')).toBe(1);
    expect(alike('3号楼楼道灯坏了')).toBe(1);
    expect(alike('楼道灯坏了好几天')).toBe(1);
    expect(alike('北门楼道灯坏了')).toBeUndefined();
    expect(alike('3号楼2单元有人占车位')).toBeUndefined();
    expect(alike('3号楼2单元楼道门坏了')).toBeUndefined();
  });
});

describe('private numbers', () => {
  const phone = fc
    .tuple(
      fc.constantFrom('13', '15', '18', '19'),
      fc.stringMatching(/^\d{9}$/),
      fc.constantFrom('', ' ', '-', '·', '　'),
    )
    .map(([front, rest, gap]) => ({ gap, digits: `${front}${rest}` }))
    .map(({ gap, digits }) => [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(gap))
    .chain((typed) =>
      fc.constantFrom(
        typed,
        typed.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? ''),
        typed.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
      ),
    );
  const ways = [
    '需求 灯坏了，打#',
    '心愿 刘奶奶要药 #',
    '民情 #',
    '/报事 #',
    '进度 1 #',
    '完成 1 打#',
    '未解决 1 #',
    '/不受理 2 #',
    '转交 2 #',
    '暂缓 2 #',
    '改期 1 周六 #',
    '放弃 1 #',
    '/需求列表 #',
    '/指派 2 #',
    '/类别 安全 #',
    '+1 #',
    '/活动 25日9点 义诊#',
    '/详情 1',
    '/需求列表',
    '/帮助 #',
  ];

  test('reach no group, through whatever command', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...ways), phone), { minLength: 4, maxLength: 12 }),
        async (said) => {
          const player = await inMemory(['telegram', 'wechat']);
          for (const what of ['灯坏了', '门坏了'])
            await player.say({ name: '周敏', platform: 'wechat', text: `需求 ${what}` });
          await player.say({ name: '周敏', platform: 'wechat', text: '认领 1' });
          for (const [way, number] of said)
            await player.say({
              name: '周敏',
              platform: 'telegram',
              text: way.replace('#', number),
            });
          await player.pass(player.clock.now() + 2 * DAY);
          const toGroups = player.take().filter(({ outgoing }) => outgoing.to.kind === 'group');
          expect(toGroups.length).toBeGreaterThan(0);
          for (const { outgoing } of toGroups)
            for (const text of [outgoing.text, ...outgoing.choices]) {
              expect(holdsPrivateNumber(text), text).toBe(false);
              for (const [, number] of said) expect(text).not.toContain(number);
            }
          await player.stop();
        },
      ),
      { numRuns: 20 },
    );
  });
});

test('what somebody has to notice is a new message where messages can be edited', async () => {
  const player = await inMemory(['telegram']);
  const say = (name: string, text: string) => player.say({ name, platform: 'telegram', text });
  const sent = async (name: string, text: string) => {
    player.take();
    await say(name, text);
    await player.pass(player.clock.now() + 10_000);
    return player
      .take()
      .filter(({ outgoing }) => outgoing.to.kind === 'group')
      .map(({ outgoing }) => outgoing.replaces !== undefined);
  };
  expect(await sent('张伟', '需求 灯坏了')).toEqual([false]);
  expect(await sent('赵磊', '认领 1')).toEqual([true]);
  expect(await sent('赵磊', '完成 1')).toEqual([false]);
  expect(await sent('张伟', '满意 1')).toEqual([true]);
});

test('in quiet hours a group is not disturbed by what was said elsewhere', async () => {
  const player = await inMemory(['telegram', 'wechat']);
  await player.say({ name: '张伟', platform: 'wechat', text: '需求 灯坏了' });
  await player.passTo('2026-11-16 22:00');
  player.take();
  await player.say({ name: '赵磊', platform: 'telegram', text: '认领 1' });
  await player.passTo('2026-11-17 07:00');
  const there = () =>
    player
      .take()
      .filter(({ outgoing }) => outgoing.to.kind === 'group' && outgoing.to.platform === 'wechat');
  expect(there()).toEqual([]);
  await player.passTo('2026-11-17 07:31');
  expect(there().map(({ outgoing }) => outgoing.text)).toEqual([
    expect.stringContaining('赵磊认领了'),
  ]);
});

test('two accounts that turn out to be one person leave one claimant, and the history still explains the state', async () => {
  const player = await inMemory();
  await player.say({ name: '张伟', text: '需求 灯坏了' });
  for (const [name, text] of [
    ['赵磊', '认领 1'],
    ['吴霞', '加入 1'],
    ['李娟', '1 也是'],
    ['赵磊', '放弃 1'],
    ['吴霞', '进度 1 在办'],
  ] as const)
    await player.say({ name, text });
  await player.change((records) => joinedPersons('zhao-lei', 'wu-xia', records));
  await player.change((records) => joinedPersons('li-juan', 'zhang-wei', records));
  const records = await player.records();
  const [request] = records.all(requests);
  expect(request).toMatchObject({
    state: 'underway',
    claimants: [{ person: 'wu-xia' }],
    seconds: ['zhang-wei'],
  });
  expect({ ...request, ...replayed(records.all(requestEntries)) }).toEqual(request);
  expect(JSON.stringify(records.all(requestEntries))).not.toMatch(/zhao-lei|li-juan/);
});
