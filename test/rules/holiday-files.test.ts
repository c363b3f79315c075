import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { holidayFiles } from '../../adapters/holiday-files/index.ts';
import { holidaysOf, officialYears } from '../../src/features/holidays/index.ts';
import { temporaryFolder } from '../support/conversation.ts';

function folderWith(name: string, content: unknown): string {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return folder;
}

describe('holiday files', () => {
  it('the example of the README is one, and takes the place of its year', () => {
    const readme = readFileSync(new URL('../../docs/data.md', import.meta.url), 'utf8');
    const years = holidayFiles(
      folderWith('2026.json', /```json\n(\{\s*"year"[\s\S]*?)```/.exec(readme)?.[1] ?? ''),
    );
    const holidays = holidaysOf([...officialYears(), ...years]);
    expect(holidays.nameOf('2026-10-03')).toBe('国庆节');
    expect(holidays.isWorkday('2026-10-10')).toBe(true);
    expect(holidays.isWorkday('2026-02-17')).toBe(true);
  });

  it('none, and other files, are none', () => {
    expect(holidayFiles('/nowhere')).toEqual([]);
    expect(holidayFiles(folderWith('notes.txt', 'x'))).toEqual([]);
  });

  const day = { name: '元旦', from: '2027-01-01', to: '2027-01-03' };
  it.each([
    ['{', 'is not JSON'],
    [{ year: 2027, holidays: [] }, 'holidays'],
    [{ year: 2026, holidays: [{ ...day }] }, 'stands in the file of 2027'],
    [{ year: 2027, holidays: [{ ...day, to: '2026-12-30' }] }, 'is before'],
    [{ year: 2027, holidays: [{ ...day, from: '2027-02-30' }] }, 'holidays[0].from'],
    [
      { year: 2027, holidays: [{ ...day, workdays: ['2027-01-02'] }] },
      'both a day off and a working day',
    ],
    [
      { year: 2027, holidays: [{ ...day, from: '2028-01-01', to: '2028-01-02' }] },
      'is not in 2027',
    ],
    [{ year: 2027, holidays: [{ ...day, off: true }] }, 'off'],
  ])('%j stops the start', (content, why) => {
    expect(() => holidayFiles(folderWith('2027.json', content))).toThrow(why);
  });
});

describe('what the package knows', () => {
  it('is every year up to 2026 whose 1 October it has, and no later one', () => {
    const years = officialYears().map(({ year }) => year);
    expect(years).toContain(2026);
    expect(years.every((year) => year <= 2026)).toBe(true);
    expect(holidaysOf(officialYears()).knows(2027)).toBe(false);
  });
});
