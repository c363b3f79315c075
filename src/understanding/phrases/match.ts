import type { Line } from '../../core/line.ts';
import type { Piece, SlotName } from './pattern.ts';
import type { Filled, SlotReader } from './slots.ts';

/** A sentence that was read from its first character to its last. */
export interface Matched {
  readonly slots: ReadonlyMap<SlotName, Filled>;
  /** How much of it stands in the phrase as it is, characters. */
  readonly weight: number;
  /** What `…` stood for. */
  readonly passed: string;
  /** A comma stands behind each piece of it. */
  readonly isCutOff: boolean;
}

type State = Matched;

/** What may be any words. */
const FREE: ReadonlySet<SlotName> = new Set(['rest', 'text', 'place', 'tail', 'who']);

/** The most that `…` stands for, characters; words of Latin letters are longer. */
const GAP = 14;
const LATIN_GAP = 40;

/** What may stand between the pieces, and says nothing. */
const FILLERS =
  '请 麻烦 麻烦你 麻烦您 把 就 那 那就 还是 也 都 先 吧 啊 了 哈 啦 呀 哦 嗯 嘛 呢 的 一下 小联 帮我 帮忙 我们 我 给我 大家 各位 谢谢 辛苦了 好 好的 行 现在 马上 please the a to thanks'.split(
    ' ',
  );
const STOP = /^[的了啊呀吧]{0,3}[,，、。.!！:：;；~～…]/;
const LATIN = /^[ -~]*$/;
const SIGN = /[\s,，、。.!！?？:：;；~～…"“”「」()（）-]/;

/** Reads a line as a phrase. The cost grows with its length times the pieces. */
export function matchPhrase(
  pieces: readonly Piece[],
  line: Line,
  read: SlotReader,
): Matched | undefined {
  let states = new Map<number, State>([
    [0, { slots: new Map(), weight: 0, passed: '', isCutOff: true }],
  ]);
  states = withFillers(states, line.folded);
  for (const piece of pieces) {
    states = withFillers(stepped(piece, states, line, read), line.folded);
    if (states.size === 0) return undefined;
  }
  return states.get(line.folded.length);
}

function offer(states: Map<number, State>, at: number, state: State): void {
  if (isBetter(state, states.get(at))) states.set(at, state);
}

/** More of it stands in the phrase; of equals less was passed over. */
function isBetter(one: State, other: State | undefined): boolean {
  if (other === undefined || one.weight !== other.weight) return one.weight > (other?.weight ?? -1);
  return one.passed.length < other.passed.length;
}

function stepped(
  piece: Piece,
  states: ReadonlyMap<number, State>,
  line: Line,
  read: SlotReader,
): Map<number, State> {
  const next = new Map<number, State>();
  for (const [at, state] of states) {
    if ('optional' in piece && piece.optional) offer(next, at, state);
    step(piece, at, state, line, read, next);
  }
  return next;
}

function step(
  piece: Piece,
  at: number,
  state: State,
  line: Line,
  read: SlotReader,
  next: Map<number, State>,
): void {
  switch (piece.kind) {
    case 'words':
      stepWords(piece.words, at, state, line.folded, next);
      break;
    case 'gap':
      stepGap(at, state, line.folded, next);
      break;
    case 'sign':
      stepSign(at, state, line.folded, next);
      break;
    case 'slot':
      for (const filled of read(piece.name, line.folded, line.typed, at))
        offer(next, filled.end, {
          ...state,
          slots: new Map([...state.slots, [piece.name, filled]]),
          weight: state.weight + (FREE.has(piece.name) ? 0 : 2),
        });
  }
}

function stepGap(at: number, state: State, folded: string, next: Map<number, State>): void {
  const longest = at + (LATIN.test(folded.slice(at, at + LATIN_GAP)) ? LATIN_GAP : GAP);
  for (let end = at; end <= Math.min(folded.length, longest); end++) {
    const text = folded.slice(at, end).trim();
    const isClause = text === '' || STOP.test(folded.slice(end)) || STOP.test(text.slice(-1));
    offer(next, end, {
      ...state,
      passed: state.passed + text,
      isCutOff: state.isCutOff && isClause,
    });
  }
}

function stepWords(
  words: readonly string[],
  at: number,
  state: State,
  folded: string,
  next: Map<number, State>,
): void {
  for (const word of words)
    if (standsAt(folded, at, word))
      offer(next, at + word.length, { ...state, weight: state.weight + word.length });
}

/** A sign may have been passed over with the fillers, so what stands before counts too. */
function stepSign(at: number, state: State, folded: string, next: Map<number, State>): void {
  if (at > 0 && SIGN.test(folded[at - 1] ?? '')) offer(next, at, state);
}

function withFillers(states: Map<number, State>, folded: string): Map<number, State> {
  const all = new Map(states);
  for (const at of [...all.keys()].sort((a, b) => a - b)) pass(all, at, folded);
  return all;
}

function pass(all: Map<number, State>, from: number, folded: string): void {
  const waiting = [from];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const state = all.get(at);
    for (const end of state === undefined ? [] : endsOfNothing(folded, at))
      if (state !== undefined && isBetter(state, all.get(end))) {
        all.set(end, state);
        waiting.push(end);
      }
  }
}

/** Where what says nothing ends that begins here. */
function endsOfNothing(folded: string, at: number): readonly number[] {
  const fillers = FILLERS.filter((filler) => standsAt(folded, at, filler));
  const ends = fillers.map(({ length }) => at + length);
  return SIGN.test(folded[at] ?? 'x') ? [at + 1, ...ends] : ends;
}

/** Latin words end where letters end. */
function standsAt(folded: string, at: number, word: string): boolean {
  const isThere = folded.startsWith(word, at);
  return isThere && !splitsLatin(folded, at) && !splitsLatin(folded, at + word.length);
}

function splitsLatin(text: string, at: number): boolean {
  return /[a-z]/.test(text[at - 1] ?? '') && /[a-z]/.test(text[at] ?? '');
}
