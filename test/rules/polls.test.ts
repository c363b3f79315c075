import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hmac } from '../../src/core/hmac.ts';
import { momentOf } from '../../src/core/time.ts';
import { type PlanRead, readPollPlan } from '../../src/features/polls/rules/plan.ts';
import { leaders } from '../../src/features/polls/rules/tally.ts';
import { holding } from '../support/records.ts';

const zone = 'Asia/Shanghai';
const now = momentOf('2026-11-16', '09:00', zone);
const none = holding([]);

function read(text: string): PlanRead {
  return readPollPlan(text, { now, zone, records: none });
}

/** `问题：一/二`. */
function written(text: string): string {
  const found = read(text);
  return found.ok ? `${found.plan.question}：${found.plan.options.join('/')}` : found.reason;
}

describe('the written forms of a poll', () => {
  test.each([
    ['做什么 A 清洁家园 B 义诊', '做什么：清洁家园/义诊'],
    ['做什么 a清洁家园 b义诊', '做什么：清洁家园/义诊'],
    ['做什么？Ａ、清洁家园；Ｂ、义诊', '做什么？：清洁家园/义诊'],
    ['做什么A清洁B义诊C法律咨询', '做什么：清洁/义诊/法律咨询'],
    ['去哪 A.东湖 B.西山 C.不去', '去哪：东湖/西山/不去'],
    ['去哪\nA 东湖\nB 西山', '去哪：东湖/西山'],
    ['去哪\n东湖\n西山', '去哪：东湖/西山'],
    ['去哪\n1. 东湖\n2. 西山', '去哪：东湖/西山'],
    ['去哪 ①东湖②西山', '去哪：东湖/西山'],
    ['去哪 | 东湖 | 西山', '去哪：东湖/西山'],
    ['去哪 东湖｜西山', '去哪：东湖/西山'],
    ['周末 去哪？| 东湖 | 西山', '周末 去哪？：东湖/西山'],
    ['25日服务日做什么 清洁家园 义诊', '25日服务日做什么：清洁家园/义诊'],
    ['哪天好：周六 周日', '哪天好：周六/周日'],
    ['体检项目 A 量血压 B 做B超 C 验光', '体检项目：量血压/做B超/验光'],
    ['怎么去 A 坐D5路车 B 走路', '怎么去：坐D5路车/走路'],
    ['用几楼会议室 A 3楼 B 5楼', '用几楼会议室：3楼/5楼'],
    ['做什么 A 清洁 B 义诊 截止 20日18点', '做什么：清洁/义诊'],
    ['做什么 截止 20日18点 A 清洁 B 义诊', '做什么：清洁/义诊'],
    ['做什么 A 清洁 B 义诊 20日18点前截止', '做什么：清洁/义诊'],
    ['做什么 A 清洁 B 义诊（多选，不记名）', '做什么：清洁/义诊'],
    ['多选 按单位 做什么 A 清洁 B 义诊', '做什么：清洁/义诊'],
    ['做什么 A 清洁', 'options'],
    ['A 清洁 B 义诊', 'options'],
    ['做什么', 'options'],
    [
      `做什么 ${[...'ABCDEFGHIJKLM'].map((letter) => `${letter} 第${letter}`).join(' ')}`,
      'too many',
    ],
    ['做什么 A 清洁 B 清 洁 C 清洁', 'same'],
    ['做什么 A 清洁 B 义诊 截止 月底之前吧', 'deadline'],
    ['做什么 A 清洁 B 义诊 截止 11月15日', 'deadline'],
  ])('%j is %s', (text, poll) => {
    expect(written(text)).toBe(poll);
  });

  test.each([
    ['多选', { most: 3 }],
    ['最多选2项', { most: 2 }],
    ['可选两项', { most: 2 }],
    ['匿名', { secret: true, hidden: true }],
    ['按单位', { per: 'unit' }],
    ['至少20票', { quorum: 20 }],
    ['满二十票', {}],
    ['截止后公布', { hidden: true }],
    ['限成员', { membersOnly: true }],
    ['仅本群', { here: true }],
    ['截止 20日18点', { deadline: momentOf('2026-11-20', '18:00', zone) }],
    ['20日截止', { deadline: momentOf('2026-11-20', '23:59', zone) }],
  ])('%s is understood', (words, settings) => {
    const found = read(`做什么 A 清洁 B 义诊 C 法律咨询 ${words}`);
    expect(found.ok && { ...found.plan, ...found }).toMatchObject(settings);
  });

  test('whatever is written is read or refused, and never thrown at', () => {
    const piece = fc.constantFrom(
      ...'A |B、|①|②|\n|｜|截止|20日18点|前|多选|（|）|最多选9项|做什么|？|清洁|义诊| '.split('|'),
      '|',
    );
    const messy = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(messy, (text) => {
        const found = read(text);
        if (!found.ok) return;
        const { options, question, most } = found.plan;
        expect(options.length).toBeGreaterThanOrEqual(2);
        expect(options.length).toBeLessThanOrEqual(12);
        expect([question, ...options].every((one) => one !== '' && !one.includes('\n'))).toBe(true);
        expect(most).toBeLessThanOrEqual(options.length);
        expect(found.deadline).toBeGreaterThan(now);
      }),
    );
  });
});

test('ties are kept as ties, and no votes have no winner', () => {
  expect(leaders({ counts: [2, 0, 2], voters: 4 })).toEqual([0, 2]);
  expect(leaders({ counts: [1, 3, 2], voters: 6 })).toEqual([1]);
  expect(leaders({ counts: [0, 0], voters: 0 })).toEqual([]);
});

test('a veil hides marks from whoever has not the key, and shows them again', () => {
  const marks = fc.integer({ min: 1, max: 0xfff });
  fc.assert(
    fc.property(marks, fc.string(), fc.string(), (mark, key, about) => {
      expect(mark ^ hmac(key, about) ^ hmac(key, about)).toBe(mark);
    }),
  );
  const veils = Array.from({ length: 200 }, (_, index) => hmac('key', `voter-${index}`));
  expect(new Set(veils).size).toBeGreaterThan(190);
});
