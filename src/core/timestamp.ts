import { DAY, dateOf, daysIn, isoDate, momentOf } from './time.ts';

/*
 * The times that chat programs, and people who note what was said, write beside a message: `8:12`,
 * `08:12:33`,
 * `11-25 08:12:33`, `2026/11/25 8:12`, `11月25日 8:12`.
 */

const DATE = String.raw`(?:(?<year>\d{4})[-/.年])?(?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?`;
const TIME = String.raw`(?<hour>\d{1,2})[:：](?<minute>\d{2})(?:[:：](?<second>\d{2}))?`;

const alone = new RegExp(`^(?:${DATE}\\s+)?${TIME}$`);
const ahead = new RegExp(`^(?<stamp>(?:${DATE}\\s+)?${TIME})\\s+(?<rest>\\S.*)$`);
const behind = new RegExp(`^(?<front>\\S(?:.{0,39}?\\S)??)\\s+(?<stamp>${DATE}\\s+${TIME})$`);

/** `8:12 张伟：签到`: the time that a line begins with, and what stands behind it. */
export function timestampAhead(
  line: string,
): { readonly stamp: string; readonly rest: string } | undefined {
  const { stamp, rest } = ahead.exec(line)?.groups ?? {};
  return stamp === undefined || rest === undefined ? undefined : { stamp, rest };
}

/** `张伟 11-25 08:12:33`: the date and time that a line ends with, and what stands before it. */
export function timestampBehind(
  line: string,
): { readonly stamp: string; readonly front: string } | undefined {
  const { stamp, front } = behind.exec(line)?.groups ?? {};
  return stamp === undefined || front === undefined ? undefined : { stamp, front };
}

/**
 * The moment of a stamp, ms. Without a date it is today's, without a year the last one that is not
 * ahead; it may be later today. Undefined when it is none: `13-45 25:00`.
 */
export function momentOfTimestamp(
  stamp: string,
  { now, zone }: { now: number; zone: string },
): number | undefined {
  const read = alone.exec(stamp.trim())?.groups;
  if (read === undefined) return undefined;
  const [hour, minute, second] = [
    Number(read['hour']),
    Number(read['minute']),
    Number(read['second'] ?? 0),
  ];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  const on = (date: string) => momentOf(date, time, zone) + second * 1_000;
  const today = dateOf(now, zone);
  if (read['month'] === undefined) return on(today);
  const [month, day] = [Number(read['month']), Number(read['day'])];
  const thisYear = Number(today.slice(0, 4));
  const dated = (year: number) =>
    month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
      ? on(isoDate(year, month, day))
      : undefined;
  if (read['year'] !== undefined) return dated(Number(read['year']));
  const moment = dated(thisYear);
  return moment !== undefined && moment <= now + DAY ? moment : dated(thisYear - 1);
}
