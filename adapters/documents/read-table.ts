import {
  LARGEST_TABLE,
  MOST_CELLS,
  MOST_ROWS,
  type TableRows,
  TableUnreadable,
} from '../../src/ports/tables.ts';
import { decoded } from '../text-file.ts';
import { unpackedSize } from './zip.ts';

/** What a packed file may come to, bytes: a table of 5,000 rows needs less than a tenth of it. */
const LARGEST_UNPACKED = 60_000_000;

/** Of one cell, characters. */
const LONGEST_CELL = 2_000;

/** The rows of a file, by the ending of its name. @throws TableUnreadable */
export async function rowsOf(bytes: Uint8Array, name: string): Promise<TableRows> {
  if (bytes.byteLength > LARGEST_TABLE) throw new TableUnreadable('large');
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === 'xlsx') return trimmed(await rowsOfWorkbook(bytes));
  if (ending === 'csv') return trimmed(rowsOfText(bytes));
  throw new TableUnreadable('kind');
}

async function rowsOfWorkbook(bytes: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const size = unpackedSize(bytes, LARGEST_UNPACKED);
  if (size === undefined) throw new TableUnreadable('broken');
  if (size > LARGEST_UNPACKED) throw new TableUnreadable('large');
  const { default: readExcelFile } = await import('read-excel-file/node');
  const sheets = await readExcelFile(Buffer.from(bytes)).catch(() => {
    throw new TableUnreadable('broken');
  });
  const isUsed = (row: readonly unknown[]) => row.some((cell) => textOf(cell) !== '');
  const first = sheets.find(({ data }) => data.some(isUsed));
  return first?.data ?? [];
}

function rowsOfText(bytes: Uint8Array): readonly (readonly string[])[] {
  const text = decoded(Buffer.from(bytes));
  if (text === undefined) throw new TableUnreadable('broken');
  const [head = ''] = text.split('\n', 1);
  const separator = Object.keys(TOKENS).toSorted(
    (a, b) => head.split(b).length - head.split(a).length,
  )[0];
  return separated(text, separator ?? ',');
}

/** A quoted cell, the end of a row, or words; what separates is a token of its own. */
const TOKENS: Readonly<Record<string, RegExp>> = {
  ',': /"(?:[^"]|"")*"|\r?\n|,|[^",\r\n]+|["\r]/g,
  '\t': /"(?:[^"]|"")*"|\r?\n|\t|[^"\t\r\n]+|["\r]/g,
  ';': /"(?:[^"]|"")*"|\r?\n|;|[^";\r\n]+|["\r]/g,
};

/** Cells may be quoted, and hold what separates; a quote in them is doubled. */
function separated(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [['']];
  for (const [token] of text.matchAll(TOKENS[separator] ?? /\S+/g)) {
    const row = rows.at(-1) ?? [];
    if (token === separator) row.push('');
    else if (token.endsWith('\n') && !token.startsWith('"')) rows.push(['']);
    else row[row.length - 1] += unquoted(token);
    if (rows.length > MOST_ROWS + 1) break;
  }
  return rows;
}

function unquoted(token: string): string {
  const isQuoted = token.length > 1 && token.startsWith('"');
  return isQuoted ? token.slice(1, -1).replaceAll('""', '"') : token;
}

/** Without what is empty at the end of rows, and rows that are empty at the end. */
function trimmed(rows: readonly (readonly unknown[])[]): TableRows {
  const texts = rows.map((row) => {
    const cells = row.slice(0, MOST_CELLS).map(textOf);
    return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  });
  const used = texts.slice(0, texts.findLastIndex((row) => row.length > 0) + 1);
  if (used.length > MOST_ROWS) throw new TableUnreadable('large');
  return used;
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // A date in a table knows no zone: it is what stands in it.
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_CELL);
}
