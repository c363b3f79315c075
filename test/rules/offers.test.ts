import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHours, readWanted } from '../../src/features/offers/rules/hours.ts';
import { readPlan, tellsOfOne } from '../../src/features/offers/rules/plan.ts';
import { playersInMemory } from '../support/conversation.ts';

describe('when something can be had', () => {
  test.each([
    ['每周二下午', { weekdays: [2], from: '12:00', to: '18:00' }],
    ['周二、周四', { weekdays: [2, 4] }],
    ['每天', { weekdays: [1, 2, 3, 4, 5, 6, 7] }],
    ['工作日晚上', { weekdays: [1, 2, 3, 4, 5], from: '18:00', to: '22:00' }],
    ['周末', { weekdays: [6, 7] }],
    ['19:00到7:30', { from: '19:00', to: '07:30' }],
    ['9点到11点', { from: '09:00', to: '11:00' }],
    ['下午2点到4点', { from: '14:00', to: '16:00' }],
    ['周三晚上', { weekdays: [3], from: '18:00', to: '22:00' }],
  ])('%s', (word, hours) => {
    expect(readHours(word)).toEqual(hours);
  });

  test.each(['会客厅', '40人', '周二路', '下午茶', '25点到26点', '9', '社区', '每'])(
    '%s is no time',
    (word) => {
      expect(readHours(word)).toBeUndefined();
    },
  );

  test('whatever is written, it is read or left', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        readHours(text);
        readPlan(text);
        tellsOfOne(text);
      }),
    );
  });
});

describe('for when it is wanted', () => {
  const zone = 'Asia/Shanghai';
  const now = Date.parse('2026-12-15T02:00:00Z');
  const month = (said: string) => readWanted(said, { byMonth: true }, { now, zone });
  const day = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16);

  test.each([
    ['', '2027-01-01T00:00', '2027-02-01T00:00', ''],
    ['下个月', '2027-01-01T00:00', '2027-02-01T00:00', ''],
    ['本月', '2026-12-01T00:00', '2027-01-01T00:00', ''],
    ['3月 皖A', '2027-03-01T00:00', '2027-04-01T00:00', '皖A'],
    ['12月', '2026-12-01T00:00', '2027-01-01T00:00', ''],
    ['11月', '2027-11-01T00:00', '2027-12-01T00:00', ''],
  ])('by the month, %s', (said, from, to, rest) => {
    const read = month(said);
    if (read.kind !== 'time') throw new Error(read.kind);
    expect([day(read.wanted.start), day(read.wanted.end), read.rest]).toEqual([from, to, rest]);
  });

  test.each(['13月', '0月', '5'])('%s is no month', (said) => {
    expect(month(said).kind).toBe('unclear');
  });
});

test('private skills and households are in no text to a group', async () => {
  const secret = '修钟表的手艺';
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(
        [
          ['召集人', '/服务'],
          ['召集人', '/服务 F1'],
          ['王五', '要 F1 周六'],
          ['王五', '/服务 钟表'],
          ['召集人', '请 F1 办 1'],
          ['召集人', '/队伍'],
          ['召集人', '/项目'],
          ['陈刚', '/项目 J1'],
          ['陈刚', '走访 J1 老人病重'],
          ['召集人', '/结对'],
          ['王五', '/详情 1'],
          ['召集人', '/月报'],
        ],
        { minLength: 3 },
      ),
      async (lines) => {
        const player = await playersInMemory();
        await player.passTo('2026-11-16 10:05');
        await player.say({ name: '王五', text: '需求 家里的钟不走了' });
        await player.say({ name: '张伟', text: `我能 ${secret}，周末`, private: true });
        await player.say({ name: '召集人', text: '/结对 恒威 困难户 每月', private: true });
        await player.say({ name: '陈刚', text: '走访 J1 老人病重', private: true });
        for (const [name = '', text = ''] of lines) await player.say({ name, text });
        const said = player
          .take()
          .filter(({ outgoing }) => outgoing.to.kind === 'group')
          .map(({ outgoing }) => outgoing.text)
          .join('\n');
        expect(said).not.toContain(secret);
        expect(said).not.toContain('甲户');
        expect(said).not.toContain('病重');
      },
    ),
    { numRuns: 12 },
  );
});
