/** What became of a record since the file was written. */
export interface Changed {
  readonly id: string;
  /** Undefined where it was removed. */
  readonly text: string | undefined;
  /** The number of the commit by which it came back after a removal: it is the last then. */
  readonly back: number;
}

/**
 * Records as they are after changes: a new one is the last, a changed one stays where it is.
 * @param saved the number of the last commit that the records hold.
 */
export function change<R>(
  records: Map<string, R>,
  changes: Iterable<Changed>,
  saved: number,
  read: (text: string, id: string) => R | undefined,
): void {
  for (const { id, text, back } of changes) {
    const record = text === undefined ? undefined : read(text, id);
    if (record === undefined || back > saved) records.delete(id);
    if (record !== undefined) records.set(id, record);
  }
}
