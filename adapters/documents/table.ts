import writeExcelFile from 'write-excel-file/node';
import type { DocumentCell, TableSheet } from '../../src/ports/documents.ts';

/** A sheet's name may not hold these, and has at most 31 characters. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g;
const LONGEST_NAME = 31;

/** Excel takes no more in one cell, in characters. */
const LONGEST_CELL = 32_000;

const HEAD = { fontWeight: 'bold', backgroundColor: '#E8EEF2', wrap: true } as const;

/** An xlsx file: the first row stands still, dates are dates, and every text is a text. */
export async function tableBytes(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const file = await writeExcelFile(
    sheets.map(({ title, columns, rows }) => ({
      sheet: title.replace(NOT_IN_NAMES, ' ').slice(0, LONGEST_NAME),
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map((column) => ({ value: column.title, type: String, ...HEAD })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer();
  return new Uint8Array(file);
}

function cellOf(cell: DocumentCell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: clean(cell), type: String, wrap: true };
  const hasTime = cell.date.length > 10;
  return {
    // The file knows no zone: it shows what stands in it.
    value: new Date(hasTime ? `${cell.date}Z` : cell.date),
    type: Date,
    format: hasTime ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd',
  };
}

/** Control characters and halves of characters make a file that no program opens. */
function clean(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n]|\p{Cs}|\p{Noncharacter_Code_Point}/gu, '')
    .slice(0, LONGEST_CELL);
}
