import { fold } from '../../../../core/line.ts';
import { isRegistered } from '../../../../understanding/person-names.ts';
import { saysTooMany, takeParty } from './party.ts';
import { isExample, isLabel, isName } from './person-names.ts';

/** Somebody in a pasted list. */
export interface Listed {
  readonly name: string;
  /** How many come, themselves included. */
  readonly party: number;
  /** The task or time that they put themselves down for: `8:00-9:30 登记`. */
  readonly slot?: string;
  /** The unit or house that stands beside the name, which tells two people of one name apart. */
  readonly from?: string;
}

/** What one numbered entry holds. */
export type Entry =
  | { readonly kind: 'people'; readonly people: readonly Listed[] }
  /** Nothing to report: left empty, an example, somebody who says they do not come. */
  | { readonly kind: 'nobody' }
  /** Somebody who does not know yet. */
  | { readonly kind: 'undecided'; readonly name: string }
  /** A point of a notice. */
  | { readonly kind: 'label' }
  | { readonly kind: 'unread' };

/** No entry says more, in characters. */
const LONGEST = 1_000;

/** Links stand in many lists, and name nobody. */
const LINK = /(?:https?:\/\/|www\.)[\w.:/?#@!$&'*+,;=%~-]{1,500}/gi;

const nobody: Entry = { kind: 'nobody' };
/** The last words of an entry by which somebody says no. */
const STAYS_AWAY =
  /(?:取消|来不了|不来了?|去不了|不去了?|不参加了?|不能(?:来|去|参加)|请假|退出|划掉|不行|没空|没时间|(?<!\d)0 ?[人位])[)）\s]*$|(?:来不了|去不了|不能来|不能去)[,，]/;
const SIGNED_OFF = /[×✗✘❌❎🚫]\s*$/u;
/** Perhaps is no yes. */
const UNDECIDED = /(?:待定|看情况|不确定|不一定|再看|再说|可能来?|[?？])[)）]?$/;
const time = /\d{1,2}[:：]\d{2}|\d{1,2}[点时]|上午|下午|晚上|早上|中午/;
const span =
  /^\d{1,2}[:：]\d{2}(\s*[-~～—–至到]+\s*\d{1,2}[:：]\d{2})?|^(上午|下午|晚上|早上|中午)/;

/** Reads what stands behind a number: `李四 恒威 2人`, `王五（带1人）`, `8:00-9:30 登记：张三 李四`. */
export function readEntry(content: string, isUnit: (word: string) => boolean): Entry {
  const said = content.slice(0, LONGEST).replace(LINK, ' ');
  // What a spreadsheet would calculate is nobody.
  if (/^\s*[=＝]/.test(said)) return { kind: 'unread' };
  const text = withoutPadding(withoutLabels(bare(said)));
  if (text === '' || /^[x_.…\s-]*$/i.test(text) || /^(空缺?|待定|虚位以待|暂无|无)$/.test(text))
    return nobody;
  if (isExample(text) || SIGNED_OFF.test(content.slice(0, LONGEST))) return nobody;
  if (isLabel(text)) return { kind: 'label' };
  if (STAYS_AWAY.test(text)) return nobody;
  if (saysTooMany(text)) return { kind: 'unread' };
  const undecided = UNDECIDED.exec(text);
  if (undecided !== null) return undecidedIn(text.slice(0, undecided.index), isUnit);
  return slotted(text, isUnit) ?? peopleIn(text, isUnit) ?? { kind: 'unread' };
}

function undecidedIn(text: string, isUnit: (word: string) => boolean): Entry {
  const name = nameIn(wordsOf(text), isUnit);
  return name === undefined ? nobody : { kind: 'undecided', name };
}

/** 我是～郑婉 C组: how they begin, and the part of the list that they put themselves in. */
function withoutLabels(text: string): string {
  return text
    .replace(/^我(?:是|叫)[\s~～:：—-]{0,9}(?=\p{L})/u, '')
    .replace(/\s{0,9}(?:[a-zA-Z]|第?[一二三四五六七八九十\d]{1,2})[组队]$/u, '');
}

/** 马　强, as rosters pad names of two characters. */
function withoutPadding(text: string): string {
  return text.replace(/^(\p{Script=Han})\s+(?=\p{Script=Han}(?:$|[\s(（,，+×]))/u, '$1');
}

/** `登记：张三 李四`: who is behind the colon; but in `张三：2人` it is who stands before it. */
function slotted(text: string, isUnit: (word: string) => boolean): Entry | undefined {
  const colon = slotColon(text);
  if (colon < 0) return slottedWithoutColon(text, isUnit);
  const [left, right] = [text.slice(0, colon).trim(), text.slice(colon + 1)];
  const words = wordsOf(right).filter((word) => !isUnit(word));
  const task =
    time.test(left) ||
    !isRegistered(left) ||
    (words.length > 0 && words.every(isRegistered) && !bareWord(left));
  if (!task) return undefined;
  if (words.length === 0 && takeParty(` ${right}`).party === 1) return nobody;
  const slot = left.slice(0, 20);
  const people = right.split(/[、,，;；/\s&＆]+(?![\d(（+＋×带共])/).flatMap((piece) => {
    const found = peopleIn(piece, isUnit);
    return found?.kind === 'people' ? found.people.map((one) => ({ ...one, slot })) : [];
  });
  return people.length > 0 ? { kind: 'people', people } : undefined;
}

/** A colon that is not one of a time; -1 when there is none. */
function slotColon(text: string): number {
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== ':' && text[at] !== '：') continue;
    if (!(/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? ''))) return at;
  }
  return -1;
}

/** `8:00-9:30 登记 张三 李四`, or nobody yet. */
function slottedWithoutColon(text: string, isUnit: (word: string) => boolean): Entry | undefined {
  const when = span.exec(text)?.[0];
  if (when === undefined) return undefined;
  const [task = '', ...names] = wordsOf(text.slice(when.length));
  const people = names.flatMap((word) => {
    const found = peopleIn(word, isUnit);
    return found?.kind === 'people' ? found.people : [];
  });
  if (people.length > 0)
    return {
      kind: 'people',
      people: people.map((one) => ({ ...one, slot: `${when} ${task}`.trim() })),
    };
  return isRegistered(task)
    ? { kind: 'people', people: [{ name: task, party: 1, slot: when }] }
    : nobody;
}

function peopleIn(text: string, isUnit: (word: string) => boolean): Entry | undefined {
  const { party, left } = takeParty(text);
  const pieces = left
    .split(/[、&＆+＋]|(?<=\p{Script=Han}{2})和(?=\p{Script=Han}{2})/u)
    .map((piece) => bare(piece));
  const each = pieces
    .filter(Boolean)
    .flatMap((piece) => (pieces.length === 1 ? severalIn(piece, isUnit) : [piece]));
  if (each.length > 1 && each.every(isRegistered))
    return { kind: 'people', people: each.map((name) => ({ name, party: 1 })) };
  const words = wordsOf(left);
  const unit = words.find((word) => isUnit(word) || isPlace(word));
  if (party > 1 && unit !== undefined && !words.some(isRegistered))
    return { kind: 'people', people: [{ name: unit, party }] };
  const name = nameIn(words, isUnit);
  if (name === undefined) return undefined;
  const from = fromIn(words, name, isUnit);
  return { kind: 'people', people: [from === undefined ? { name, party } : { name, party, from }] };
}

/** 王霞 钟丽 are two, where each could stand in a register and none is a unit or a place. */
function severalIn(piece: string, isUnit: (word: string) => boolean): readonly string[] {
  const words = piece.split(/[\s,，;；]+(?:和[\s]+)?/).filter((word) => word !== '和');
  const areAll = words.every((word) => isRegistered(word) && !isUnit(word) && !isPlace(word));
  return words.length > 1 && areAll ? words : [piece];
}

/**
 * The unit, the place or the house beside a name, also where they are written as one word: `恒威张三`.
 */
function fromIn(
  words: readonly string[],
  name: string,
  isUnit: (word: string) => boolean,
): string | undefined {
  const others = words.map((word) => (word.endsWith(name) ? word.slice(0, -name.length) : word));
  return (
    others.find((word) => isUnit(word) || isPlace(word)) ??
    others.find((word) => /^\d+#?(栋|号楼)$/.test(word))
  );
}

/**
 * The first word that is a name, past the unit, the house or the floor that is written before it.
 */
function nameIn(words: readonly string[], isUnit: (word: string) => boolean): string | undefined {
  const [first, second] = words.slice(words.findIndex((word) => !isHouse(word)));
  if (first === undefined) return undefined;
  const isBefore = isUnit(first) || isPlace(first);
  if (second !== undefined && isBefore && isName(second)) return bareWord(second) ?? second;
  const glued = [2, 3, 4].map((length) => first.slice(0, length)).find((head) => isUnit(head));
  const behind = glued === undefined ? undefined : first.slice(glued.length);
  if (behind !== undefined && isRegistered(behind)) return behind;
  if (
    second !== undefined &&
    [first, second].every((word) => /^[a-z]+$/i.test(word)) &&
    !isUnit(second)
  )
    return `${first} ${second}`;
  const plainName = bareWord(first) ?? first;
  return isName(plainName) && !isPlace(first) ? plainName : undefined;
}

/** `张三报名` is 张三. */
function bareWord(word: string): string | undefined {
  const found = /^(\p{Script=Han}{2,4}?)(报名|参加|已报|打卡|签到|可以|能来|来)$/u.exec(word);
  return found?.[1] !== undefined && isRegistered(found[1]) ? found[1] : undefined;
}

/** `3栋`, `5-301`, `12`. */
function isHouse(word: string): boolean {
  return /^\d+#?(栋|楼|号楼?|室|单元|层|组)?$/.test(word);
}

/** `瑞丰银行`, also where nobody has told that it is a unit. */
function isPlace(word: string): boolean {
  return /..(公司|集团|社区|物业|银行|药房|学校|小学|中学|大学|幼儿园|医院|超市|支行|律所|事务所|小区)$/.test(
    word,
  );
}

/** A dot between Chinese characters belongs to a name: 古丽米热·艾比布力. */
const SEPARATORS =
  /(?:[\s,，;；、/|()（）【】[\]:：_—–~～@-]|(?<!\p{Script=Han})[·•]|[·•](?!\p{Script=Han}))+/u;

function wordsOf(text: string): readonly string[] {
  return text.split(SEPARATORS).flatMap((word) => {
    const clean = bare(word);
    return clean === '' || /^\+?\d{5,}$/.test(fold(clean)) ? [] : [clean];
  });
}

/** Emoji and what joins them to one. */
const emoji =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\ufe0f|\u200d|\u20e3/gu;

/** Without emoji, marks and blanks around it. */
function bare(text: string): string {
  const clean = text.replace(emoji, ' ');
  let start = 0;
  let end = clean.length;
  while (start < end && /[\s@*#.,，、。．:：;；!！~～_-]/.test(clean.charAt(start))) start++;
  while (end > start && /[\s,，、。．;；!！~～_]/.test(clean.charAt(end - 1))) end--;
  return clean.slice(start, end);
}
