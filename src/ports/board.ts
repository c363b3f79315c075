/** Where boards hang: pages that anybody may read who knows their address. */
export interface BoardPlace {
  /** Where the pages are published, without a slash at its end; undefined where they are not. */
  readonly url: string | undefined;
  /**
   * Puts pages in place of those that are there, by their addresses; a page that is not among them
   * is removed. What has not changed is not written.
   * @throws Error where the folder cannot be written.
   */
  publish(pages: ReadonlyMap<string, string>): Promise<void>;
}
