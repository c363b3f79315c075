const MOST = 5_000;

/**
 * The ids of messages that came or went lately, so that a repeated one is not taken for another. In
 * memory only.
 */
export class Seen {
  private readonly ids = new Set<string>();

  /** Whether this id comes for the first time. */
  first(id: string): boolean {
    if (this.ids.has(id)) return false;
    this.ids.add(id);
    for (const oldest of this.ids) {
      if (this.ids.size <= MOST) break;
      this.ids.delete(oldest);
    }
    return true;
  }
}
