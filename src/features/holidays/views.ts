import { lines, series, type Text } from '../../core/text.ts';
import type { HolidayYear } from './records.ts';
import type { KnownHolidays } from './rules.ts';
import { texts } from './texts.ts';

/** A post has 8 lines: a title, the holidays, what to do next. */
const LINES = 6;

/** What is known of a year. */
export function yearText(year: number, holidays: KnownHolidays): Text {
  const known = holidays.years.get(year);
  if (known === undefined) return lines(texts.notKnown(year), texts.howToAdd);
  const items = known.holidays.map(holidayLine);
  const perLine = Math.ceil(items.length / LINES);
  const rows = Array.from({ length: Math.ceil(items.length / perLine) }, (_, row) =>
    series(items.slice(row * perLine, (row + 1) * perLine), { zh: '；', en: '; ' }),
  );
  const next = holidays.knows(year + 1) ? texts.another(year + 1) : texts.notKnown(year + 1);
  return lines(texts.title(year), ...rows, next);
}

function holidayLine({ name, from, to, workdays }: HolidayYear['holidays'][number]): Text {
  const span = from === to ? short(from) : `${short(from)}–${short(to)}`;
  return texts.holiday(name, span, workdays.map(short).join('、'));
}

/** `10/1` */
function short(date: string): string {
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}`;
}
