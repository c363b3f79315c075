/**
 * The names of days and the words that say a time without saying when; all in the spelling of
 * `unified`.
 */
import { type Part, SHORT_PARTS } from './parts.ts';
import { longestFirst } from './text.ts';

interface DayWord {
  plus: number;
  part?: Part;
}

export const DAY_WORDS: ReadonlyMap<string, DayWord> = new Map<string, DayWord>([
  ...['今天', '今日', '今儿'].map((word): [string, DayWord] => [word, { plus: 0 }]),
  ...['明天', '明日', '明儿'].map((word): [string, DayWord] => [word, { plus: 1 }]),
  ...['后天', '后日', '后儿'].map((word): [string, DayWord] => [word, { plus: 2 }]),
  ...['大后天', '大后日', '大后儿'].map((word): [string, DayWord] => [word, { plus: 3 }]),
  ['大大后天', { plus: 4 }],
  // Cantonese.
  ['听日', { plus: 1 }],
  ['听晚', { plus: 1, part: 'evening' }],
  ['听早', { plus: 1, part: 'morning' }],
  ...['今早', '今早上', '今晨'].map((word): [string, DayWord] => [
    word,
    { plus: 0, part: 'morning' },
  ]),
  ...['明早', '明早上', '明晨'].map((word): [string, DayWord] => [
    word,
    { plus: 1, part: 'morning' },
  ]),
  ...['今晚', '今晚上', '今夜'].map((word): [string, DayWord] => [
    word,
    { plus: 0, part: 'evening' },
  ]),
  ...['明晚', '明晚上', '明夜'].map((word): [string, DayWord] => [
    word,
    { plus: 1, part: 'evening' },
  ]),
]);
export const DAY_WORD_LIST = longestFirst(DAY_WORDS.keys());

export const PAST_WORDS = longestFirst([
  ...[
    '昨天',
    '昨日',
    '昨儿',
    '昨晚',
    '昨夜',
    '昨早',
    '前天',
    '前日',
    '前晚',
    '大前天',
    '去年',
    '前年',
  ],
  ...['上月', '上个月', '上上月', '上上个月'],
]);

/** Solar holidays with a fixed date. */
const FIXED: readonly [month: number, day: number, ...names: string[]][] = [
  [1, 1, '元旦', '元旦节'],
  [3, 8, '妇女节', '三八', '三八节', '三八妇女节', '国际妇女节'],
  [3, 12, '植树节'],
  [5, 1, '劳动节', '五一', '五一节', '五一劳动节', '五一国际劳动节', '国际劳动节'],
  [5, 4, '青年节', '五四', '五四青年节'],
  [6, 1, '儿童节', '六一', '六一节', '六一儿童节', '国际儿童节'],
  [7, 1, '建党节', '七一', '七一建党节'],
  [8, 1, '建军节', '八一', '八一建军节'],
  [9, 10, '教师节'],
  [10, 1, '国庆', '国庆节', '十一', '十一国庆', '十一国庆节'],
  [12, 24, '平安夜'],
  [12, 25, '圣诞', '圣诞节'],
];
export const HOLIDAYS: ReadonlyMap<string, { month: number; day: number }> = new Map(
  FIXED.flatMap(([month, day, ...names]) => names.map((name) => [name, { month, day }] as const)),
);
export const HOLIDAY_LIST = longestFirst(HOLIDAYS.keys());

/** Lunar and moving days, repetitions, and words that name a stretch rather than a day. */
export const UNCLEAR_WORDS = longestFirst([
  ...[...'一二三四五六七八九十'].map((day) => `初${day}`),
  ...[
    '春节',
    '除夕',
    '大年',
    '小年',
    '正月',
    '腊月',
    '腊八',
    '元宵',
    '清明',
    '端午',
    '七夕',
    '中元',
    '中秋',
    '重阳',
    '冬至',
  ],
  ...['农历', '阴历', '母亲节', '父亲节', '感恩节', '复活节'],
  ...[
    '每天',
    '每日',
    '每周',
    '每星期',
    '每个',
    '每礼拜',
    '每月',
    '每年',
    '每季',
    '每逢',
    '每隔',
    '隔周',
  ],
  ...[
    '月初',
    '月中',
    '年初',
    '年中',
    '年底',
    '年末',
    '上旬',
    '中旬',
    '下旬',
    '周末',
    '双休日',
    '工作日',
  ],
  ...[
    '次日',
    '翌日',
    '第二天',
    '当天',
    '当日',
    '当晚',
    '隔天',
    '隔日',
    '倒数',
    '过几天',
    '过两天',
    '改天',
  ],
]);

/** `12号楼` is a place. */
export const PLACES_AFTER_NUMBER = '楼院线门馆厅室路桌车机弄栋口井岗亭店铺库屋';

/** Said after a time these change it; the first kind only as a whole word. */
export const CHANGING_WORDS = longestFirst([
  ...[
    '左右',
    '前后',
    '上下',
    '前',
    '后',
    '内',
    '多',
    '许',
    '起',
    '止',
    '以内',
    '之内',
    'am',
    'pm',
    'AM',
    'PM',
    'a.m.',
    'p.m.',
  ],
  ...['or', 'and', 'before', 'after', 'onwards', 'latest', 'ish', 'in the'],
  ...SHORT_PARTS,
]);
export const CHANGING_STARTS = ['或', '还是', '以前', '之前', '以后', '之后', '之间'];
