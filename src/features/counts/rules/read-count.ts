import { fold } from '../../../core/line.ts';
import { shownName } from '../../../core/names.ts';
import { readNumber } from '../../../core/numerals.ts';
import { addDays, dateOf, daysIn, endOfDay, isoDate, monthOf } from '../../../core/time.ts';
import type { Count } from '../records.ts';

/** What somebody says that was counted. */
export interface SaidCount {
  readonly name: string;
  readonly kind: Count['kind'];
  readonly amount: number;
  readonly whole?: number;
  readonly measure: string;
  readonly day: number;
  /** It ends with a number and a measure word, or is a level: nobody says that by the way. */
  readonly isPlain: boolean;
}

/** A count that is set right, or struck; of the last one of its name, or of that of a day. */
export interface SaidMending {
  readonly name: string;
  /** The end of the day whose count is meant; the last one where none is said. */
  readonly day: number | undefined;
  readonly to: { readonly amount: number; readonly whole?: number } | 'struck';
  readonly why: string;
}

export type ReadCount =
  | { readonly kind: 'count'; readonly count: SaidCount }
  | { readonly kind: 'mending'; readonly mending: SaidMending }
  | { readonly kind: 'refused'; readonly why: 'form' | 'reason' | 'whole' | 'future' };

interface When {
  readonly now: number;
  readonly zone: string;
}

const LARGEST = 999_999_999;
const DIGITS = '\\d{1,9}';
const MEASURE = '[\\p{Script=Han}]{1,3}';
const PLAIN = new RegExp(`^(?<name>.*?)(?<amount>${DIGITS})(?<measure>${MEASURE})$`, 'u');
const BARE = new RegExp(`^(?<amount>${DIGITS})$`);
const NUMERAL = /^(?<numeral>[一二两三四五六七八九十百千万零]+)(?<measure>[\p{Script=Han}]{1,2})$/u;
const PART = new RegExp(
  `^(?<name>.*?)(?<amount>${DIGITS})/(?<whole>${DIGITS})(?<measure>${MEASURE})?$`,
  'u',
);
const LEVEL = /^现有$/;
const CORRECTS = /^(?:改为|改成|更正为?|应为)(?<rest>.*)$/;
const STRIKES = /^(?:划掉|作废|删掉|去掉)(?<rest>.*)$/;

/** `健康教育 1次`, `建档 66379/68400`, `现有 覆盖人数 60000`, `健康教育 改为 2次 数错了`. */
export function readCount(said: string, when: When): ReadCount {
  const words = said
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const folded = words.map((word) => fold(word));
  const mends = folded.findIndex((word) => CORRECTS.test(word) || STRIKES.test(word));
  if (mends > 0) return readMending(words, folded, mends, when);
  const { left, day } = withoutDay(words, when);
  if (day !== undefined && day > endOfDay(dateOf(when.now, when.zone), when.zone))
    return { kind: 'refused', why: 'future' };
  return readPlain(left, day ?? when.now);
}

function readPlain(words: readonly string[], day: number): ReadCount {
  const isLevel = LEVEL.test(fold(words[0] ?? ''));
  const rest = isLevel ? words.slice(1) : words;
  const said = amountIn(rest.at(-1) ?? '');
  const name = shownName([...rest.slice(0, -1), said?.name ?? ''].join(' ').trim(), '');
  if (said === undefined || name === '') return { kind: 'refused', why: 'form' };
  const { amount, whole, measure } = said;
  if (whole !== undefined && (whole === 0 || amount > whole))
    return { kind: 'refused', why: 'whole' };
  const kind = isLevel || whole !== undefined ? 'level' : 'added';
  const isPlain = kind === 'level' || measure !== '';
  const count: SaidCount = {
    name,
    kind,
    amount,
    ...(whole === undefined ? {} : { whole }),
    measure: measure === '' && kind === 'added' ? '次' : measure,
    day,
    isPlain,
  };
  return { kind: 'count', count };
}

interface Amount {
  /** What stood before it without a blank. */
  readonly name: string;
  readonly amount: number;
  readonly whole?: number;
  readonly measure: string;
}

function amountIn(word: string): Amount | undefined {
  const text = fold(word).replace(/(?<=\d),(?=\d{3})/g, '');
  const isSameLength = text.length === word.length;
  const named = (name = '') => (isSameLength ? word.slice(0, name.length) : name);
  const part = PART.exec(text)?.groups;
  if (part !== undefined) {
    const { name, amount, whole, measure = '' } = part;
    return { name: named(name), amount: Number(amount), whole: Number(whole), measure };
  }
  const plain = PLAIN.exec(text)?.groups ?? BARE.exec(text)?.groups;
  if (plain !== undefined) {
    const { name, amount, measure = '' } = plain;
    return { name: named(name), amount: Number(amount), measure };
  }
  const numeral = NUMERAL.exec(text)?.groups;
  const amount = readNumber(numeral?.['numeral'] ?? '');
  return numeral === undefined || !(amount <= LARGEST)
    ? undefined
    : { name: '', amount, measure: numeral['measure'] ?? '' };
}

function readMending(
  words: readonly string[],
  folded: readonly string[],
  at: number,
  when: When,
): ReadCount {
  const { left, day } = withoutDay(words.slice(0, at), when);
  const name = shownName(left.join(' '), '');
  if (name === '') return { kind: 'refused', why: 'form' };
  const strikes = STRIKES.exec(folded[at] ?? '')?.groups;
  const glued = (strikes ?? CORRECTS.exec(folded[at] ?? '')?.groups)?.['rest'] ?? '';
  const rest = [...(glued === '' ? [] : [glued]), ...words.slice(at + 1)];
  const to = strikes === undefined ? newAmount(rest[0] ?? '') : 'struck';
  if (to === 'form' || to === 'whole') return { kind: 'refused', why: to };
  const why = rest.slice(to === 'struck' ? 0 : 1).join(' ');
  return why === ''
    ? { kind: 'refused', why: 'reason' }
    : { kind: 'mending', mending: { name, day, to, why } };
}

/** What a count is set to, or why it cannot be. */
function newAmount(word: string): Exclude<SaidMending['to'], 'struck'> | 'form' | 'whole' {
  const said = amountIn(word);
  if (said === undefined || said.name !== '') return 'form';
  const { amount, whole } = said;
  if (whole === undefined) return { amount };
  return whole === 0 || amount > whole ? 'whole' : { amount, whole };
}

const MONTH_AND_DAY = /^(?:(20\d\d)年)?(1[0-2]|0?[1-9])月(3[01]|[12]\d|0?[1-9])[日号]$/;
const DAY_ALONE = /^(3[01]|[12]\d|0?[1-9])[日号]$/;
const DAYS_AGO: Readonly<Record<string, number>> = { 今天: 0, 昨天: 1, 昨日: 1, 前天: 2 };

/** A day that has been, at its front or its end: `11月5日`, `5日`, `昨天`. Its moment is its end. */
function withoutDay(
  words: readonly string[],
  when: When,
): { readonly left: readonly string[]; readonly day: number | undefined } {
  for (const at of [words.length - 1, 0]) {
    const date = dayIn(fold(words[at] ?? ''), when);
    if (date !== undefined && words.length > 1)
      return {
        left: words.filter((_, index) => index !== at),
        day: Math.min(endOfDay(date, when.zone) - 1, latest(date, when)),
      };
  }
  return { left: words, day: undefined };
}

/** Today's count is of this moment. */
function latest(date: string, { now, zone }: When): number {
  return date === dateOf(now, zone) ? now : Number.POSITIVE_INFINITY;
}

function dayIn(word: string, { now, zone }: When): string | undefined {
  const today = dateOf(now, zone);
  const ago = DAYS_AGO[word];
  if (ago !== undefined) return addDays(today, -ago);
  const { year, month } = monthOf(today);
  const [, saidYear, saidMonth, saidDay] = MONTH_AND_DAY.exec(word) ?? [];
  if (saidMonth !== undefined && saidDay !== undefined) {
    const inYear = (one: number) => dateIn(one, Number(saidMonth), Number(saidDay));
    const here = inYear(saidYear === undefined ? year : Number(saidYear));
    return saidYear === undefined && here !== undefined && here > today ? inYear(year - 1) : here;
  }
  const [, alone] = DAY_ALONE.exec(word) ?? [];
  if (alone === undefined) return undefined;
  const here = dateIn(year, month, Number(alone));
  if (here !== undefined && here <= today) return here;
  return month === 1 ? dateIn(year - 1, 12, Number(alone)) : dateIn(year, month - 1, Number(alone));
}

function dateIn(year: number, month: number, day: number): string | undefined {
  return day > daysIn(year, month) ? undefined : isoDate(year, month, day);
}
