/*
 * What no group may read: phone, ID and bank numbers, however they are typed: full-width, in
 * Chinese digits, in circles, with blanks, dashes or dots between.
 */

/**
 * What may stand between two digits of one number: signs and blanks, never a letter or a Chinese
 * character.
 */
const LONGEST_GAP = 3;
/** Dashes, dots and blanks alone are no text, however many there are: `138----0013----8000`. */
const DRAWN_OUT = /^[\s\-－‐‑–—_.·•~～]{1,12}$/u;
/** Numbers of at least so many digits are a bank card, an account or an ID. */
const LONG = 15;
/**
 * The shortest number that is hidden: a landline's without its area code, where words before it say
 * what it is.
 */
const SHORTEST = 7;
const SAID_TO_BE_A_PHONE =
  /(?:电话|電話|座机|座機|固话|固話|宅电|宅電|手机|手機|号码|號碼|联系(?:方式|我)?|聯繫(?:我)?|打给我|打给|打我|找我|call(?: me)?(?: at)?|(?:我的|我|家里)号|拨打?|致电|☎️?|📞|📱|tel|phone|mobile|whatsapp)[是为為:：.\s]{0,3}$/iu;
const CALLED_A_PHONE_BEHIND =
  /^\s?[(（]?(?:这是|是)?(?:我|家里|我家|单位|办公室)?的?(?:电话|座机|固话|宅电|手机|tel\b|phone)/iu;

interface Digit {
  readonly value: number;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * A text with its phone, ID and bank numbers unreadable (`138****5621`); those of `except` stay.
 */
export function masked(text: string, except: readonly string[] = []): string {
  const once = maskedOnce(text, except);
  // What is hidden may have kept two numbers apart that look like one without it. Each round hides
  // more, so it ends.
  return once === text ? text : masked(once, except);
}

function maskedOnce(text: string, except: readonly string[]): string {
  const digits = digitsOf(text);
  if (digits.length < SHORTEST) return text;
  const kept = except.flatMap(
    (one) =>
      digitsOf(one)
        .map(({ value }) => value)
        .join('') || [],
  );
  const hidden = runsOf(digits, text).flatMap((run) => hiddenIn(run, text, kept));
  return starred(text, hidden);
}

/** Whether a text holds such a number. */
export function holdsPrivateNumber(text: string): boolean {
  return maskedOnce(text, []) !== text;
}

const CHINESE = new Map<string, number>();
for (const [value, characters] of [
  '〇零○',
  '一壹幺么',
  '二贰貳两兩',
  '三叁參',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
].entries())
  for (const character of characters) CHINESE.set(character, value);

/** Moments such as `9:00` and `2026-11-25`, which are no part of a number. */
const TIME = /(?<![\d:：])(?:[01]?\d|2[0-4])[:：][0-5]\d(?![\d:：])/;
const DATE = /(?<![\d-])20\d\d-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01])(?![\d-])/;
const MOMENTS = new RegExp(`${TIME.source}|${DATE.source}`, 'g');

function digitsOf(text: string): readonly Digit[] {
  const digits: Digit[] = [];
  let start = 0;
  for (const character of text) {
    const value = digitOf(character);
    if (value !== undefined) digits.push({ value, start, end: start + character.length });
    start += character.length;
  }
  if (digits.length < SHORTEST) return digits;
  const moments = [...text.matchAll(MOMENTS)].map(
    (found) => [found.index, found.index + found[0].length] as const,
  );
  return digits.filter(
    (digit) => !moments.some(([from, to]) => digit.start >= from && digit.start < to),
  );
}

const MOST_KNOWN = 20_000;
const known = new Map<string, number | undefined>();

function digitOf(character: string): number | undefined {
  if (character >= '0' && character <= '9') return Number(character);
  if (character.charCodeAt(0) < 0x80) return undefined;
  if (known.has(character)) return known.get(character);
  const value = digitValue(character);
  if (known.size < MOST_KNOWN) known.set(character, value);
  return value;
}

function digitValue(character: string): number | undefined {
  const chinese = CHINESE.get(character);
  if (chinese !== undefined) return chinese;
  const plain = character.normalize('NFKC');
  if (/^\d$/.test(plain)) return Number(plain);
  return /^\p{Nd}$/u.test(character) ? valueInScript(character) : undefined;
}

/** Digits of every script stand in tens, beginning with their zero. */
function valueInScript(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** Digits that belong together. */
function runsOf(digits: readonly Digit[], text: string): readonly (readonly Digit[])[] {
  const runs: Digit[][] = [];
  for (const digit of digits) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const gap = last && text.slice(last.end, digit.start);
    if (run && gap !== undefined && joins(gap)) run.push(digit);
    else runs.push([digit]);
  }
  return runs;
}

function joins(gap: string): boolean {
  if (gap.length <= LONGEST_GAP) return !/[\p{L}\p{N}#＃]/u.test(gap);
  return DRAWN_OUT.test(gap);
}

function hiddenIn(run: readonly Digit[], text: string, kept: readonly string[]): readonly Digit[] {
  const values = run.map(({ value }) => value).join('');
  if (kept.includes(values)) return [];
  const hidden: Digit[] = [];
  if (run.length >= LONG && !isList(run, text)) hidden.push(...run.slice(2, -2));
  if (isLandline(values, run, text) && !isList(run, text)) hidden.push(...run.slice(3, -3));
  if (/^[2-9]\d{6,7}$/.test(values) && isSaidToBePhone(run, text)) hidden.push(...run.slice(2, -2));
  for (let at = 0; at + 11 <= run.length; at++) {
    if (!/^1[3-9]/.test(values.slice(at, at + 2))) continue;
    const phone = run.slice(at, at + 11);
    if (!isList(phone, text) && !kept.includes(values.slice(at, at + 11)))
      hidden.push(...phone.slice(3, 7));
  }
  return hidden;
}

/** With its area code, its country's, or behind a plus. */
function isLandline(values: string, run: readonly Digit[], text: string): boolean {
  if (/^0\d{9,11}$|^(?:00)?860?[2-9]\d{8,10}$/.test(values)) return true;
  if (/^(?:00)?861[3-9]\d{9}$/.test(values)) return false;
  // Hong Kong and Macau, Taiwan: with the country's number, with or without a plus.
  if (/^(?:00)?85[23][2-9]\d{7}$|^(?:00)?886[2-9]\d{7,8}$/.test(values)) return true;
  const start = run[0]?.start ?? 0;
  const isAbroad = /[+＋]\s?[(（]?$/u.test(text.slice(Math.max(0, start - 3), start));
  return (isAbroad && /^\d{9,14}$/.test(values)) || isCutLikePhone(values, run, text);
}

/** 551-62345678: three digits, a dash, and a landline's seven or eight. */
function isCutLikePhone(values: string, run: readonly Digit[], text: string): boolean {
  if (!/^[2-9]\d{9,10}$/.test(values)) return false;
  const [third, fourth] = [run[2], run[3]];
  const gap = third === undefined ? '' : text.slice(third.end, fourth?.start);
  const others = run.slice(3).every((one, at, all) => at === 0 || all[at - 1]?.end === one.start);
  return /^\s?[-－—)）]\s?$/u.test(gap) && others;
}

/** By the words before it, or right behind it. */
function isSaidToBePhone(run: readonly Digit[], text: string): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return false;
  const before = text.slice(Math.max(0, first.start - 14), first.start);
  const behind = text.slice(last.end, last.end + 12);
  return SAID_TO_BE_A_PHONE.test(before) || CALLED_A_PHONE_BEHIND.test(behind);
}

/** `13、15、18、20` are several numbers: list signs between pieces of two digits. */
function isList(run: readonly Digit[], text: string): boolean {
  const pieces: number[] = [1];
  let listed = false;
  for (const [index, digit] of run.entries()) {
    const before = run[index - 1];
    if (before === undefined) continue;
    const gap = text.slice(before.end, digit.start);
    if (gap === '') pieces[pieces.length - 1] = (pieces.at(-1) ?? 0) + 1;
    else pieces.push(1);
    listed ||= /[、,，;；/|\n]/.test(gap);
  }
  return listed && pieces.slice(1, -1).some((length) => length === 2);
}

function starred(text: string, hidden: readonly Digit[]): string {
  let result = '';
  let from = 0;
  for (const { start, end } of [...hidden].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    result += `${text.slice(from, start)}*`;
    from = end;
  }
  return result + text.slice(from);
}
