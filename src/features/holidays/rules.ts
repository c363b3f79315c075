import official from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Holidays } from '../../core/recurring/index.ts';
import { addDays, weekdayOf } from '../../core/time.ts';
import type { HolidayYear } from './records.ts';

/**
 * The years that the package knows. It calls a day of any other year a working day, so 1 October is
 * asked first.
 */
export function officialYears(): readonly HolidayYear[] {
  const dates = Object.keys(official.holidays).sort();
  const years = [...new Set(dates.map((date) => Number(date.slice(0, 4))))];
  return years
    .filter((year) => `${year}-10-01` in official.holidays)
    .map((year) => ({ year, holidays: stretches(year, dates) }));
}

/** The package names each day; days with one name that follow each other are one holiday. */
function stretches(year: number, dates: readonly string[]): HolidayYear['holidays'] {
  const found: { name: string; from: string; to: string; workdays: string[] }[] = [];
  for (const date of dates.filter((one) => one.startsWith(`${year}-`))) {
    const name = nameIn(official.holidays, date);
    const last = found.at(-1);
    if (last !== undefined && last.name === name && addDays(last.to, 1) === date) last.to = date;
    else found.push({ name, from: date, to: date, workdays: [] });
  }
  for (const date of Object.keys(official.workdays)
    .filter((one) => one.startsWith(`${year}-`))
    .sort()) {
    const name = nameIn(official.workdays, date);
    (found.find((one) => one.name === name) ?? found[0])?.workdays.push(date);
  }
  return found;
}

/** `National Day,国庆节,3` */
function nameIn(table: Readonly<Record<string, string>>, date: string): string {
  return table[date]?.split(',')[1] ?? '';
}

/** Holidays with the years that they come from. */
export interface KnownHolidays extends Holidays {
  readonly years: ReadonlyMap<number, HolidayYear>;
}

/** The holidays of some years; of two for the same year the later one counts. */
export function holidaysOf(years: readonly HolidayYear[]): KnownHolidays {
  const byYear = new Map(years.map((one) => [one.year, one]));
  const off = new Map<string, string>();
  const working = new Set<string>();
  for (const { holidays } of byYear.values()) {
    for (const { name, from, to, workdays } of holidays) {
      for (let date = from; date <= to; date = addDays(date, 1)) off.set(date, name);
      for (const date of workdays) working.add(date);
    }
  }
  return {
    years: byYear,
    knows: (year) => byYear.has(year),
    isWorkday: (date) => working.has(date) || (!off.has(date) && weekdayOf(date) <= 5),
    nameOf: (date) => off.get(date),
  };
}
