/** Says a moment or a span in words that `readWhen` reads back as the same. */
import { DateTime } from 'luxon';

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
  const start = DateTime.fromMillis(when.start, { zone });
  const { year } = DateTime.fromMillis(reference.now, { zone });
  const zh = dateZh(start, year);
  const en = dateEn(start, year);
  if (when.dateOnly === true) return { zh, en };
  const from = { zh: `${zh}${clockZh(start)}`, en: `${en}, ${clockEn(start)}` };
  if (when.end === undefined) return from;
  const end = DateTime.fromMillis(when.end, { zone });
  const nextDay = start.plus({ days: 1 });
  if (end.hasSame(start, 'day'))
    return { zh: `${from.zh}–${clockZh(end)}`, en: `${from.en}–${clockEn(end)}` };
  if (end.hasSame(nextDay, 'day')) {
    if (end.hour === 0 && end.minute === 0)
      return { zh: `${from.zh}–24:00`, en: `${from.en}–24:00` };
    return { zh: `${from.zh}–次日${clockZh(end)}`, en: `${from.en} – next day ${clockEn(end)}` };
  }
  const far = {
    zh: `${dateZh(end, start.year)}${clockZh(end)}`,
    en: `${dateEn(end, start.year)}, ${clockEn(end)}`,
  };
  return { zh: `${from.zh}–${far.zh}`, en: `${from.en} – ${far.en}` };
}

function dateZh(day: DateTime, year: number): string {
  const front = day.year === year ? '' : `${day.year}年`;
  return `${front}${day.month}月${day.day}日（周${WEEKDAYS[day.weekday] ?? ''}）`;
}

function dateEn(day: DateTime, year: number): string {
  const behind = day.year === year ? '' : ` ${day.year}`;
  return `${DAYS[day.weekday] ?? ''} ${day.day} ${MONTHS[day.month] ?? ''}${behind}`;
}

function clockZh(time: DateTime): string {
  const part = time.hour >= 1 && time.hour <= 5 ? '凌晨' : time.hour === 6 ? '早上' : '';
  return `${part}${time.hour}:${minutes(time)}`;
}

function clockEn(time: DateTime): string {
  const hour = time.hour >= 1 && time.hour <= 6 ? `0${time.hour}` : `${time.hour}`;
  return `${hour}:${minutes(time)}`;
}

function minutes(time: DateTime): string {
  return String(time.minute).padStart(2, '0');
}
