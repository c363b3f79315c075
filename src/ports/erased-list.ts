/** Those who were erased in one alliance: keyed hashes of the ids that they had, and the key. */
export interface ErasedOfAlliance {
  readonly alliance: string;
  readonly key: string;
  readonly people: readonly { readonly hash: string; readonly at: number }[];
}

/**
 * The list of those who were erased, beside the records and not among them: whoever restores the
 * records of an earlier day leaves this list as it is, and the next start erases them again.
 */
export interface ErasedList {
  /** Empty where there is none. @throws Error when it cannot be read. */
  read(): Promise<readonly ErasedOfAlliance[]>;
  /** Replaces it as a whole, durably when it resolves. */
  write(all: readonly ErasedOfAlliance[]): Promise<void>;
}
