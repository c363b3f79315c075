import { readFileSync } from 'node:fs';
import { env } from 'node:process';
import { parseEnv } from 'node:util';
import { UserError } from '../src/core/user-error.ts';

/*
 * Files that the operator writes, on whatever machine, with whatever editor: settings, alliance
 * files, conversations. A byte order mark, UTF-16 and the encoding of Chinese Windows are read.
 */

/** A text file in any of the encodings that editors write. @throws UserError that names the file. */
export function readTextFile(path: string): string {
  const text = decoded(readBytes(path));
  if (text === undefined)
    throw new UserError({
      zh: `${path} 的编码认不出来。请用编辑器打开，另存为 UTF-8，再试一次`,
      en: [
        `${path} is in an encoding that cannot be told. Open it in an editor, `,
        `save it as UTF-8, and try again`,
      ].join(''),
    });
  return text;
}

/** What such a file says as JSON. @throws UserError that names the file, the line and the remedy. */
export function readJsonFile(path: string): unknown {
  const text = readTextFile(path);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { line, what } = placeOf(cause, text);
    throw new UserError(
      {
        zh: `${path} 第 ${line} 行附近不是 JSON${what}。常见的原因：少了逗号或引号，最后一项后面多了逗号，引号或冒号是中文的`,
        en: [
          `${path} is not JSON near line ${line}${what}. A comma or a quote may `,
          `be missing, a comma may stand behind the last item, or a quote or a `,
          `colon is a Chinese one`,
        ].join(''),
      },
      { cause },
    );
  }
}

/**
 * Puts the settings of a file into the environment of this process; what is set there already
 * stays. A file that is not there sets nothing. @throws UserError when it cannot be read.
 */
export function loadSettings(path = '.env'): void {
  const text = isThere(path) ? readTextFile(path) : '';
  for (const [name, value] of Object.entries(parseEnv(text))) env[name] ??= value;
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    const why = REASONS[code] ?? { zh: code, en: code };
    throw new UserError(
      { zh: `${path} 打不开：${why.zh}`, en: `${path} cannot be opened: ${why.en}` },
      { cause },
    );
  }
}

const REASONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ENOENT: { zh: '没有这个文件', en: 'there is no such file' },
  EISDIR: { zh: '这是一个文件夹', en: 'it is a folder' },
  EACCES: { zh: '没有权限', en: 'it may not be read' },
};

function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
}

/** The text of some bytes; undefined where no encoding fits. */
export function decoded(bytes: Buffer): string | undefined {
  const encoding = encodingByMark(bytes) ?? encodingByZeros(bytes);
  const candidates = encoding === undefined ? ['utf-8', 'gb18030'] : [encoding];
  for (const one of candidates) {
    const text = decodedAs(one, bytes);
    // No text file holds it; where one does, it was read wrongly.
    if (text !== undefined && !text.includes('\0')) return text;
  }
  return undefined;
}

function encodingByMark(bytes: Buffer): string | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** In UTF-16 every other byte of Latin letters and of line ends is zero. */
function encodingByZeros(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 1_000);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return undefined;
  return odd >= even ? 'utf-16le' : 'utf-16be';
}

/** Without a byte order mark, where it begins with one. */
function decodedAs(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The line at which a parser stopped, and what stands there. */
function placeOf(error: unknown, text: string): { readonly line: number; readonly what: string } {
  const at = positionOf(error instanceof Error ? error.message : '', text) ?? text.length;
  const line = text.slice(0, at).split('\n').length;
  const found = text.slice(at, at + 1).trim();
  return { line, what: found === '' ? '' : `（${found}）` };
}

/** Where the parser says that it stopped: by a position, or by what it found amid its surroundings. */
function positionOf(message: string, text: string): number | undefined {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, found = '', around = ''] =
    /^Unexpected token '(.)', (?:\.\.\.)?"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/u.exec(
      message,
    ) ?? [];
  const start = around === '' ? -1 : text.indexOf(around);
  return start < 0 ? undefined : start + around.indexOf(found);
}
