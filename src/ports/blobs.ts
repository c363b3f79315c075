/**
 * Where lies what is too large for records: photos. A file belongs to one partition, is called by
 * the hash of its content, and never changes. No name comes from outside.
 */
export interface BlobStore {
  /**
   * Keeps bytes, durably when it resolves; the same bytes have the same name for ever.
   * @param ending of the name, small letters: `jpg`.
   * @throws when they are not kept, as on a full disk. Nothing half written is ever found under a
   * name.
   */
  put(partition: string, bytes: Uint8Array, ending: string): Promise<string>;

  /**
   * The very bytes that were put; undefined where there are none under this name, or not the same
   * any more.
   */
  get(partition: string, name: string): Promise<Uint8Array | undefined>;

  /**
   * The names of everything that is kept, in no promised order; of what was put at least so long
   * ago, ms, where that is given. The same bytes put again count from then.
   */
  names(partition: string, atLeast?: number): Promise<readonly string[]>;

  /** What is not there is fine. */
  remove(partition: string, name: string): Promise<void>;
}
