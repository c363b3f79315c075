import { numberSource, readNumber } from '../../../core/numerals.ts';
import { withoutPoliteness } from '../../../understanding/politeness.ts';

/*
 * On the square thirty people say the word of the board in thirty ways. It is looked for, with a
 * unit, a number and whom somebody brings, anywhere in the message; what is left over decides
 * whether it was talk.
 */

/** What stands in a message about checking in. Folded. */
export interface SaidArrival {
  /** 7 of `E7`. */
  readonly number: number | undefined;
  /** That of the open words which was said. */
  readonly word: string | undefined;
  /** It says 签到, not only 到. */
  readonly clear: boolean;
  readonly unit: string | undefined;
  /** How many in all. */
  readonly heads: number | undefined;
  /** What is neither, before the last of 签到 and the word; and behind. */
  readonly before: readonly string[];
  readonly behind: readonly string[];
  /** Something hangs on the word: 槐花饼. */
  readonly glued: boolean;
}

/** Signs of Unicode's private area stand for what has been read; no message has any. */
const CHECKIN = '\ue000';
const WORD = '\ue001';
const READ = '\ue002';

/** With its slips of the hand; none of them is another word, as 收到 and 钱到 are. */
const CHECKIN_SAID = /签\s*到|签[道倒导刀]|鉴到|千到/;
/** 到 is a check-in where it stands alone: not in 到家了, not in 快递到了. */
const HERE =
  /(?<=^|[\s,，。.!、])(?:(?:我们?)?(?:已经?|刚)?到(?:了|达|啦)?|我们?来了|报到|打卡)(?=$|[\s,，。.!、])/;

/** Whether a message may be somebody's who checks in; the records tell. */
export function mentionsCheckin(folded: string): boolean {
  return folded.length <= 60 && (CHECKIN_SAID.test(folded) || HERE.test(folded));
}

const NUMBER = /(?<![a-z0-9])e\s?(\d{1,6})号?(?!\d)/;
const NUMERAL = String.raw`(${numberSource(4)})\s*`;
const BROUGHT = new RegExp(String.raw`带[了着]?\s*${NUMERAL}个?[人位名]`);
const COUNT = new RegExp(
  String.raw`(?<!第)(?:(?:[一总]?共计?|合计|一行|来了?|到了?|有)\s*)?${NUMERAL}(?:个人|[人位名个])(?!次)`,
);
const PLUS = /\+\s*(\d{1,2})(?!\d)/;
const FAMILY = new RegExp(`一家${NUMERAL}口`);
const ALONE = /(?<![\p{L}\d.:-])(\d{1,3})(?![\p{L}\d.:-])/u;
const TWO =
  /(?:我们?|夫妻|老两口)俩|两口子|我和\p{Script=Han}{1,4}|带[了着]?\p{Script=Han}{1,4}|和\p{Script=Han}{1,3}一起来?/u;

/** How many a message says that somebody stands for, and what says it. `+2` is me and one guest. */
function countIn(text: string): { readonly count: number; readonly said: string } | undefined {
  const brought = BROUGHT.exec(text);
  if (brought !== null) return { count: readNumber(brought[1] ?? '') + 1, said: brought[0] };
  for (const pattern of [COUNT, FAMILY, PLUS, ALONE]) {
    const found = pattern.exec(text);
    if (found !== null) return { count: readNumber(found[1] ?? ''), said: found[0] };
  }
  const two = TWO.exec(text);
  return two === null ? undefined : { count: 2, said: two[0] };
}

/** What people say along with it, and what stands before the word on the board. */
const ALONG = new RegExp(
  [
    '(?:大家|各位)都?(?:辛苦|早|好)[了啦]?|早上好|上午好|下午好|晚上好|^早$|本人|今天|现在|报告|口令|暗号|已经?',
    '刚刚?|到场?[了啦]?$|到达|来[了啦]$|在现场',
  ].join('|'),
  'g',
);

/**
 * Reads a message that checks in; `isUnit` knows the names of units, `self` is how the speaker is
 * called.
 */
export function readArrival(
  folded: string,
  words: readonly string[],
  { isUnit, self }: { readonly isUnit: (name: string) => boolean; readonly self: string },
): SaidArrival {
  let text = mentionsCheckin(folded) ? folded : `签到 ${folded}`;
  const word = words.find((one) => patternOf(one).test(text));
  if (word !== undefined)
    text = text.replace(patternOf(word), WORD).replace(/签\s*(?:个\s*)?到[了啦]?/, '签到');
  const clear = CHECKIN_SAID.test(text);
  text = clear ? text.replace(CHECKIN_SAID, CHECKIN) : text.replace(HERE, CHECKIN);
  const numbered = NUMBER.exec(text);
  if (numbered !== null) text = text.replace(numbered[0], READ);
  const counted = countIn(text);
  if (counted !== undefined) text = text.replace(counted.said, READ);
  text = text.replace(/[“”"'‘’「」『』《》()（）【】]/g, ' ');
  const pieces = text
    .split(new RegExp(`([${CHECKIN}${WORD}${READ}\\s,，。.、!:;~…]+)`))
    .map((piece) => leftOf(piece, self));
  const unit = pieces.find((piece) => piece !== '' && isUnit(piece.replace(/的$/, '')));
  const left = pieces.map((piece) => (piece === unit ? READ : piece));
  const core = left.findLastIndex((piece) => piece.includes(CHECKIN) || piece.includes(WORD));
  const isOther = (piece: string) => /[\p{L}\p{N}?]/u.test(piece);
  return {
    number: numbered === null ? undefined : Number(numbered[1]),
    word,
    clear,
    unit: unit?.replace(/的$/, ''),
    heads: counted?.count,
    before: left.slice(0, core).filter(isOther),
    behind: left.slice(core).filter(isOther),
    glued: new RegExp(`${WORD}[\\p{L}\\p{N}]`, 'u').test(left.join('')),
  };
}

/** The word wherever it stands: 槐 花 too, but no piece of a longer word of letters. */
function patternOf(word: string): RegExp {
  const apart = [...word].join(String.raw`\s*`);
  return /^[a-z0-9]+$/.test(word)
    ? new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`)
    : new RegExp(apart);
}

/** A piece without what is said along with it; the speaker's own name is no other. */
function leftOf(piece: string, self: string): string {
  if (/^[\ue000-\ue002\s\p{P}]*$/u.test(piece)) return piece;
  const bare = (text: string) =>
    withoutPoliteness({ typed: text, folded: text }, true).folded.replace(ALONG, '');
  const left = bare(bare(piece.replace(ALONG, '')));
  return left === self || left === `是${self}` ? '' : left;
}

const TALK = new RegExp(
  [
    '[?吗呢么]|谁|什么|怎么|哪|[对是]吧|是不是|对不对|就[行好能可]|可以|即可|的(人|都|同志|请|时候)|了没|没[用反有了]',
    '不[行对能管成]|不用$|大家|你们|[他她]们|快点|快来|记得|别忘|这样|板子',
  ].join('|'),
);

/** Whether what stands behind the word asks or tells others, rather than goes with a check-in. */
function soundsLikeTalk(pieces: readonly string[]): boolean {
  const text = pieces.join(' ');
  return text.length > 20 || TALK.test(text);
}

/** Whether 签到 is what somebody does, not what they tell others to do: 我来签到, but not 请签到 or 现在签到. */
export function saysOneself(folded: string): boolean {
  return /^(?:[\s,，。.!]|你好|您好|大家好)*(?:我们?|本人)?[也来要想先]*签/.test(folded);
}

/** What may have been meant as the word on the board, although it is none: 怀花, not 开始了. */
export function wordTried({
  before,
  behind,
}: Pick<SaidArrival, 'before' | 'behind'>): string | undefined {
  const [only] = behind;
  if (only === undefined || behind.length > 1 || before.length > 0) return undefined;
  const isWord = /^(\p{Script=Han}{2,4}|[a-z0-9]{2,8})$/u.test(only);
  const isTalk =
    /^(了|吗|的|表|处|点|时间|地点|开始|结束|一下|没|完|今天|到|领|打卡|有|送|成功|积分)|[了吗呢吧没么]$/.test(
      only,
    );
  return isWord && !isTalk ? only : undefined;
}

/** How and when something was said that may be a check-in. */
export interface Circumstances {
  readonly isOpen: boolean;
  readonly isShort: boolean;
  /** 签到 and nothing else. */
  readonly bare: boolean;
  readonly oneself: boolean;
}

/** Whether it cannot be talk, by whether check-in is open and what was said beside the word. */
export function isCertainArrival(
  { word, clear, unit, heads, before, behind, glued }: SaidArrival,
  { isOpen, isShort, bare, oneself }: Circumstances,
): boolean {
  if (word !== undefined)
    return before.length <= 1 && !glued && !soundsLikeTalk(before) && !soundsLikeTalk(behind);
  if (!clear || (unit !== undefined && heads === undefined)) return false;
  // What is loosely said is answered only where somebody can be meant to check in.
  if (before.length === 0 && behind.length === 0) {
    if (unit !== undefined) return isOpen || isShort;
    return isOpen ? isShort || oneself : isShort && bare;
  }
  return isShort && wordTried({ before, behind }) !== undefined;
}
