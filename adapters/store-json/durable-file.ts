import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { OperatorError } from '../../src/ports/operator-error.ts';
import { StoreDamaged } from '../../src/ports/store.ts';
import type { Text } from '../../src/ports/text.ts';
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
  /**
   * The same from a file whose lines stand as they were written, in steps; nothing where they do
   * not, or anything is wrong.
   */
  decodeLines?(bytes: Buffer): Promise<T | undefined>;
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
      const read = await this.format.decodeLines?.(bytes);
      return read ?? this.format.decode(JSON.parse(utf8.decode(bytes)));
    } catch (error) {
      if (isMissing(error)) return null;
      const why = reasonOf(error, bytes);
      throw new StoreDamaged({
        zh: `${this.path} 读不了：${why.zh}。原样没动，请用备份恢复（npm run restore -- 备份文件）`,
        en: `${this.path} cannot be read: ${why.en}. It was left as it is; restore the folder from a backup.`,
      });
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
export class RecordWrong extends OperatorError {
  override readonly name = 'RecordWrong';
  readonly index: number;

  constructor(index: number, reason: Text) {
    super(reason);
    this.index = index;
  }
}

/** The line of a file in which a record stands; the first one is taken by the head. */
export function lineOf(index: number): number {
  return index + 2;
}

function reasonOf(error: unknown, bytes: Buffer | undefined): Text {
  // A parser's message quotes what it read, and that is what people wrote.
  if (error instanceof SyntaxError)
    return atLine(wrongLine(bytes), { zh: '不是 JSON', en: 'it is not JSON' });
  if (error instanceof TypeError && bytes)
    return atLine(wrongLine(bytes), { zh: '不是 UTF-8', en: 'it is not UTF-8' });
  if (error instanceof RecordWrong) return atLine(lineOf(error.index), error.text);
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  if (issue) return wrongField(issue);
  const message = error instanceof Error ? error.message : String(error);
  return { zh: message, en: message };
}

function atLine(line: number, what: Text): Text {
  return { zh: `第 ${line} 行${what.zh}`, en: `line ${line}: ${what.en}` };
}

function wrongField({ path, message }: { path: readonly PropertyKey[]; message: string }): Text {
  const [list, index] = path;
  const text = [...path, message].map(String).join(' ');
  const what = { zh: `不对（${text}）`, en: text };
  return list === 'records' && typeof index === 'number' ? atLine(lineOf(index), what) : what;
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
