import { readNumber } from '../numerals.ts';
import { isDigit } from './text.ts';

/** A number as it was written: `9`, `09`, `2026`, `二十五`, `廿五`, `零五`, `二〇二六`. */
export interface Numeral {
  /** NaN for a run of Chinese numerals that is no number, such as 三四 or 五一. */
  value: number;
  end: number;
  /** How many ASCII digits; 0 for Chinese numerals. */
  digits: number;
  /** Written with a zero in front: 09, 零五. */
  padded: boolean;
}

const ONES = '零一二三四五六七八九';
/** No hundreds: in 十点百家宴 the feast begins with its own name. */
const NUMERALS = `${ONES}〇两十廿卅`;

/**
 * The number at this place: up to four digits, or a run of Chinese numerals up to 99 (or a year,
 * digit by digit).
 */
export function numberAt(text: string, at: number): Numeral | undefined {
  let end = at;
  while (isDigit(text.charAt(end))) end++;
  if (end > at) {
    if (end - at > 4) return undefined;
    return {
      value: Number(text.slice(at, end)),
      end,
      digits: end - at,
      padded: end - at > 1 && text.charAt(at) === '0',
    };
  }
  while (end < text.length && NUMERALS.includes(text.charAt(end))) end++;
  if (end === at) return undefined;
  const run = text.slice(at, end).replaceAll('〇', '零');
  // 九点零5分: a spoken zero before a digit.
  if (run === '零' && isDigit(text.charAt(end)) && !isDigit(text.charAt(end + 1))) {
    return { value: Number(text.charAt(end)), end: end + 1, digits: 0, padded: true };
  }
  return { value: valueOfRun(run), end, digits: 0, padded: run.length > 1 && run.startsWith('零') };
}

/** Of a year said digit by digit, or of a number below a hundred. */
function valueOfRun(run: string): number {
  const isYear = run.length === 4 && [...run].every((one) => ONES.includes(one));
  return isYear ? Number([...run].map((one) => ONES.indexOf(one)).join('')) : readNumber(run);
}
