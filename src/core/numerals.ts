import { fold } from './line.ts';

/*
 * The one reader of numbers as people write them: ASCII or full-width digits, and Chinese numerals
 * from 一 to 九千九百九十九万九千九百九十九. `两` stands for 2 where people say it (两, 两百), 廿 and 卅 for
 * 20 and 30, `一百五` for 150 as it is spoken. Runs that name two numbers (`三四`) or a row of digits
 * (`二〇二六`) are none.
 */

const ONE = '[一二三四五六七八九]';
const FIRST = '[一二两三四五六七八九]';
const ZERO = '[零〇]';

/** What may follow a hundred, a thousand or ten thousand: `五`, `五十`, `零五`. */
const TENS = `(?:${ONE}?十${ONE}?|[廿卅]${ONE}?)`;
const HUNDREDS = `(?:${FIRST}?百(?:${ZERO}?${TENS}|${ZERO}?${ONE})?)`;
const THOUSANDS = `(?:${FIRST}千(?:${ZERO}?(?:${HUNDREDS}|${TENS})|${ZERO}?${ONE})?)`;
const BELOW_TEN_THOUSAND = `(?:${THOUSANDS}|${HUNDREDS}|${TENS}|${FIRST})`;
const BEHIND = `(?:${ZERO}?(?:${THOUSANDS}|${HUNDREDS}|${TENS})|${ZERO}?${ONE})`;
const WHOLE = `(?:${BELOW_TEN_THOUSAND}万${BEHIND}?|${BELOW_TEN_THOUSAND})`;

/** Every character that can stand in a Chinese numeral. */
const CHARACTERS = '零〇一二两三四五六七八九十廿卅百千万';

/**
 * Source of a regular expression for a number of at most so many digits, or in Chinese numerals
 * from 一 on. A run of numerals matches as a whole or not at all. It captures nothing.
 */
export function numberSource(digits: number): string {
  return `(?:\\d{1,${digits}}|(?<![${CHARACTERS}])${WHOLE}(?![${CHARACTERS}]))`;
}

const wholly = new RegExp(`^(?:${ZERO}|${ZERO}?${WHOLE})$`);

/** 九千九百九十九万九千九百九十九 has 15 characters; a longer run is no number. */
const LONGEST = 15;

/** The value of `12`, `１２`, `十二`, `零`, `零五`; NaN for a text that is not one whole number. */
export function readNumber(text: string): number {
  if (text.length > LONGEST) return Number.NaN;
  const folded = fold(text);
  if (/^\d+$/.test(folded)) return Number(folded);
  return wholly.test(folded)
    ? valueIn(folded.replaceAll('廿', '二十').replaceAll('卅', '三十'))
    : Number.NaN;
}

const UNITS = [
  ['万', 10_000],
  ['千', 1_000],
  ['百', 100],
  ['十', 10],
] as const;

function valueIn(numeral: string): number {
  for (const [sign, unit] of UNITS) {
    const at = numeral.indexOf(sign);
    if (at >= 0)
      return beforeUnit(numeral.slice(0, at)) * unit + behind(numeral.slice(at + 1), unit);
  }
  return digitOf(numeral.at(-1) ?? '');
}

/** 十 and 百 may stand without a one before them. */
function beforeUnit(numeral: string): number {
  return numeral === '' || numeral === '零' || numeral === '〇' ? 1 : valueIn(numeral);
}

/** The 五 of 一百五 is 50, that of 十五 and of 一百零五 is 5. */
function behind(numeral: string, unit: number): number {
  if (numeral === '') return 0;
  const isShort = numeral.length === 1 && unit > 10;
  return isShort ? (digitOf(numeral) * unit) / 10 : valueIn(numeral);
}

function digitOf(character: string): number {
  if (character === '〇') return 0;
  return '零一二三四五六七八九'.indexOf(character === '两' ? '二' : character);
}
