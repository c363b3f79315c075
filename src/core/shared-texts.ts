import type { AnyRecord } from './collection.ts';

/** So many texts are compared with; then it begins anew, and nothing but memory is lost. */
const MOST = 20_000;

/**
 * Makes equal texts of many records one text: read from a file, each mention of a person is a text
 * of its own, and they are a quarter of what the records of an alliance take.
 */
export class SharedTexts {
  private readonly known = new Map<string, string>();

  /** Puts the shared texts into a record that nobody else has yet. */
  share(record: AnyRecord): void {
    const fields = record as unknown as Record<string, unknown>;
    // Each record passes here when its alliance is opened: a list of its fields would cost more.
    for (const name in fields) {
      const text = fields[name];
      if (name !== 'id' && typeof text === 'string') fields[name] = this.shared(text);
    }
  }

  private shared(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(text, text);
    return text;
  }
}
