import { pairsOfText } from '../../../core/likeness.ts';
import { fold } from '../../../core/line.ts';
import type { Hours } from '../records.ts';
import { topics } from './topics.ts';

/*
 * Which offers fit a need. A score is made of reasons that can be said to people; nothing is carried
 * out by it.
 */

/** What is wanted. */
export interface Need {
  readonly text: string;
  readonly category: string;
  readonly place?: string | undefined;
}

/** What could fit, and how much its owner did lately. */
export interface Fitting {
  readonly text: string;
  readonly category: string;
  /** Where it is to be had, or what its unit looks after. */
  readonly areas: readonly string[];
  readonly hours?: Hours | undefined;
  /** Requests that its owner took on in the last 30 days. */
  readonly lately: number;
}

/** Why an offer fits. */
interface Reasons {
  /** Words of one subject in both, as they stand in the offer. */
  readonly subject: string | undefined;
  readonly isCategory: boolean;
  readonly isNear: boolean;
}

export interface Fit {
  readonly score: number;
  readonly reasons: Reasons;
}

/** Below this it is no more than a resemblance. */
const ENOUGH = 2;
/** From here on whoever asks may be told unasked. */
export const SURE = 4;

const SUBJECT = 3;
/** A word that belongs to a subject alone tells more than one that several share. */
const SHARED_WORD = 1.5;
const PAIR = 1;
const MOST_PAIRS = 2;
const CATEGORY = 1;
const NEAR = 0.75;
/** Whoever did much lately comes after whoever did less. */
const TIRED = 0.1;
const MOST_TIRED = 5;

/** How an offer fits a need; undefined where it does not. */
function fitOf(need: Need, offer: Fitting): Fit | undefined {
  const subjects = subjectsOf(need.text);
  const theirs = subjectsOf(offer.text);
  const shared = [...subjects].filter(([row]) => theirs.has(row));
  const subject = Math.max(0, ...shared.map(([row, words]) => weightOf(row, words, theirs)));
  const pairs = sharedPairs(need.text, offer.text);
  const isCategory = need.category === offer.category && need.category !== '其他';
  const isNear = isIn(need.place, offer.areas);
  const likeness = subject + Math.min(pairs.length, MOST_PAIRS) * PAIR;
  // A category alone fits half of what there is.
  if (likeness === 0) return undefined;
  const score =
    likeness +
    (shared.length > 1 ? 0.5 : 0) +
    (isCategory ? CATEGORY : 0) +
    (isNear ? NEAR : 0) -
    Math.min(offer.lately, MOST_TIRED) * TIRED;
  if (score < ENOUGH) return undefined;
  const [row] = shared.map(([index]) => index);
  const word = row === undefined ? pairs[0] : theirs.get(row)?.[0];
  return { score, reasons: { subject: word, isCategory, isNear } };
}

/** Which subjects a text is about, by the places of their rows, each with the words that tell. */
function subjectsOf(text: string): ReadonlyMap<number, readonly string[]> {
  const folded = fold(text);
  const known = remembered.get(folded);
  if (known !== undefined) return known;
  const found = new Map<number, readonly string[]>();
  topics.forEach((words, row) => {
    const said = words.filter((word) => folded.includes(word));
    if (said.length > 0) found.set(row, said);
  });
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(folded, found);
  return found;
}

/** The same offers are compared with each need. */
const MOST_REMEMBERED = 2_000;
const remembered = new Map<string, ReadonlyMap<number, readonly string[]>>();

const rowsOfWord = new Map<string, number>();
for (const row of topics)
  for (const word of row) rowsOfWord.set(word, (rowsOfWord.get(word) ?? 0) + 1);

function weightOf(
  row: number,
  words: readonly string[],
  theirs: ReadonlyMap<number, readonly string[]>,
): number {
  const isOwn = (word: string) => rowsOfWord.get(word) === 1;
  const others = theirs.get(row) ?? [];
  const isClear = words.some(isOwn) || others.some(isOwn);
  return isClear ? SUBJECT : SHARED_WORD;
}

/** Pairs that stand in both; such as say nothing of a subject are left out. */
function sharedPairs(one: string, other: string): readonly string[] {
  const theirs = pairsOfText(other);
  return [...pairsOfText(one)].filter((pair) => theirs.has(pair) && !EMPTY.test(pair));
}

const EMPTY =
  /^(?:老人|孩子|小区|社区|上门|周[一二三四五六日末]|每[天周日]|工作|作日|上午|下午|晚上|一个|能不|不能|可以|帮忙|想找|找人|有人|没人|给老|人的|我家|家里|里的|三天|两个)$/;

/** Whether a place is one of those that a unit looks after: 5号楼 in 「3、5、7号楼」. */
function isIn(place: string | undefined, areas: readonly string[]): boolean {
  if (place === undefined) return false;
  const house = /^(\d{1,3})\s?(?:号楼|栋|幢|号院|座)/.exec(fold(place))?.[1];
  return areas.some((area) => {
    const folded = fold(area);
    if (folded.includes(fold(place))) return true;
    return house !== undefined && housesIn(folded).has(house);
  });
}

/** 3, 5 and 7 of 「3、5、7号楼」; 1 to 4 of 「1-4号楼」. Areas name no other numbers. */
function housesIn(area: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (!/号楼|栋|幢|号院|座/.test(area)) return found;
  for (const [, from = '', to] of area.matchAll(/(?<!\d)(\d{1,3})(?:[到至~-](\d{1,3}))?(?!\d)/g)) {
    const last = Math.min(Number(to ?? from), Number(from) + 50);
    for (let house = Number(from); house <= last; house++) found.add(String(house));
  }
  return found;
}

/** The best so many of several, the best one first. */
export function bestOf<T>(
  need: Need,
  all: readonly T[],
  asFitting: (one: T) => Fitting,
  most: number,
): readonly { readonly one: T; readonly fit: Fit }[] {
  return all
    .flatMap((one) => {
      const fit = fitOf(need, asFitting(one));
      return fit === undefined ? [] : [{ one, fit }];
    })
    .sort((a, b) => b.fit.score - a.fit.score)
    .slice(0, most);
}

/** Whether two texts are about one subject, however it is called: 太极拳班 and 健身操班. */
export function areOfOneSubject(one: string, other: string): boolean {
  const subjects = subjectsOf(one);
  const theirs = subjectsOf(other);
  return [...subjects].some(
    ([row, words]) => theirs.has(row) && weightOf(row, words, theirs) === SUBJECT,
  );
}
