import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { readWhen, readWholeWhen, sayWhen, type WhenRead } from '../../src/core/when/index.ts';
import { growth } from '../support/growth.ts';

const SUNDAY = '2026-11-22T10:00';
const MONTHS_END = '2026-11-30T18:00';
const NEW_YEARS_EVE = '2026-12-31T23:10';
const AFTER_MIDNIGHT = '2026-12-01T00:30';
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Pacific/Auckland', 'Europe/London'];

const moment = (local: string, zone: string) => DateTime.fromISO(local, { zone }).toMillis();
const reference = (local: string, zone = 'Asia/Shanghai') => ({ now: moment(local, zone), zone });

/**
 * `2026-11-25T09:00`, `2026-11-25T09:00/11:00`, `2026-11-25` for a date alone, ` | rest`; `unclear`
 * and its like.
 */
function show(read: WhenRead, zone: string): string {
  if (!read.ok) return read.reason;
  const local = (ms: number) => DateTime.fromMillis(ms, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
  const start = local(read.start);
  if (start.slice(0, 10) !== read.date) return `${start} is not on ${read.date}`;
  const end = read.end === undefined ? '' : local(read.end);
  const till = end === '' ? '' : `/${end.startsWith(read.date) ? end.slice(11) : end}`;
  return `${read.dateOnly ? read.date : start}${till}${read.rest === '' ? '' : ` | ${read.rest}`}`;
}

/** One line for each phrase: the phrase, an arrow, what it means. */
function lines(table: string): [phrase: string, expected: string][] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [phrase = '', expected = ''] = line.trim().split(' → ');
      return [phrase, expected];
    });
}

const TABLES: Record<string, [phrase: string, expected: string][]> = {
  [SUNDAY]: lines(`
    Nov 25 9:00 → 2026-11-25T09:00
    25 Nov 9am → 2026-11-25T09:00
    Saturday 9:00 → 2026-11-28T09:00
    tomorrow 9am → 2026-11-23T09:00
    Tomorrow at 9:30 PM clean up → 2026-11-23T21:30 | clean up
    tomorrow noon → 2026-11-23T12:00
    tomorrow 12pm → 2026-11-23T12:00
    tomorrow 12am → unclear
    tomorrow 13pm → unclear
    tomorrow 0am → unclear
    tomorrow 3:00 → unclear
    tomorrow 9 → unclear
    tomorrow at 9 → unclear
    tonight 8pm → 2026-11-22T20:00
    tonight at 8 pm → 2026-11-22T20:00
    tonight 8am → unclear
    Sat → 2026-11-28
    Sat. 9 a.m. → 2026-11-28T09:00
    Sat 28 Nov, 9:00–11:00 → 2026-11-28T09:00/11:00
    Sun 28 Nov 9:00 → unclear
    Saturday morning 9:00 → 2026-11-28T09:00
    Saturday afternoon at 3pm → 2026-11-28T15:00
    Saturday morning 3pm → unclear
    Saturday morning → unclear
    Saturday afternoon tea → unclear
    next Monday 9am → 2026-11-23T09:00
    next Sunday 9am → 2026-11-29T09:00
    this Sunday 3pm → 2026-11-22T15:00
    last Friday → past
    yesterday 9am → past
    every Monday 9am → unclear
    next week → unclear
    this weekend → unclear
    Saturday or Sunday → unclear
    Saturday and Sunday 9am → unclear
    9am Saturday clean up → unclear
    9am or 10am → unclear
    25th of November → 2026-11-25
    November 25th, 2026, 9am-11am → 2026-11-25T09:00/11:00
    Dec 5 2026 2-4pm → 2026-12-05T14:00/16:00
    Dec 5 11-1pm → unclear
    Dec 5 9am to 11am → 2026-12-05T09:00/11:00
    Dec 5 from 9:00 until 11:00 hall → 2026-12-05T09:00/11:00 | hall
    on Dec 5 at 14:30 → 2026-12-05T14:30
    1 Jan 9am → 2027-01-01T09:00
    Nov 5 9am → 2027-11-05T09:00
    Nov 5 2026 9am → past
    Nov 31 9am → impossible
    Feb 30 → impossible
    32 Nov → impossible
    Nov 9am → unclear
    November → unclear
    may 5 → 2027-05-05
    may be → none
    march for peace → none
    Marching band → none
    sunny day → none
    Saturdays 9am → none
    monk → none
    satellite → none
    nova → none
    order → none
    9amx → unclear
    9am → 2026-11-23T09:00
    11am → 2026-11-22T11:00
    9:00 to the hall → 2026-11-23T09:00 | to the hall
    Saturday 9:00 orange day → 2026-11-28T09:00 | orange day
    Saturday 9:00 Tom’s house → 2026-11-28T09:00 | Tom’s house
    25 to 26 Nov 9am → none
    Saturday 9:00 or later → unclear
    Saturday before 9:00 → unclear
    25日 9am → 2026-11-25T09:00
    ２５ Ｎｏｖ ９ａｍ → 2026-11-25T09:00
    25日上午9点 → 2026-11-25T09:00
    下周六下午三点 → 2026-11-28T15:00
    后天晚上七点半 → 2026-11-24T19:30
    12月5日14:30-16:00 → 2026-12-05T14:30/16:00
    周五 9:00 → 2026-11-27T09:00
    本月最后一个周五 → 2026-11-27
    明天7点一刻 → 2026-11-23T07:15
    元旦上午10点 → 2027-01-01T10:00
    下个月5号 → 2026-12-05
    下下个月5号 → 2027-01-05
    下週六下午三點 → 2026-11-28T15:00
    後天 → 2026-11-24
    兩小時後 → 2026-11-22T12:00
    禮拜五晚上七點半 → 2026-11-27T19:30
    聖誕節 → 2026-12-25
    國慶節上午九點 → 2027-10-01T09:00
    星期五 → 2026-11-27
    礼拜五 → 2026-11-27
    礼拜天 → 2026-11-22
    星期1 → 2026-11-23
    周五９：００～１１：００ → 2026-11-27T09:00/11:00
    ２５日　上午９点 → 2026-11-25T09:00
    二十五号 → 2026-11-25
    廿五号 → 2026-11-25
    廿五 → unclear
    十二月五日 → 2026-12-05
    二〇二六年十二月五日 → 2026-12-05
    12月二十五日下午三点 → 2026-12-25T15:00
    今天 → 2026-11-22
    明天 → 2026-11-23
    大后天 → 2026-11-25
    今晚8点 → 2026-11-22T20:00
    今晚 → unclear
    明早8点 → 2026-11-23T08:00
    明晚7:30 → 2026-11-23T19:30
    明早下午3点 → unclear
    中午12点 → 2026-11-22T12:00
    中午1点半 → 2026-11-22T13:30
    中午十点 → unclear
    上午12点 → 2026-11-22T12:00
    明天凌晨3点 → 2026-11-23T03:00
    凌晨3点 → 2026-11-23T03:00
    凌晨12点 → unclear
    傍晚6点 → 2026-11-22T18:00
    晚上12点 → 2026-11-23T00:00
    25日晚上12点 → 2026-11-26T00:00
    25日晚上12点半 → 2026-11-26T00:30
    25日24点 → 2026-11-26T00:00
    25日零点 → 2026-11-25T00:00
    半夜12点 → unclear
    晚上1点 → unclear
    早上2点 → unclear
    下午9点 → unclear
    11点到12点 → 2026-11-22T11:00/12:00
    9点到11点 → unclear
    明天9点到11点 → 2026-11-23T09:00/11:00
    9:00—11:00 → 2026-11-23T09:00/11:00
    25日9:00——11:00 → 2026-11-25T09:00/11:00
    上午9点至下午2点 → 2026-11-23T09:00/14:00
    下午2点到4点 → 2026-11-22T14:00/16:00
    明天下午2-4点 → 2026-11-23T14:00/16:00
    明天下午2:30-4:00 → 2026-11-23T14:30/16:00
    明天下午5点到8点 → 2026-11-23T17:00/20:00
    明天早上8点到12点 → 2026-11-23T08:00/12:00
    晚上9点到12点 → 2026-11-22T21:00/2026-11-23T00:00
    晚上10点到凌晨1点 → 2026-11-22T22:00/2026-11-23T01:00
    22:00-24:00 → 2026-11-22T22:00/2026-11-23T00:00
    22:00-次日凌晨1点 → 2026-11-22T22:00/2026-11-23T01:00
    22:00-次日1:00 → unclear
    今晚8点到明早8点 → 2026-11-22T20:00/2026-11-23T08:00
    25日9点到26日17点 → 2026-11-25T09:00/2026-11-26T17:00
    28日9点到3日17点 → 2026-11-28T09:00/2026-12-03T17:00
    25日9点到24日17点 → unclear
    明天上午9点到3点 → unclear
    明天7点到晚上9点 → unclear
    明天9点到下午3点 → 2026-11-23T09:00/15:00
    明天11:00-9:00 → unclear
    明天14:00-4:00 → unclear
    14时30分 → 2026-11-22T14:30
    明天 9 点 30 分 → 2026-11-23T09:30
    明天9点15 → 2026-11-23T09:15
    明天九点零五分 → 2026-11-23T09:05
    明天九点二十 → 2026-11-23T09:20
    明天九点五 → unclear
    明天9点整 → 2026-11-23T09:00
    明天9点钟 → 2026-11-23T09:00
    明天九点三刻 → 2026-11-23T09:45
    差一刻九点 → unclear
    明天9点差5分 → unclear
    三天后 → 2026-11-25
    三天后上午9点 → 2026-11-25T09:00
    两周后 → 2026-12-06
    一个月后 → 2026-12-22
    半小时后 → 2026-11-22T10:30
    一个半小时后 → 2026-11-22T11:30
    20分钟以后 → 2026-11-22T10:20
    半个月后 → unclear
    3天内 → unclear
    三天前 → past
    周末 → unclear
    下周末 → unclear
    下周 → unclear
    月底 → 2026-11-30
    下个月底 → 2026-12-31
    12月最后一天 → 2026-12-31
    年底 → unclear
    月初 → unclear
    2026年12月5日 → 2026-12-05
    2026 年 12 月 5 日 9 点 → 2026-12-05T09:00
    2026-12-05 → 2026-12-05
    2026-12-05 14:30 → 2026-12-05T14:30
    2026/12/5 → 2026-12-05
    2026.12.5 → 2026-12-05
    26年12月5日 → unclear
    12/5 → 2026-12-05
    12.5上午9点 → 2026-12-05T09:00
    12/5/2026 → unclear
    12.5 → none
    12-5 → none
    12月 → unclear
    12月5 → unclear
    第一个周三 → 2026-12-02
    12月第二个周六上午9点 → 2026-12-12T09:00
    下个月的最后一个周五 → 2026-12-25
    第五个周五 → impossible
    倒数第二个周五 → unclear
    最后一个工作日 → unclear
    这周五 → past
    本周日 → 2026-11-22
    上周五 → past
    下下周一 → 2026-11-30
    下个周五 → 2026-11-27
    周日 → 2026-11-22
    周日 11:00 → 2026-11-22T11:00
    周日 10:00 → 2026-11-22T10:00
    周日 9:00 → 2026-11-29T09:00
    周日上午9点 → 2026-11-29T09:00
    周日9点 → unclear
    周二十点 → 2026-11-24T10:00
    周五晚7点 → 2026-11-27T19:00
    周一到周五 → unclear
    周六日 → unclear
    周一、三、五 → unclear
    每周五 → unclear
    劳动节 → 2027-05-01
    五一 → 2027-05-01
    十一上午九点 → 2027-10-01T09:00
    十一点 → 2026-11-22T11:00
    三八妇女节 → 2027-03-08
    植树节 → 2027-03-12
    六一 9:00 → 2027-06-01T09:00
    建党节 → 2027-07-01
    八一 → 2027-08-01
    教师节下午2点 → 2027-09-10T14:00
    明年国庆 → 2027-10-01
    10月1日国庆节9点 → 2027-10-01T09:00
    五一广场 → none
    春节 → unclear
    中秋节晚上7点 → unclear
    農曆八月十五 → unclear
    3点 → unclear
    明天3:30 → unclear
    明天03:30 → 2026-11-23T03:30
    13点 → 2026-11-22T13:00
    0:00 → 2026-11-23T00:00
    25日或26日 → unclear
    25日、26日 → unclear
    25日、26日都行 → unclear
    25日 到 26日下午 → unclear
    25日 3点建议 → unclear
    周五 9:00 3点建议 → 2026-11-27T09:00 | 3点建议
    周五 9:00 10:30结束 → unclear
    25-26日 → unclear
    25日到26日 → unclear
    25日 到 26日 → unclear
    25日前 → unclear
    25日 之前 → unclear
    9点钟左右 → unclear
    明天9点 左右 → unclear
    明天9、10点 → unclear
    明天三四点 → unclear
    明天9:00 pm → 2026-11-23T21:00
    25日（暂定）9:00 → unclear
    25日 9 → unclear
    明天9点 30 → unclear
    12月5日周五 → unclear
    12月5日周六 → 2026-12-05
    12月5日（周六）9:00 → 2026-12-05T09:00
    周六（12月5日）9点 → 2026-12-05T09:00
    25日，周三，上午九点 → 2026-11-25T09:00
    本周日22日 → 2026-11-22
    明天周二 → unclear
    2月30日 → impossible
    2月29日 → impossible
    2028年2月29日 → 2028-02-29
    31日 → impossible
    32日 → impossible
    0日 → impossible
    13月1日 → impossible
    25/12 → impossible
    25点 → impossible
    明天9:60 → impossible
    24:30 → impossible
    昨天 → past
    今天9:00 → past
    今天9点 → unclear
    22日 9:00 → past
    11月22日 9:00 → past
    21日 → 2026-12-21
    11月21日 → 2027-11-21
    2026年11月21日 → past
    本月5日 → past
    25日 植树 → 2026-11-25 | 植树
    25日植树 → unclear
    25日，上午9点，植树 → 2026-11-25T09:00 | 植树
    周三上午9点半-11点半，社区公园，带手套 → 2026-11-25T09:30/11:30 | 社区公园，带手套
    周五 9:00 到居委会集合 → 2026-11-27T09:00 | 到居委会集合
    周五 9:00到居委会集合 → unclear
    周五 9:00 12号楼集合 → 2026-11-27T09:00 | 12号楼集合
    周五 9:00 五一广场集合 → 2026-11-27T09:00 | 五一广场集合
    周五 9:00 30人 → 2026-11-27T09:00 | 30人
    周五 9:00（暂定） → 2026-11-27T09:00 | （暂定）
    周五 9:00 周六 9:00 → unclear
    12月25日 圣诞联欢 → 2026-12-25 | 圣诞联欢
    明天 早餐会 → 2026-11-23 | 早餐会
    12号楼漏水 → none
    3个人 → none
    100点积分 → none
    两周年庆 → none
    周老师 → none
    植树 → none
  `),
  [MONTHS_END]: lines(`
    25日上午9点 → 2026-12-25T09:00
    30日 19:00 → 2026-11-30T19:00
    30日 17:00 → past
    31日 → impossible
    月底 → 2026-11-30
    本月最后一个周五 → past
    最后一个周五 → 2026-12-25
    第一个周三 → 2026-12-02
    下个月5号 → 2026-12-05
    周一 19:00 → 2026-11-30T19:00
    周一 9:00 → 2026-12-07T09:00
    周一7点 → unclear
    下周一 → 2026-12-07
    下个周五 → unclear
    下个周一 → 2026-12-07
    这周五 → 2026-12-04
    7点一刻 → unclear
    7:15 → 2026-12-01T07:15
    9:00 → 2026-12-01T09:00
    12点 → unclear
    20点 → 2026-11-30T20:00
    三个月后 → unclear
    今天18:00 → 2026-11-30T18:00
    明天上午9点 → 2026-12-01T09:00
  `),
  [NEW_YEARS_EVE]: lines(`
    元旦上午10点 → 2027-01-01T10:00
    今年元旦 → past
    明年元旦 → 2027-01-01
    明天 → 2027-01-01
    今晚12点 → 2027-01-01T00:00
    晚上12点 → 2027-01-01T00:00
    今晚11点半 → 2026-12-31T23:30
    今晚8点 → past
    0:00 → 2027-01-01T00:00
    两小时后 → 2027-01-01T01:10
    7点一刻 → 2027-01-01T07:15
    12月5日 → 2027-12-05
    2026年12月5日 → past
    31日 → 2026-12-31
    30日 → 2027-01-30
    29号 9:00 → 2027-01-29T09:00
    月底 → 2026-12-31
    下个月最后一个周五 → 2027-01-29
    这周五 → 2027-01-01
    周四 23:30 → 2026-12-31T23:30
    周四 22:00 → 2027-01-07T22:00
    23:30-次日凌晨1点 → 2026-12-31T23:30/2027-01-01T01:00
    2月29日 → impossible
    国庆 → 2027-10-01
  `),
  [AFTER_MIDNIGHT]: lines(`
    今天 → 2026-12-01
    明天 → 2026-12-02
    今晚8点 → 2026-12-01T20:00
    今晚12点 → 2026-12-02T00:00
    今早8点 → 2026-12-01T08:00
    凌晨1点 → 2026-12-01T01:00
    今天凌晨0点 → past
    9点 → 2026-12-01T09:00
    7点一刻 → 2026-12-01T07:15
    9点到11点 → 2026-12-01T09:00/11:00
    12点 → 2026-12-01T12:00
    半小时后 → 2026-12-01T01:00
    1日 → 2026-12-01
    1日 0:00 → past
    30日 → 2026-12-30
    11月30日 → 2027-11-30
    周二 → 2026-12-01
    周二 0:15 → 2026-12-08T00:15
    本周一 → past
    第一个周二 → 2026-12-01
    31日 → 2026-12-31
  `),
};

describe.each(Object.entries(TABLES))('said at %s', (now, table) => {
  it.each(table)('%s → %s', (phrase, expected) => {
    for (const zone of ZONES)
      expect(show(readWhen(phrase, reference(now, zone)), zone)).toBe(expected);
  });
});

it('does not depend on the zone of the process', () => {
  const module = new URL('../../src/core/when/index.ts', import.meta.url).href;
  const cases = Object.entries(TABLES).flatMap(([now, table]) =>
    table.map(([phrase]) => ({ phrase, ...reference(now) })),
  );
  const script = `
    import { readWhen, sayWhen } from ${JSON.stringify(module)};
    const results = JSON.parse(process.env.CASES).map(({ phrase, ...reference }) => {
      const read = readWhen(phrase, reference);
      return [read, read.ok ? sayWhen(read, reference) : undefined];
    });
    process.stdout.write(JSON.stringify([Intl.DateTimeFormat().resolvedOptions().timeZone, results]));`;
  const expected = cases.map(({ phrase, ...where }) => {
    const read = readWhen(phrase, where);
    return [read, read.ok ? sayWhen(read, where) : null];
  });
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kolkata']) {
    const env = { ...process.env, TZ: zone, CASES: JSON.stringify(cases) };
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env,
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual([
      zone === 'Asia/Kolkata' ? expect.any(String) : zone,
      expected,
    ]);
  }
});

describe('the clock of the zone', () => {
  const read = (phrase: string, local: string, zone: string) =>
    show(readWhen(phrase, reference(local, zone)), zone);

  it('takes the first minute after a gap', () => {
    expect(read('3月14日 02:30', '2027-03-01T12:00', 'America/New_York')).toBe('2027-03-14T03:00');
    expect(read('3月14日凌晨2点半到凌晨4点', '2027-03-01T12:00', 'America/New_York')).toBe(
      '2027-03-14T03:00/04:00',
    );
    // In Cairo midnight itself is skipped.
    expect(readWhen('4月24日', reference('2026-04-01T12:00', 'Africa/Cairo'))).toMatchObject({
      start: moment('2026-04-24T01:00', 'Africa/Cairo'),
      date: '2026-04-24',
    });
  });

  it('takes the first of two', () => {
    const found = readWhen('11月7日凌晨1点半', reference('2027-11-01T12:00', 'America/New_York'));
    expect(found).toMatchObject({ ok: true, start: Date.parse('2027-11-07T05:30:00Z') });
    const autumn = readWhen('10月25日凌晨1点半', reference('2026-10-01T12:00', 'Europe/London'));
    expect(autumn).toMatchObject({ ok: true, start: Date.parse('2026-10-25T00:30:00Z') });
  });

  it('refuses a span that the gap swallows', () => {
    expect(read('3月14日凌晨2点到2点半', '2027-03-01T12:00', 'America/New_York')).toBe('unclear');
  });

  it('refuses an unknown zone', () => {
    expect(() => readWhen('明天', { now: 0, zone: 'Nowhere/Land' })).toThrow(RangeError);
  });
});

describe('the parts of an answer', () => {
  const at = (phrase: string) => {
    const read = readWhen(phrase, reference(SUNDAY));
    return read.ok ? 'understood' : read.at;
  };

  it('names the piece that was not understood, as typed', () => {
    expect(at('９點鐘左右')).toBe('左右');
    expect(at('12月5日周五 植树')).toBe('周五');
    expect(at('2月30日上午9点')).toBe('2月30日上午9点');
    expect(at('25日或26日')).toBe('或26日');
    expect(at('植树')).toBeUndefined();
  });

  it('hands back what follows, as typed', () => {
    const rest = (phrase: string) => show(readWhen(phrase, reference(SUNDAY)), 'Asia/Shanghai');
    expect(rest('  明天　９：３０，  植樹（帶手套）！ ')).toBe(
      '2026-11-23T09:30 | 植樹（帶手套）！',
    );
    expect(rest(`明天 ${'长'.repeat(1000)}`)).toBe(`2026-11-23 | ${'长'.repeat(1000)}`);
  });

  it('refuses whatever would change an understood time, and leaves alone what would not', () => {
    for (const [now, table] of Object.entries(TABLES)) {
      for (const [phrase, expected] of table.filter(([, meaning]) => /^[\d/T:-]+$/.test(meaning))) {
        const read = (text: string) => show(readWhen(text, reference(now)), 'Asia/Shanghai');
        for (const change of [
          '左右',
          '吧',
          '植树',
          'x',
          '5',
          '%',
          '或周日',
          ' 或周日',
          '、周日',
          ' 之前',
          '（左右）',
          '-',
          '/3',
        ]) {
          expect(read(phrase + change), phrase + change).toMatch(
            /^(none|unclear|past|impossible)$/,
          );
        }
        for (const rest of ['植树', '12号楼', '30人', '（暂定）', '🌳植树', '「植树」']) {
          expect(read(`${phrase} ${rest}`), `${phrase} ${rest}`).toBe(`${expected} | ${rest}`);
        }
      }
    }
  });

  it('demands that nothing follows where the whole text is the time', () => {
    expect(readWholeWhen('明天9:30。', reference(SUNDAY))).toMatchObject({ ok: true, rest: '' });
    expect(readWholeWhen('明天9:30 植树', reference(SUNDAY))).toEqual({
      ok: false,
      reason: 'unclear',
      at: '植树',
    });
    expect(readWholeWhen('植树', reference(SUNDAY))).toEqual({ ok: false, reason: 'none' });
  });

  it('takes a part of the day as a span only when asked', () => {
    const parts = (phrase: string, now = SUNDAY) =>
      show(readWhen(phrase, { ...reference(now), partsOfDay: true }), 'Asia/Shanghai');
    expect(parts('周六上午')).toBe('2026-11-28T08:00/12:00');
    expect(parts('今晚')).toBe('2026-11-22T18:00/22:00');
    expect(parts('周六晚 联欢')).toBe('2026-11-28T18:00/22:00 | 联欢');
    expect(parts('周日上午')).toBe('2026-11-22T08:00/12:00');
    expect(parts('周一上午', MONTHS_END)).toBe('2026-12-07T08:00/12:00');
    expect(parts('今天上午', MONTHS_END)).toBe('past');
    expect(parts('下午', MONTHS_END)).toBe('2026-12-01T12:00/18:00');
    expect(parts('周六上午9点')).toBe('2026-11-28T09:00');
  });
});

describe('sayWhen', () => {
  const zone = 'Asia/Shanghai';
  const say = (start: string, end?: string) => {
    const from = { start: moment(start, zone) };
    return sayWhen(
      end === undefined ? from : { ...from, end: moment(end, zone) },
      reference(SUNDAY),
    );
  };

  it('repeats what was understood, with the weekday', () => {
    expect(say('2026-11-25T09:00', '2026-11-25T11:00')).toEqual({
      zh: '11月25日（周三）9:00–11:00',
      en: 'Wed 25 Nov, 9:00–11:00',
    });
    expect(say('2027-01-05T14:05')).toEqual({
      zh: '2027年1月5日（周二）14:05',
      en: 'Tue 5 Jan 2027, 14:05',
    });
    expect(
      sayWhen({ start: moment('2026-12-05', zone), dateOnly: true }, reference(SUNDAY)),
    ).toEqual({
      zh: '12月5日（周六）',
      en: 'Sat 5 Dec',
    });
  });

  it('leaves no doubt about the early hours and the day of the end', () => {
    expect(say('2026-11-25T03:00').zh).toBe('11月25日（周三）凌晨3:00');
    expect(say('2026-11-25T06:30')).toEqual({
      zh: '11月25日（周三）早上6:30',
      en: 'Wed 25 Nov, 06:30',
    });
    expect(say('2026-11-25T22:00', '2026-11-26T00:00').zh).toBe('11月25日（周三）22:00–24:00');
    expect(say('2026-11-25T22:00', '2026-11-26T01:00')).toEqual({
      zh: '11月25日（周三）22:00–次日凌晨1:00',
      en: 'Wed 25 Nov, 22:00 – next day 01:00',
    });
    expect(say('2026-12-31T09:00', '2027-01-02T17:00')).toEqual({
      zh: '12月31日（周四）9:00–2027年1月2日（周六）17:00',
      en: 'Thu 31 Dec, 9:00 – Sat 2 Jan 2027, 17:00',
    });
  });
});

describe('properties', () => {
  const MINUTE = 60_000;
  const zones = fc.constantFrom(
    ...ZONES,
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  );
  const nows = fc.integer({ min: moment('2024-01-01', 'UTC'), max: moment('2035-01-01', 'UTC') });
  // Pieces of times in any order, so that many texts are nearly understood.
  const pieces = TABLES[SUNDAY]?.flatMap(([phrase]) => [phrase, ...phrase]) ?? [];
  const patchwork = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), {
      maxLength: 25,
    })
    .map((parts) => parts.join('').slice(0, 200));
  const texts = fc.oneof(
    patchwork,
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ maxLength: 200 }),
  );

  it('never throws, and the rest is the end of what was typed', () => {
    fc.assert(
      fc.property(texts, nows, zones, (text, now, zone) => {
        const read = readWhen(text, { now, zone });
        if (!read.ok) return;
        expect(text.trimEnd().endsWith(read.rest)).toBe(true);
        expect(Number.isSafeInteger(read.start)).toBe(true);
        expect((read.end ?? Number.POSITIVE_INFINITY) > read.start).toBe(true);
        // Never in the past, but for the date that is running.
        if (!read.dateOnly) expect(read.start).toBeGreaterThan(now - MINUTE);
        expect(read.date >= DateTime.fromMillis(now, { zone }).toFormat('yyyy-MM-dd')).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads each character of long runs once', () => {
    for (const piece of [
      ' ',
      '9',
      '一',
      '十',
      '(',
      '（周',
      '9点到',
      '25日',
      '12月',
      '、',
      '～',
      '下',
      '第',
      '周一',
      '9:',
    ])
      for (const front of ['', '25日', '25日 9点']) {
        const read = (times: number) => readWhen(front + piece.repeat(times), reference(SUNDAY));
        read(50_000);
        expect(growth(read, 500), front + piece).toBeLessThan(8);
      }
  });

  it('reads back what it says', () => {
    const ahead = fc.integer({ min: 1, max: 3 * 366 * 24 * 60 });
    const lengths = fc.oneof(
      fc.constant(undefined),
      fc.integer({ min: 1, max: 600 }),
      fc.integer({ min: 1, max: 20_000 }),
    );
    fc.assert(
      fc.property(nows, ahead, lengths, zones, (now, minutes, length, zone) => {
        const start = Math.floor(now / MINUTE) * MINUTE + minutes * MINUTE;
        const end = length === undefined ? undefined : start + length * MINUTE;
        // The second showing of a doubled hour cannot be said.
        fc.pre([start, end].every((ms) => ms === undefined || isFirstShowing(ms, zone)));
        const where = { now, zone };
        const { zh, en } = sayWhen(end === undefined ? { start } : { start, end }, where);
        const read = readWholeWhen(zh, where);
        if (end === undefined)
          expect(readWholeWhen(en, where), en).toMatchObject({ ok: true, start });
        expect(read, zh).toMatchObject(
          end === undefined ? { ok: true, start } : { ok: true, start, end },
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back the dates that it says', () => {
    fc.assert(
      fc.property(nows, fc.integer({ min: 0, max: 1500 }), zones, (now, days, zone) => {
        const day = DateTime.fromMillis(now, { zone }).startOf('day').plus({ days }).startOf('day');
        const where = { now, zone };
        const { zh } = sayWhen({ start: day.toMillis(), dateOnly: true }, where);
        expect(readWholeWhen(zh, where), zh).toMatchObject({
          ok: true,
          dateOnly: true,
          date: day.toISODate(),
        });
      }),
      { numRuns: 1000 },
    );
  });

  function isFirstShowing(ms: number, zone: string): boolean {
    const local = (value: number) =>
      DateTime.fromMillis(value, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
    return local(ms - 60 * MINUTE) !== local(ms) && local(ms - 30 * MINUTE) !== local(ms);
  }
});
