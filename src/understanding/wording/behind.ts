import type { Line } from '../../core/line.ts';
import type { Wording } from '../../core/wording.ts';
import { type Chunk, type Clause, withoutLeadingSigns } from './clauses.ts';
import type { Worded } from './index.ts';
import type { Role } from './lexicon.ts';
import { NOTHING_SAID } from './note.ts';
import { has, hasAny, hasFor } from './senses.ts';
import type { WordingSituation } from './situation.ts';
import { type Strength, type Way, wordOf } from './strength.ts';

/*
 * Commands that take a text of any words: what is asked for, an opinion. Their word opens the
 * message, and a stop or a blank stands before the text; else it only begins like one: 建议大家看看.
 */

interface Opened extends Way {
  readonly strength: Strength;
  readonly text: string;
  /** The text runs on from the word without a stop or a blank. */
  readonly isGlued: boolean;
  /** 我想反映, or 想反映 without the pronoun: it is said of the speaker. */
  readonly isMine: boolean;
  /** 怎么报修: it asks how. */
  readonly asks: boolean;
}

/** What may stand before the word that opens a message. */
const BEFORE: ReadonlySet<Role> = new Set([
  'filler',
  'me',
  'for',
  'kin',
  'past',
  'question',
  'name',
  'unit',
]);
/** What may stand between the word and its text. */
const BETWEEN: ReadonlySet<Role> = new Set(['filler', 'past', 'question']);

/** A message that opens with the word of a command and has its text behind it. */
export function readOpened(
  line: Line,
  clauses: readonly Clause[],
  ways: readonly Way[],
  { addressed }: WordingSituation,
): Worded | undefined {
  const [opened] = ways.flatMap((way) => openedBy(line, clauses, way) ?? []);
  if (opened === undefined) return undefined;
  const { text, asks, strength } = opened;
  const chunks = clauses.flatMap((clause) => clause.chunks);
  if (opened.isGlued && !(opened.isMine && strength === 'sure' && chunks.some(isWrong)))
    return undefined;
  if (text === '') return strength === 'sure' && (addressed || !asks) ? act(opened) : undefined;
  if (asks || NAMES_ONLY.test(text)) return addressed ? act({ ...opened, text: '' }) : undefined;
  return isTextOf(opened, chunks, addressed) ? act(opened) : undefined;
}

/** 报修 E1: what has a name already is no text. */
const NAMES_ONLY = /^[ep#] ?\d{1,6}$/i;

/** A message that begins as a command with a text does answers nothing else: 求助 谁有梯子. */
export function opensOne(line: Line, clauses: readonly Clause[], ways: readonly Way[]): boolean {
  return ways.some((way) => openedBy(line, clauses, way)?.isGlued === false);
}

/** Whether what stands behind the word is what is asked for, and no question about the word. */
function isTextOf(
  { wording, text, strength }: Opened,
  chunks: readonly Chunk[],
  addressed: boolean,
): boolean {
  if (!addressed && chunks.some((one) => hasFor(one, 'talk', wording))) return false;
  if (text.length < BRIEF && chunks.some(isQuestion)) return false;
  return strength !== 'weak' || chunks.some((one) => isDescribing(one, wording));
}

/** A text as short as this that asks is a question about the word: 投诉，找谁. */
const BRIEF = 8;

const BRIEF_QUESTION = 16;

function act({ command, wording, text }: Way & { readonly text: string }): Worded {
  return { kind: 'acts', acts: [{ command, args: wording.args({ ...NOTHING_SAID, text }) }] };
}

/**
 * Said to the bot, without the word that says what is to become of it: 电梯又停了, 想找人教我妈用手机. In a
 * group it is asked first; alone with the bot the command itself asks.
 */
export function readDescribed(
  line: Line,
  clauses: readonly Clause[],
  ways: readonly Way[],
  { addressed, place }: WordingSituation,
): Worded | undefined {
  if (!addressed) return undefined;
  const chunks = clauses.flatMap((clause) => clause.chunks);
  const way =
    ways.find(({ wording }) => chunks.some((chunk) => isDescribing(chunk, wording))) ??
    ways.find(({ wording }) => chunks.some((chunk) => wordOf(chunk, wording) === 'sure'));
  const text = line.typed.slice(beginOf(clauses)).trim();
  if (way?.wording.offer === undefined || text.length < SHORTEST) return undefined;
  const { command, wording } = way;
  const isNamed = chunks.some((chunk) => wordOf(chunk, wording) !== undefined);
  // 想提个意见往哪提: how is asked, and what it is about comes next.
  const asksHow =
    isNamed && chunks.some(isQuestion) && !chunks.some((one) => isDescribing(one, wording));
  if (asksHow) return text.length > BRIEF_QUESTION ? undefined : act({ ...way, text: '' });
  if (place === 'private') return act({ ...way, text });
  return { kind: 'offers', command, ...way.wording.offer(text) };
}

/** Less than this says neither where nor what. */
const SHORTEST = 3;

/** Greetings before it are left out. */
function beginOf(clauses: readonly Clause[]): number {
  const first = clauses.find(({ chunks }) => !chunks.every(isFiller));
  return first?.from ?? 0;
}

function openedBy(
  line: Line,
  clauses: readonly Clause[],
  { command, wording }: Way,
): Opened | undefined {
  const clause = clauses.find(({ chunks }) => !chunks.every(isFiller));
  if (clause === undefined) return undefined;
  const { chunks } = clause;
  const at = chunks.findIndex((chunk) => wordOf(chunk, wording) !== undefined);
  const word = chunks[at];
  const before = chunks.slice(0, Math.max(0, at));
  const isTheirs = before.some(({ folded }) => /的$/.test(folded));
  if (word === undefined || isTheirs || !before.every((one) => isNamed(one) || hasAny(one, BEFORE)))
    return undefined;
  const behind = chunks.slice(at + 1);
  const next = behind.findIndex((one) => !(one.glued && mayStandBetween(one, wording)));
  const first = next < 0 ? undefined : behind[next];
  const begin = clause.from + (first?.from ?? clause.typed.length);
  return {
    command,
    wording,
    strength: wordOf(word, wording) ?? 'none',
    text: withoutLeadingSigns(line.typed.slice(begin)),
    isGlued: first?.glued === true,
    isMine: before.some((one) => has(one, 'me') || one.folded === '想'),
    asks: [...before, ...behind.slice(0, next < 0 ? undefined : next)].some(isQuestion),
  };
}

/** A name behind 替: 替王奶奶许个心愿. */
function isNamed({ senses, typed }: Chunk): boolean {
  return senses.length === 0 && /^\p{Script=Han}{2,4}$/u.test(typed);
}

/** 投诉物业: what says nothing beside another command's word is a text here. */
function mayStandBetween(chunk: Chunk, wording: Wording): boolean {
  return hasFor(chunk, 'beside', wording) || hasAny(chunk, BETWEEN);
}

function isFiller(chunk: Chunk): boolean {
  return has(chunk, 'filler');
}

/** 几个 counts as often as it asks. */
function isQuestion(chunk: Chunk): boolean {
  return has(chunk, 'question') && !chunk.folded.startsWith('几');
}

/** It tells what is wrong, whatever is to become of it. */
function isWrong(chunk: Chunk): boolean {
  return has(chunk, 'describes');
}

function isDescribing(chunk: Chunk, wording: Wording): boolean {
  return hasFor(chunk, 'describes', wording);
}
