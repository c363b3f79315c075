import type { Text } from '../text.ts';
import { momentOf } from '../time.ts';
import { sayWhen } from '../when/index.ts';
import type { Recurrence } from './dates.ts';
import type { HolidayPolicy } from './holidays.ts';

const WEEKDAYS = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const DAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const NUMERALS = [
  '零',
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
];

/** `每月25日`, `每月最后一个周五`; the Chinese is read back by `readRecurrence` as the same. */
export function sayRecurrence(on: Recurrence): Text {
  switch (on.type) {
    case 'monthly':
      return { zh: `每月${dayZh(on)}`, en: `every month on the ${ordinal(on.day)}${shortEn(on)}` };
    case 'quarterly': {
      const month = `the ${ordinal(on.month)} month of every quarter`;
      return {
        zh: `每季度第${NUMERALS[on.month]}个月${dayZh(on)}`,
        en: `the ${ordinal(on.day)} of ${month}${shortEn(on)}`,
      };
    }
    case 'weekday':
      return {
        zh: `每月${nthZh(on.nth)}${WEEKDAYS[on.weekday]}`,
        en: `${nthEn(on.nth)} ${DAYS[on.weekday]} of every month`,
      };
    case 'workday':
      return {
        zh: `每月${nthZh(on.nth)}工作日`,
        en: `${nthEn(on.nth)} working day of every month`,
      };
    case 'daily':
      return { zh: '每天', en: 'every day' };
    case 'workdays':
      return { zh: '每个工作日', en: 'every working day' };
    case 'weekly':
      return weeklyText(on);
    case 'dates': {
      const short = on.days.some((day) => day > 28);
      const end = short ? shortEn({ day: 31, short: on.short }) : '';
      return {
        zh: `每月${on.days.map((day) => `${day}日`).join('、')}${short ? shortZh(on.short) : ''}`,
        en: `every month on the ${on.days.map(ordinal).join(' and the ')}${end}`,
      };
    }
    case 'yearly': {
      const isLeap = on.month === 2 && on.day > 28;
      return {
        zh: `每年${on.month}月${isLeap ? dayZh(on) : `${on.day}日`}`,
        en: `every year on the ${ordinal(on.day)} of ${MONTHS[on.month]}`,
      };
    }
    case 'once': {
      const start = momentOf(on.date, '12:00', 'UTC');
      const { zh, en } = sayWhen({ start, dateOnly: true }, { now: 0, zone: 'UTC' });
      return { zh: `只有${zh}一次`, en: `once, on ${en}` };
    }
  }
}

export function sayPolicy(policy: HolidayPolicy): Text {
  return {
    keep: { zh: '放假照常', en: 'holidays make no difference' },
    next: { zh: '遇非工作日顺延到下一个工作日', en: 'on a day off moved to the next working day' },
    previous: {
      zh: '遇非工作日提前到上一个工作日',
      en: 'on a day off moved to the working day before',
    },
    skip: { zh: '遇非工作日跳过', en: 'on a day off skipped' },
  }[policy];
}

const MONTHS = [
  '',
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function weeklyText({ weekdays, every, from }: Extract<Recurrence, { type: 'weekly' }>): Text {
  const days = weekdays.map((day, at) => (at === 0 ? WEEKDAYS[day] : WEEKDAYS[day]?.slice(1)));
  const [year, month, date] = (from ?? '').split('-').map(Number);
  const since = every === 2 && from ? `（${year}年${month}月${date}日起）` : '';
  const names = weekdays.map((day) => DAYS[day]).join(', ');
  return every === 1
    ? { zh: `每${days.join('、')}`, en: `every ${names}` }
    : { zh: `每两周${days.join('、')}${since}`, en: `every second week on ${names}` };
}

function shortZh(short: 'last' | 'skip'): string {
  return `（短月${short === 'last' ? '在最后一天' : '跳过'}）`;
}

function dayZh({ day, short }: { day: number; short: 'last' | 'skip' }): string {
  if (day === 31 && short === 'last') return '最后一天';
  return day <= 28 ? `${day}日` : `${day}日${shortZh(short)}`;
}

function shortEn({ day, short }: { day: number; short: 'last' | 'skip' }): string {
  if (day <= 28) return '';
  return short === 'last' ? ' (its last day where it is shorter)' : ' (not in shorter months)';
}

function nthZh(nth: number): string {
  return nth === -1 ? '最后一个' : `第${NUMERALS[nth]}个`;
}

function nthEn(nth: number): string {
  return nth === -1 ? 'the last' : `the ${ordinal(nth)}`;
}

function ordinal(number: number): string {
  const teens = number >= 11 && number <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
