import { readNumber } from '../../../../core/numerals.ts';

/** A number that begins an entry of a pasted list: `1.`, `2、`, `③`, `(4)`, `5️⃣`, `六、`, `7 `. */
export interface Mark {
  /** Where it begins, and where its entry does. */
  readonly start: number;
  readonly end: number;
  readonly number: number;
  /** It may also stand in the middle of a line, and needs no name behind it to be one. */
  readonly strong: boolean;
}

/** First characters of the rows of numbers that Unicode has as one character. */
const rows: readonly (readonly [number, number])[] = [
  [0x2460, 20], // ①
  [0x2474, 20], // ⑴
  [0x2488, 20], // ⒈
  [0x2776, 10], // ❶
  [0x2780, 10], // ➀
  [0x278a, 10], // ➊
];
const chinese = '一二三四五六七八九十';
const keycap = '\u20e3';

/** Whether a message may hold a mark. */
export function mayHoldMarks(text: string): boolean {
  return /[\p{N}一二三四五六七八九十]/u.test(text);
}

/** The mark that begins exactly at a position of a folded line. */
export function markAt(line: string, start: number): Mark | undefined {
  const code = line.charCodeAt(start);
  const row = rows.find(([first, count]) => code >= first && code < first + count);
  if (row !== undefined) return strong(start, afterDots(line, start + 1), code - row[0] + 1);
  return bracketed(line, start) ?? digits(line, start) ?? inChinese(line, start);
}

/** The next strong mark with this number that stands apart from what is before it. */
export function nextMark(line: string, from: number, number: number): Mark | undefined {
  for (let at = from; at < line.length; at++) {
    const before = line.charCodeAt(at - 1);
    if (at > 0 && isDigit(before)) continue;
    if (at > 0 && (line[at - 1] === '.' || line[at - 1] === '-')) continue;
    const mark = markAt(line, at);
    if (mark?.strong && mark.number === number) return mark;
  }
  return undefined;
}

function strong(start: number, end: number, number: number): Mark {
  return { start, end, number, strong: true };
}

/** `(1)`, `[1]`, `【1】`. */
function bracketed(line: string, start: number): Mark | undefined {
  const close = { '(': ')', '[': ']', '【': '】' }[line[start] ?? ''];
  if (close === undefined) return undefined;
  const end = digitsEnd(line, start + 1);
  return end > start + 1 && line[end] === close
    ? strong(start, afterDots(line, end + 1), Number(line.slice(start + 1, end)))
    : undefined;
}

function digits(line: string, start: number): Mark | undefined {
  const end = digitsEnd(line, start);
  if (end === start || end - start > 3) return undefined;
  const number = Number(line.slice(start, end));
  const cap = line[end] === '\ufe0f' ? end + 1 : end;
  if (line[cap] === keycap) return strong(start, afterDots(line, cap + 1), number);
  const sign = skipBlanks(line, end);
  const next = line[sign + 1] ?? '';
  const dotted = '.、):,．。'.includes(line[sign] ?? '\n');
  // `8:00`, `11.25` and `2026.11` are times and dates; behind `、` and `)` a digit is no harm.
  if (dotted && !(isDigit(next.charCodeAt(0)) && !'、)'.includes(line[sign] ?? '')))
    return strong(start, afterDots(line, sign + 1), number);
  if (line[sign] === '-' && !isDigit(next.charCodeAt(0)))
    return { start, end: sign + 1, number, strong: false };
  return sign === line.length || !isDigit(line.charCodeAt(sign))
    ? { start, end: sign, number, strong: false }
    : undefined;
}

/** `三、`, `十二、`. */
function inChinese(line: string, start: number): Mark | undefined {
  let end = start;
  while (end - start < 3 && chinese.includes(line[end] ?? '\n')) end++;
  if (end === start || !'、.'.includes(line[end] ?? '\n')) return undefined;
  const number = readNumber(line.slice(start, end));
  return Number.isNaN(number) ? undefined : { start, end: end + 1, number, strong: false };
}

function afterDots(line: string, from: number): number {
  let at = from;
  while (' .、):,'.includes(line[at] ?? '\n')) at++;
  return at;
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at++;
  return at;
}

function digitsEnd(line: string, from: number): number {
  let at = from;
  while (isDigit(line.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
