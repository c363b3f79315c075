/** Says a moment or a span in words that `readWhen` reads back as the same. */
import { addDays, dateOf, monthOf, timeOf, weekdayOf } from '../time.ts';

export interface Said {
  start: number;
  end?: number;
  dateOnly?: boolean;
}

const WEEKDAYS = ['', '一', '二', '三', '四', '五', '六', '日'];
const DAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = [
  '',
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

/**
 * `11月25日（周三）9:00–11:00` and `Wed 25 Nov, 9:00–11:00`; the year only when it is not the
 * reference's. Times before seven cannot be taken for the afternoon: 凌晨3:00, 早上6:00, 03:00. Seconds
 * are not said.
 */
export function sayWhen(
  when: Said,
  reference: { now: number; zone: string },
): { zh: string; en: string } {
  const { zone } = reference;
  const start = faceOf(when.start, zone);
  const { year } = monthOf(dateOf(reference.now, zone));
  const zh = dateZh(start.date, year);
  const en = dateEn(start.date, year);
  if (when.dateOnly === true) return { zh, en };
  const from = { zh: `${zh}${clockZh(start)}`, en: `${en}, ${clockEn(start)}` };
  if (when.end === undefined) return from;
  const end = faceOf(when.end, zone);
  if (end.date === start.date)
    return { zh: `${from.zh}–${clockZh(end)}`, en: `${from.en}–${clockEn(end)}` };
  if (end.date === addDays(start.date, 1)) {
    if (end.hour === 0 && end.minute === '00')
      return { zh: `${from.zh}–24:00`, en: `${from.en}–24:00` };
    return { zh: `${from.zh}–次日${clockZh(end)}`, en: `${from.en} – next day ${clockEn(end)}` };
  }
  const far = {
    zh: `${dateZh(end.date, monthOf(start.date).year)}${clockZh(end)}`,
    en: `${dateEn(end.date, monthOf(start.date).year)}, ${clockEn(end)}`,
  };
  return { zh: `${from.zh}–${far.zh}`, en: `${from.en} – ${far.en}` };
}

/** `11月16日`, `16 Nov`: without its weekday where many dates stand under each other. */
export function shortDate(moment: number, zone: string): { zh: string; en: string } {
  const { zh, en } = sayWhen({ start: moment, dateOnly: true }, { now: moment, zone });
  return { zh: zh.replace(/（.*/s, ''), en: en.replace(/^\w+ /, '') };
}

/** What calendar and clock show at a moment. */
interface Face {
  date: string;
  hour: number;
  /** Two digits. */
  minute: string;
}

function faceOf(moment: number, zone: string): Face {
  const [hour = '', minute = ''] = timeOf(moment, zone).split(':');
  return { date: dateOf(moment, zone), hour: Number(hour), minute };
}

function dateZh(date: string, thisYear: number): string {
  const { year, month } = monthOf(date);
  const front = year === thisYear ? '' : `${year}年`;
  return `${front}${month}月${dayOf(date)}日（周${WEEKDAYS[weekdayOf(date)] ?? ''}）`;
}

function dateEn(date: string, thisYear: number): string {
  const { year, month } = monthOf(date);
  const behind = year === thisYear ? '' : ` ${year}`;
  return `${DAYS[weekdayOf(date)] ?? ''} ${dayOf(date)} ${MONTHS[month] ?? ''}${behind}`;
}

function dayOf(date: string): number {
  return Number(date.slice(8));
}

function clockZh({ hour, minute }: Face): string {
  const part = hour >= 1 && hour <= 5 ? '凌晨' : hour === 6 ? '早上' : '';
  return `${part}${hour}:${minute}`;
}

function clockEn({ hour, minute }: Face): string {
  return `${hour >= 1 && hour <= 6 ? `0${hour}` : hour}:${minute}`;
}
