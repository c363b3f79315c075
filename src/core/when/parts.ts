import { type Found, longestFirst, wordAt } from './text.ts';

/** A part of the day. */
export type Part =
  | 'dawn'
  | 'morning'
  | 'forenoon'
  | 'noon'
  | 'afternoon'
  | 'dusk'
  | 'evening'
  | 'night';

interface PartMeaning {
  words: readonly string[];
  /**
   * The hours that may be said with it, on the 24-hour clock. 下午3点 is 15, the only one of 3 and 15
   * in 12–19.
   */
  first: number;
  last: number;
  /** What the part alone stands for, in hours, where a caller wants that. */
  span: readonly [number, number];
}

const MEANINGS: Record<Part, PartMeaning> = {
  dawn: { words: ['凌晨'], first: 0, last: 6, span: [0, 6] },
  morning: {
    words: ['早上', '早晨', '清晨', '清早', '一早', '早'],
    first: 4,
    last: 11,
    span: [6, 10],
  },
  forenoon: { words: ['上午', 'morning'], first: 5, last: 12, span: [8, 12] },
  noon: { words: ['中午', '正午'], first: 11, last: 14, span: [12, 14] },
  afternoon: { words: ['下午', '午后', 'afternoon'], first: 12, last: 19, span: [12, 18] },
  dusk: { words: ['傍晚', '黄昏'], first: 16, last: 20, span: [17, 19] },
  // 晚上12点 is the midnight that ends the day: hour 24.
  evening: {
    words: ['晚上', '夜晚', '晚间', '晚', 'evening'],
    first: 17,
    last: 24,
    span: [18, 22],
  },
  // To whose date 半夜12点 and 半夜1点 belong is anybody's guess, so only the hours before midnight.
  night: { words: ['深夜', '半夜', '午夜', '夜里', '夜间'], first: 20, last: 23, span: [20, 24] },
};

const PARTS = Object.keys(MEANINGS) as Part[];
const BY_WORD = new Map(
  PARTS.flatMap((part) => MEANINGS[part].words.map((word) => [word, part] as const)),
);
const WORDS = longestFirst(BY_WORD.keys());

/** Parts of one character, which are parts only in front of a clock time: 早9点, but not 早餐. */
export const SHORT_PARTS = WORDS.filter((word) => word.length === 1);

export function partAt(text: string, at: number): Found<Part> | undefined {
  const word = wordAt(text, at, WORDS);
  const part = word === undefined ? undefined : BY_WORD.get(word);
  return word === undefined || part === undefined
    ? undefined
    : { value: part, end: at + word.length };
}

/**
 * The hour on the 24-hour clock (24 is the midnight that ends the day), or undefined where the two
 * contradict.
 */
export function hourIn(part: Part, hour: number): number | undefined {
  const { first, last } = MEANINGS[part];
  if (hour >= first && hour <= last) return hour;
  return hour >= 1 && hour <= 12 && hour + 12 >= first && hour + 12 <= last ? hour + 12 : undefined;
}

/** Whether `…到4点` after this part counts on past noon. */
export function isPastNoon(part: Part): boolean {
  return MEANINGS[part].last > 12;
}

/** The hours that a part alone stands for. */
export function spanOf(part: Part): readonly [number, number] {
  return MEANINGS[part].span;
}
