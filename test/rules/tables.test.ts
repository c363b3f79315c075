import { expect, onTestFinished, test } from 'vitest';
import { documentMaker } from '../../adapters/documents/index.ts';
import { rowsOf } from '../../adapters/documents/read-table.ts';
import { tableBytes } from '../../adapters/documents/table.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const why = async (bytes: Uint8Array, name: string) =>
  rowsOf(bytes, name).then(
    () => 'read',
    (error: { readonly why?: string }) => error.why ?? 'another error',
  );

const sheet = (title: string, rows: readonly (readonly (string | number | null)[])[]) => ({
  title,
  columns: [
    { title: '项目', width: 10 },
    { title: '目标', width: 10 },
  ],
  rows,
});

test('cells of a workbook are texts; blank rows within stay, those at the end do not', async () => {
  const rows = [
    ['健康直通车', 12],
    [null, null],
    ['=1+1', null],
    [null, null],
  ];
  expect(await rowsOf(await tableBytes([sheet('表', rows)]), '认领表.XLSX')).toEqual([
    ['项目', '目标'],
    ['健康直通车', '12'],
    [],
    ['=1+1'],
  ]);
});

test('a date is the day that stands in it', async () => {
  const file = await tableBytes([
    { title: '表', columns: [{ title: '日期', width: 9 }], rows: [[{ date: '2026-11-25T23:30' }]] },
  ]);
  expect(await rowsOf(file, 'a.xlsx')).toEqual([['日期'], ['2026-11-25']]);
});

test('a csv file in the encoding of Chinese Windows, with quotes and whatever separates', async () => {
  const gbk = Uint8Array.from([
    0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0xc4, 0xbf, 0xb1, 0xea, 0x0d, 0x0a, 0x61,
  ]);
  expect(await rowsOf(gbk, 'a.csv')).toEqual([['项目', '目标'], ['a']]);
  expect(await rowsOf(bytesOf('\uFEFF项目;目标\r\n"a;""b""\n c";1\r\n'), 'a.csv')).toEqual([
    ['项目', '目标'],
    ['a;"b" c', '1'],
  ]);
});

test('what is no table is said to be none', async () => {
  const whole = await tableBytes([sheet('表', [['a', 1]])]);
  expect(await why(whole, 'a.xls')).toBe('kind');
  expect(await why(whole, 'a')).toBe('kind');
  expect(await why(whole.slice(0, 200), 'a.xlsx')).toBe('broken');
  expect(await why(bytesOf('no archive at all, but long enough'), 'a.xlsx')).toBe('broken');
  expect(await why(new Uint8Array(5_000_001), 'a.xlsx')).toBe('large');
  expect(await why(bytesOf('a\n'.repeat(5_002)), 'a.csv')).toBe('large');
});

test('a small file that becomes huge is turned away before it is unpacked', async () => {
  const bomb = await tableBytes([sheet('表', [['a', 1]])]);
  const view = new DataView(bomb.buffer, bomb.byteOffset);
  for (let at = 0; at < bomb.length - 46; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 900_000_000, true);
  expect(await why(bomb, 'a.xlsx')).toBe('large');
});

test('the thread reads what it has made, and goes on after a file that is none', async () => {
  const thread = documentMaker();
  onTestFinished(() => thread.close());
  const made = await thread.make({ kind: 'table', sheets: [sheet('表', [['健康直通车', 12]])] });
  await expect(thread.read(new Uint8Array(30), 'a.xlsx')).rejects.toMatchObject({ why: 'broken' });
  expect(await thread.read(made, 'a.xlsx')).toEqual([
    ['项目', '目标'],
    ['健康直通车', '12'],
  ]);
});
