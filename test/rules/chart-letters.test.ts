import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { chartBytes, drawable } from '../../adapters/documents/charts.ts';

/** The grey of each point of a picture, row by row: PNG of 8 bits with or without transparency. */
function pointsOf(png: Uint8Array): { readonly width: number; readonly points: Uint8Array } {
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const size = png[25] === 6 ? 4 : 3;
  const data: Uint8Array[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (type === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const raw = inflateSync(Buffer.concat(data));
  const row = width * size;
  const bytes = new Uint8Array(height * row);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < row; x++) {
      const left = x < size ? 0 : (bytes[y * row + x - size] ?? 0);
      const up = y === 0 ? 0 : (bytes[(y - 1) * row + x] ?? 0);
      const corner = x < size || y === 0 ? 0 : (bytes[(y - 1) * row + x - size] ?? 0);
      const filter = raw[y * (row + 1)] ?? 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      bytes[y * row + x] = ((raw[y * (row + 1) + 1 + x] ?? 0) + guess) & 255;
    }
  return { width, points: bytes.filter((_, at) => at % size === 1) };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
  if (a === undefined || b === undefined || c === undefined) return 0;
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The head of a picture with this title, where nothing else is drawn. */
function headOf(title: string): string {
  const { width, points } = pointsOf(chartBytes({ kind: 'charts', title, charts: [] }));
  return Buffer.from(points.subarray(0, width * 96)).toString('base64');
}

test('letters are drawn, each as itself and none as a box', () => {
  const [nothing, box] = [headOf(''), headOf('□')];
  const drawn = [...'参人月7'].map(headOf);
  expect(new Set([nothing, box, ...drawn]).size).toBe(drawn.length + 2);
});

test('a character that the font lacks is seen to be missing', () => {
  expect(drawable('𠮷先生的𠮷日')).toBe('□先生的□日');
  expect(headOf('𠮷')).toBe(headOf('□'));
  expect(headOf('□')).not.toBe(headOf(''));
});

/** All files of texts for people; what people say themselves is in others. */
function textsIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return textsIn(path);
    const isSaid = /(^|\/)texts(\.ts|\/)/.test(path) && !/phrases|wording/.test(name);
    return isSaid ? [path] : [];
  });
}

test('the font has every letter of the texts', () => {
  const folder = fileURLToPath(new URL('../../src/features', import.meta.url));
  const files = textsIn(folder);
  expect(files.length).toBeGreaterThan(20);
  const letters = new Set(
    files.flatMap((file) => readFileSync(file, 'utf8').match(/\p{Script=Han}/gu) ?? []),
  );
  expect(letters.size).toBeGreaterThan(500);
  expect([...letters].filter((letter) => drawable(letter) !== letter)).toEqual([]);
});
