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
    let bytes: Buffer | undefined;
    try {
      bytes = await readFile(this.path);
      return this.format.decode(JSON.parse(utf8.decode(bytes)));
    } catch (error) {
      if (isMissing(error)) return null;
      throw new StoreDamaged(
        `${this.path} cannot be read: ${reasonOf(error, bytes)}. It was left as it is; restore the folder from a backup.`,
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

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Where in a file something is wrong: the line of a record, as `RecordWrong.index` counts them. */
export class RecordWrong extends Error {
  readonly index: number;

  constructor(index: number, reason: string) {
    super(reason);
    this.index = index;
  }
}

/** The line of a file in which a record stands; the first one is taken by the head. */
export function lineOf(index: number): number {
  return index + 2;
}

function reasonOf(error: unknown, bytes: Buffer | undefined): string {
  // A parser's message quotes what it read, and that is what people wrote.
  if (error instanceof SyntaxError) return `line ${wrongLine(bytes)}: it is not JSON`;
  if (error instanceof TypeError && bytes) return `line ${wrongLine(bytes)}: it is not UTF-8`;
  if (error instanceof RecordWrong) return `line ${lineOf(error.index)}: ${error.message}`;
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  if (issue) return wrongField(issue);
  return error instanceof Error ? error.message : String(error);
}

function wrongField({ path, message }: { path: readonly PropertyKey[]; message: string }): string {
  const [list, index] = path;
  const line = list === 'records' && typeof index === 'number' ? `line ${lineOf(index)}: ` : '';
  return `${line}${[...path, message].map(String).join(' ')}`;
}

/**
 * The first line that cannot stand where it does: the head, one record or name on each line, the
 * end.
 */
function wrongLine(bytes: Buffer = Buffer.alloc(0)): number {
  const lines = bytes.toString('latin1').replace(/\n$/, '').split('\n');
  const last = lines.length - 1;
  const isWrong = (line: string, index: number) => {
    const isHead = index === 0 && last > 0;
    const text = isHead ? `${line}]}` : line.replace(/,$/, '');
    return !isJson(Buffer.from(text, 'latin1')) && !(index > 0 && index === last && text === ']}');
  };
  const found = lines.findIndex(isWrong);
  return (found < 0 ? last : found) + 1;
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(utf8.decode(bytes));
    return true;
  } catch {
    return false;
  }
}
