import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pathText, readOrMistakes } from '../../src/core/mistakes.ts';
import { UserError } from '../../src/core/user-error.ts';
import { type HolidayYear, holidayYear } from '../../src/features/holidays/index.ts';
import type { Text } from '../../src/ports/text.ts';
import { readJsonFile } from '../text-file.ts';

/** Where the holidays that were entered by hand lie in the program's own folder. */
export const OWN_HOLIDAYS = fileURLToPath(new URL('../../data/holidays/', import.meta.url));

/**
 * The years of a folder of `YEAR.json` files; `docs/data.md` describes them. Other files are left
 * alone.
 * @throws UserError that names the file and each mistake in it.
 */
export function holidayFiles(folder: string): readonly HolidayYear[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^20\d\d\.json$/.test(name))
    .sort()
    .map((name) => readYear(join(folder, name), Number(name.slice(0, 4))));
}

function readYear(path: string, year: number): HolidayYear {
  const result = readOrMistakes(holidayYear, readJsonFile(path));
  const mistakes =
    'read' in result
      ? mistakesIn(result.read, year)
      : result.mistakes.map((one) => at(pathText(one.path) || '(file)', one.text));
  if ('read' in result && mistakes.length === 0) return result.read;
  const list = (language: 'zh' | 'en') => mistakes.map((one) => `\n  ${one[language]}`).join('');
  throw new UserError({
    zh: `${path} 用不了：${list('zh')}`,
    en: `${path} cannot be used:${list('en')}`,
  });
}

function at(place: string, text: Text): Text {
  return { zh: `${place}：${text.zh}`, en: `${place}: ${text.en}` };
}

/**
 * What a schema does not see: days of another year, an end before its beginning, a day off on which
 * people work.
 */
function mistakesIn({ year, holidays }: HolidayYear, named: number): readonly Text[] {
  const found =
    year === named
      ? []
      : [
          at('year', {
            zh: `${named} 年的文件里写的是 ${year}`,
            en: `${year} stands in the file of ${named}`,
          }),
        ];
  for (const [index, { from, to, workdays }] of holidays.entries()) {
    const place = `holidays[${index}]`;
    if (to < from)
      found.push(at(place, { zh: `${to} 在 ${from} 之前`, en: `${to} is before ${from}` }));
    if (![from, to].some((date) => date.startsWith(`${year}-`)))
      found.push(at(place, { zh: `${from} 不在 ${year} 年`, en: `${from} is not in ${year}` }));
    const off = holidays.flatMap((one) =>
      workdays.filter((date) => date >= one.from && date <= one.to),
    );
    for (const date of off)
      found.push(
        at(place, {
          zh: `${date} 又是放假又是上班`,
          en: `${date} is both a day off and a working day`,
        }),
      );
  }
  return found;
}
