import type { Line } from '../../core/line.ts';
import type { Sense } from './lexicon.ts';

/** A piece of a clause, with all that it can be; what no lexicon knows is unread and has no sense. */
export interface Chunk {
  /** As typed. */
  readonly typed: string;
  readonly folded: string;
  readonly senses: readonly Sense[];
  /** No blank stands before it. */
  readonly glued: boolean;
  /** Where it begins in its clause. */
  readonly from: number;
}

/** What stands between two stops. */
export interface Clause {
  readonly typed: string;
  readonly folded: string;
  readonly chunks: readonly Chunk[];
  /** The sign that ends it; empty at the end of the message. */
  readonly stop: string;
  /** Where it begins in the line. */
  readonly from: number;
}

/** Finds a word that follows a rule rather than stands in a list: a day, a count. */
export type Spotter = (
  folded: string,
  at: number,
) => { readonly end: number; readonly senses: readonly Sense[] } | undefined;

/** Finds all words that begin at one place, and what they can be. */
export interface Finder {
  at(
    text: string,
    from: number,
  ): Iterable<{ readonly end: number; readonly senses: readonly Sense[] }>;
}

/** Longer clauses are stories; what stands behind is left unread. */
const LONGEST_CLAUSE = 60;
const MOST_CLAUSES = 12;

/** Signs that belong to words; every other sign, and every emoji, is a stop. */
const WITHIN = /[\p{L}\p{N}\p{M} +\-#'’、&·]/u;

/** The signs and blanks that set a text apart from the word before it. */
export const LEADING_SIGNS = /^[\s,，:：、.。;；!！~—-]+/u;

/** What stands behind a word, without the signs between them. */
export function withoutLeadingSigns(text: string): string {
  return text.replace(LEADING_SIGNS, '').trim();
}

/**
 * Cuts a line into clauses and reads each as far as the lexicons go. Linear in its length.
 * @param isIdle tells that nothing can come of a word now.
 */
export function clausesOf(
  line: Line,
  lexicons: readonly Finder[],
  spotters: readonly Spotter[],
  isIdle: (sense: Sense) => boolean = () => false,
): readonly Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let at = 0; at <= line.folded.length && clauses.length < MOST_CLAUSES; at++) {
    const sign = line.folded[at];
    const isStop = sign === undefined || (!WITHIN.test(sign) && !isInNumber(line.folded, at));
    if (!isStop) continue;
    const { start, ...piece } = cut(line, from, at);
    if (piece.folded !== '') {
      const chunks = chunksOf(piece, lexicons, spotters, isIdle);
      clauses.push({ ...piece, chunks, stop: sign ?? '', from: start });
    }
    from = at + 1;
  }
  return clauses;
}

/** `9:30` and `3.5` are numbers. */
function isInNumber(text: string, at: number): boolean {
  return (
    /[:.]/.test(text[at] ?? '') && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')
  );
}

/** Somebody types a blank behind every character. */
const SPACED = /^(?:\p{Script=Han}\s+)+\p{Script=Han}$/u;

function cut(line: Line, from: number, to: number): Line & { readonly start: number } {
  const folded = line.folded.slice(from, to);
  const start = from + (folded.length - folded.trimStart().length);
  const typed = line.typed.slice(start, start + folded.trim().length);
  return SPACED.test(folded.trim())
    ? { folded: folded.replace(/\s/g, ''), typed: typed.replace(/\s/g, ''), start }
    : { folded: folded.trim(), typed, start };
}

/** An unread character costs as much as many short words, so that what can be read is read. */
const UNREAD = 20;
/** A word of which nothing can come now costs more than two that may mean something. */
const IDLE = 3;

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly senses: readonly Sense[];
}

function chunksOf(
  { typed, folded: whole }: Line,
  lexicons: readonly Finder[],
  spotters: readonly Spotter[],
  isIdle: (sense: Sense) => boolean,
): readonly Chunk[] {
  const folded = whole.slice(0, LONGEST_CLAUSE);
  const best: (Step | undefined)[] = [{ cost: 0, from: 0, senses: [] }];
  for (let at = 0; at < folded.length; at++) {
    const here = best[at];
    if (here === undefined) continue;
    const offer = (end: number, senses: readonly Sense[], cost: number) => {
      const known = best[end];
      if (known === undefined || here.cost + cost < known.cost)
        best[end] = { cost: here.cost + cost, from: at, senses };
    };
    if (/\s/.test(folded[at] ?? '')) {
      offer(at + 1, BLANK, 0);
      continue;
    }
    offer(at + 1, [], UNREAD);
    for (const [end, senses] of found(folded, at, lexicons, spotters))
      offer(end, senses, senses.every(isIdle) ? IDLE : 1);
  }
  return merged(typed, folded, best);
}

const BLANK: readonly Sense[] = [{ role: 'filler' }];

/** All that begins here, by where it ends. Latin words end where letters end. */
function found(
  folded: string,
  at: number,
  lexicons: readonly Finder[],
  spotters: readonly Spotter[],
): ReadonlyMap<number, readonly Sense[]> {
  const ends = new Map<number, readonly Sense[]>();
  const note = (end: number, senses: readonly Sense[]) => {
    if (splitsLatin(folded, at) || splitsLatin(folded, end)) return;
    ends.set(end, [...(ends.get(end) ?? []), ...senses]);
  };
  for (const lexicon of lexicons)
    for (const { end, senses } of lexicon.at(folded, at)) note(end, senses);
  for (const spot of spotters) {
    const hit = spot(folded, at);
    if (hit !== undefined) note(hit.end, hit.senses);
  }
  return ends;
}

function splitsLatin(text: string, at: number): boolean {
  return /[a-z]/.test(text[at - 1] ?? '') && /[a-z']/.test(text[at] ?? '');
}

/** The cheapest way back to the beginning, with unread characters in a row put together. */
function merged(
  typed: string,
  folded: string,
  best: readonly (Step | undefined)[],
): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let end = folded.length; end > 0; ) {
    const step = best[end];
    const from = step?.from ?? 0;
    const piece = {
      typed: typed.slice(from, end),
      folded: folded.slice(from, end),
      senses: step?.senses ?? [],
      glued: from > 0 && !/\s/.test(folded[from - 1] ?? ''),
      from,
    };
    const [next] = chunks;
    if (piece.senses.length === 0 && next !== undefined && goesOn(next))
      chunks[0] = {
        ...piece,
        typed: piece.typed + next.typed,
        folded: piece.folded + next.folded,
      };
    else if (piece.senses !== BLANK) chunks.unshift(piece);
    end = from;
  }
  return chunks;
}

/** What is unread goes on in it: another unread piece, or what kin are called in 石头爸爸. */
function goesOn({ senses, typed, glued }: Chunk): boolean {
  if (!glued) return false;
  if (senses.length === 0) return true;
  return senses.some(({ role }) => role === 'kin') && !/^[我俺咱]/.test(typed);
}

/** Numbered lines, as people paste them: no sentence of anybody's. */
export function isList({ folded }: Line): boolean {
  return (folded.match(/\n ?\d{1,2}[.、 ]/g)?.length ?? 0) > 1;
}

const BLANK_AS_STOP = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** Many type a blank for a comma; undefined where there is none. */
export function withStops({ typed, folded }: Line): Line | undefined {
  const stopped = folded.replace(BLANK_AS_STOP, '，');
  return stopped === folded
    ? undefined
    : { typed: typed.replace(BLANK_AS_STOP, '，'), folded: stopped };
}
