/*
 * Tables that people have made with other programs and send to the bot. They are read beside the
 * main thread.
 */

/** The rows of the first sheet that has any, each cell as the text that people see; blank rows stay. */
export type TableRows = readonly (readonly string[])[];

/** Reads tables. */
export interface TableReader {
  /**
   * @param name tells by its ending what the bytes are: xlsx or csv.
   * @throws TableUnreadable; any other error is no fault of the file.
   */
  read(bytes: Uint8Array, name: string): Promise<TableRows>;
}

/** Why a file is not read: it is too large, another kind of file, or not what its name says. */
export type UnreadableTable = 'large' | 'kind' | 'broken';

/** A file cannot be read as a table, however often it is tried. */
export class TableUnreadable extends Error {
  override readonly name = 'TableUnreadable';
  readonly why: UnreadableTable;

  constructor(why: UnreadableTable) {
    super(`the file is no table that can be read: ${why}`);
    this.why = why;
  }
}

/** Larger files are not fetched, bytes. */
export const LARGEST_TABLE = 5_000_000;

/** More rows, or cells in one, are not read. */
export const MOST_ROWS = 5_000;
export const MOST_CELLS = 100;
