import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type HolidayYear, holidayYear } from '../../src/features/holidays/index.ts';

/** Where the holidays that were entered by hand lie in the program's own folder. */
export const OWN_HOLIDAYS = fileURLToPath(new URL('../../data/holidays/', import.meta.url));

/**
 * The years of a folder of `YEAR.json` files; `docs/data.md` describes them. Other files are left
 * alone.
 * @throws Error that names the file and each mistake in it.
 */
export function holidayFiles(folder: string): readonly HolidayYear[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^20\d\d\.json$/.test(name))
    .sort()
    .map((name) => readYear(join(folder, name), Number(name.slice(0, 4))));
}

function readYear(path: string, year: number): HolidayYear {
  const read = holidayYear.safeParse(jsonOf(path));
  const mistakes = read.success
    ? mistakesIn(read.data, year)
    : read.error.issues.map((issue) => `${issue.path.join('.') || '(file)'}: ${issue.message}`);
  if (!read.success || mistakes.length > 0)
    throw new Error(`${path} cannot be used:\n${mistakes.map((line) => `  ${line}`).join('\n')}`);
  return read.data;
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`${path} is not JSON`, { cause });
  }
}

/**
 * What a schema does not see: days of another year, an end before its beginning, a day off on which
 * people work.
 */
function mistakesIn({ year, holidays }: HolidayYear, named: number): readonly string[] {
  const found = year === named ? [] : [`year: ${year} stands in the file of ${named}`];
  for (const [index, { from, to, workdays }] of holidays.entries()) {
    const at = `holidays.${index}`;
    if (to < from) found.push(`${at}: ${to} is before ${from}`);
    if (![from, to].some((date) => date.startsWith(`${year}-`)))
      found.push(`${at}: ${from} is not in ${year}`);
    const off = holidays.flatMap((one) =>
      workdays.filter((date) => date >= one.from && date <= one.to),
    );
    found.push(...off.map((date) => `${at}: ${date} is both a day off and a working day`));
  }
  return found;
}
