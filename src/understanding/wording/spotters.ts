import { MOST_HEADS } from '../../core/arguments.ts';
import { numberSource, readNumber } from '../../core/numerals.ts';
import type { Spotter } from './clauses.ts';
import type { WordingSituation } from './situation.ts';

/*
 * Words that follow a rule: counts, days, hours, numbers of subjects. Each pattern is tried at one
 * place only and has no nested repetition.
 */

const NUMERAL =
  '(?:[1-9]\\d?|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九俩仨])';
const DIGITS = '一二三四五六七八九';

/** The value of a numeral up to 99. */
export function numeralValue(text: string): number {
  const word = text.replace('俩', '二').replace('仨', '三').replace('两', '二');
  if (/^\d+$/.test(word)) return Number(word);
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word];
  const digit = (one: string | undefined) => DIGITS.indexOf(one || '零') + 1;
  return word.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 + digit(ones) : digit(ones);
}

const COUNT = new RegExp(
  `(?:一共|总共|共计|总计|共|合计|全家|一家)?(?:(${NUMERAL})(?:个名额|个位置|个位子|个人|个大人|人|位|名|口子|口|个)|([俩仨])(?:人|个)?|(娘俩|爷俩|娘儿俩|爷儿俩|两口子|老两口|小两口|夫妻俩|夫妻两个))`,
  'uy',
);
/** A hundred and more: said of people only. */
const MANY = new RegExp(`(?:一共|总共|共)?(${numberSource(4)})(?:个人|人|位|名)`, 'uy');
const PLUS = new RegExp(
  `(?:\\+|(?<![^])加(?=[^]{1,2}$)) ?(${NUMERAL})(?![\\d号楼元月日点:])(?:个人|人|位|名|个)?`,
  'uy',
);

export const count: Spotter = (folded, at) => {
  const pair = stickyMatch(COUNT, folded, at);
  if (pair !== undefined) {
    const value = pair[3] === undefined ? numeralValue(pair[1] ?? pair[2] ?? '') : 2;
    return { end: at + pair[0].length, senses: [{ role: 'count', value }] };
  }
  const many = stickyMatch(MANY, folded, at);
  if (many === undefined) return undefined;
  const value = readNumber(many[1] ?? '');
  if (value < 100) return undefined;
  return { end: at + many[0].length, senses: [{ role: 'count', value }] };
};

/** `+2`: sign-up and count in one. */
export const plus: Spotter = (folded, at) => {
  const found = stickyMatch(PLUS, folded, at);
  const before = folded.slice(0, at).trimEnd();
  const isAdded = /[\p{N}a-z]$/u.test(before) && !/(?:^|[^a-z0-9])e\d{1,6}$/.test(before);
  if (found === undefined || isAdded) return undefined;
  const value = numeralValue(found[1] ?? '');
  // `+99` is a joke.
  if (value > MOST_HEADS) return undefined;
  return { end: at + found[0].length, senses: [{ role: 'plus', value }] };
};

const MINUS = new RegExp(`- ?(${NUMERAL})(?![\\d号楼元月日点:度℃])(?:个人|人|位|名|个)?`, 'uy');

/** `-1`: the sign of who withdraws, with the count. */
export const minus: Spotter = (folded, at) => {
  const found = stickyMatch(MINUS, folded, at);
  if (found === undefined || /[\d.]$/.test(folded.slice(0, at).trimEnd())) return undefined;
  const value = numeralValue(found[1] ?? '');
  return { end: at + found[0].length, senses: [{ role: 'minus', value }] };
};

const MORE = new RegExp(
  `(?:再|又|还|另外|另)?(?:多)?(?:加|带|添)(?:上)?(${NUMERAL})(?:个人|个|人|位|名|口)`,
  'uy',
);

/** 再加一个: more than before. */
export const more: Spotter = (folded, at) => {
  const found = stickyMatch(MORE, folded, at);
  return (
    found && {
      end: at + found[0].length,
      senses: [{ role: 'more', value: numeralValue(found[1] ?? '') }],
    }
  );
};

const KIN = new RegExp(
  `(?:带|带着|带上|带了)?(${NUMERAL})个?(?:娃|孩子|小孩|小朋友|宝宝|朋友|同事|同学|老人|家属|家人|邻居)`,
  'uy',
);

/** 带两个娃: so many come along. */
export const companions: Spotter = (folded, at) => {
  const found = stickyMatch(KIN, folded, at);
  return (
    found && {
      end: at + found[0].length,
      senses: [{ role: 'kin', value: numeralValue(found[1] ?? '') }],
    }
  );
};

const DENIED = new RegExp(`(?:不是|不再是|而不是) ?(?:${NUMERAL})(?:个人|人|个|位|名)?`, 'uy');

/** 不是两个: what was said before, and is wrong. */
export const denied: Spotter = (folded, at) => {
  const found = stickyMatch(DENIED, folded, at);
  return found && { end: at + found[0].length, senses: [{ role: 'filler' }] };
};

const AGE = new RegExp(`(?:今年)?(?:${NUMERAL})(?:周)?岁(?:半)?`, 'uy');

/** 9岁 says nothing of who comes. */
export const age: Spotter = (folded, at) => {
  const found = stickyMatch(AGE, folded, at);
  return found && { end: at + found[0].length, senses: [{ role: 'filler' }] };
};

const ADDRESS =
  /(?:住在?|在)?(?:\d{1,4}|[一二三四五六七八九十]{1,3})(?:号楼|号院|栋|幢|单元|室)(?:的)?/y;

/** 3号楼的: where somebody lives says nothing of who comes. */
export const address: Spotter = (folded, at) => {
  const found = stickyMatch(ADDRESS, folded, at);
  return found && { end: at + found[0].length, senses: [{ role: 'where' }] };
};

const NUMBER = /([1-9]\d?)(?![\d.:])/y;

/** A number alone, which some words take for a count. */
export const number: Spotter = (folded, at) => {
  if (/\d/.test(folded[at - 1] ?? '')) return undefined;
  const found = stickyMatch(NUMBER, folded, at);
  return (
    found && {
      end: at + found[0].length,
      senses: [{ role: 'number', value: numeralValue(found[1] ?? '') }],
    }
  );
};

const HOUR =
  /(?:上午|下午|早上|早晨|晚上|中午|傍晚)?(?:\d{1,2}[:：]\d{2}|(?:\d{1,2}|[一二两三四五六七八九十]{1,2})点(?:半|钟|一刻|\d{1,2}分?)?)|上午|下午|早上|早晨|晚上|中午|傍晚/y;

export const hours: Spotter = (folded, at) => {
  const found = stickyMatch(HOUR, folded, at);
  return found && { end: at + found[0].length, senses: [{ role: 'time', value: found[0] }] };
};

/** What is counted, so that the number before it names nothing: 12 个任务, 1 号楼. */
const COUNTED =
  '[\\d:号楼栋幢个人位名月日点元块线路弄室层年岁斤米次天份杯%=*/+万百千场家条批单队半项件本页期组轮步瓶箱包袋里公碗盒只张台辆篇章题节趟遍圈套户间棵分会群]|单元|小时|周(?![一二三四五六日天末])|-\\d';
const NUMBERED = new RegExp(
  `([ep])(\\d{1,6})(?!\\d)|#(\\d{1,6})(?!\\d)|(\\d{1,6})号(?!\\s*[楼栋幢线路院柜桌门口窗厅室馆坑位台站车库铺球场机房床选地])|(\\d{1,6})(?!\\s*(?:${COUNTED}))`,
  'y',
);

/** A numeral at the end of its clause, or with 号 behind it: 满意一, 二号清完了. */
const SPELLED =
  /([一二两三四五六七八九十]{1,3})(?:号(?![楼栋幢线路院柜桌门口窗厅室馆坑位台站车库铺球场机房床选地])|(?=[^\p{L}\p{N}]|$))/uy;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';

/** `E7`, `#12`, `12号`, `12`, `①`: where there is such a subject. */
export function numbers({ subjects }: WordingSituation): Spotter {
  const senses = (letter: string, number: number) =>
    subjects
      .filter((one) => one.letter === letter && one.number === number)
      .map((value) => ({ role: 'subject', value }) as const);
  return (folded, at) => {
    const { end, letter, number } = numberAt(folded, at) ?? {};
    const those = number === undefined ? [] : senses(letter ?? '#', number);
    return end === undefined || those.length === 0 ? undefined : { end, senses: those };
  };
}

interface NumberSaid {
  readonly end: number;
  readonly letter: string;
  readonly number: number;
}

function numberAt(folded: string, at: number): NumberSaid | undefined {
  const circled = CIRCLED.indexOf(folded[at] ?? ' ') + 1;
  if (circled > 0) return { end: at + 1, letter: '#', number: circled };
  const spelled = stickyMatch(SPELLED, folded, at);
  if (spelled !== undefined)
    return { end: at + spelled[0].length, letter: '#', number: numeralValue(spelled[1] ?? '') };
  const found = stickyMatch(NUMBERED, folded, at);
  if (found === undefined || /[\d+=*/.-]/.test(folded[at - 1] ?? '')) return undefined;
  const number = Number(found[2] ?? found[3] ?? found[4] ?? found[5]);
  return { end: at + found[0].length, letter: found[1] ?? '#', number };
}

export function stickyMatch(
  pattern: RegExp,
  text: string,
  at: number,
): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
