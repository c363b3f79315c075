import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { StoreDamaged } from '../../src/ports/store.ts';
import { isMissing, writeDurably } from '../durable/files.ts';

/** How the content of a file is written down and checked. */
export interface Format<T> {
  /**
   * The file's text in slices. The event loop runs between two of them; what is read before the
   * first belongs together.
   */
  encode(content: T): Iterable<string>;
  /**
   * @throws Error when the JSON is not such a content; its message is shown and must hold nothing
   * of it.
   */
  decode(json: unknown): T;
}

/**
 * A lowdb adapter for one JSON file that holds, after a crash at any moment, its old or its new
 * content.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly path: string;
  private readonly format: Format<T>;

  constructor(path: string, format: Format<T>) {
    this.path = path;
    this.format = format;
  }

  /**
   * The content; null only when there is no such file.
   * @throws StoreDamaged when there is one and it cannot be read. The file is left as it is.
   */
  async read(): Promise<T | null> {
    try {
      const bytes = await readFile(this.path);
      return this.format.decode(
        JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
      );
    } catch (error) {
      if (isMissing(error)) return null;
      throw new StoreDamaged(
        `${this.path} cannot be read: ${reasonOf(error)}. It was left as it is; restore the folder from a backup.`,
      );
    }
  }

  /**
   * Once it resolves the new content survives a power cut; when it rejects the file is whole, most
   * likely the old one.
   */
  async write(content: T): Promise<void> {
    await writeDurably(this.path, this.format.encode(content));
  }
}

function reasonOf(error: unknown): string {
  // A parser's message quotes what it read, and that is what people wrote.
  if (error instanceof SyntaxError) return 'it is not JSON';
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  if (issue) return [...issue.path, issue.message].join(' ');
  return error instanceof Error ? error.message : String(error);
}
