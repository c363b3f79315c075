import { fold, type Line, tail } from '../../../../core/line.ts';
import { isRegistered } from '../../../../understanding/person-names.ts';
import { type Listed, readEntry } from './entry.ts';
import { beginsAnother, isAway, isHead } from './headings.ts';
import { type Mark, markAt, nextMark } from './marks.ts';
import { once } from './namesakes.ts';
import { takeParty } from './party.ts';
import { isExample } from './person-names.ts';
import { isOfSomethingElse, isThing, saysMore, signsUp } from './title.ts';

/** A list of people as somebody pasted it. */
export interface Chain {
  /** What stands above it. */
  readonly title: string;
  /** Each once, in their order; `from` stands only where another of the name is from elsewhere. */
  readonly people: readonly Listed[];
  /**
   * Names that stand there twice and were taken for one person, with nothing to tell whether it is.
   */
  readonly twice: readonly string[];
  /** Numbered lines that hold no name, with their place in the message, from 1. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
  /** Names of those who do not know yet whether they come. */
  readonly undecided: readonly string[];
  /** Names in a block of those who do not come: 请假：. */
  readonly away: readonly string[];
  /**
   * There is no doubt that it is a list of people who come: it says 接龙, or most of its names are in
   * the register's form and nothing in it says that it is a list of something else.
   */
  readonly certain: boolean;
}

/** Longer lists than this are no list of one activity; what follows is not read. */
const MOST_LINES = 300;

interface Draft {
  title: string[];
  headed: boolean;
  /** The block that is read is of those who do not come. */
  isAway: boolean;
  readonly people: Listed[];
  readonly unread: { line: number; text: string }[];
  readonly undecided: string[];
  readonly away: string[];
  numbered: number;
  /** Entries that say something that nobody writes who signs up. */
  doubts: number;
  labels: number;
  last: number;
}

/**
 * Reads the lists that a message holds; more than one when a second title and a new 1 follow. Reads
 * every text in time that grows with its length, and never throws. `isUnit` knows words that stand
 * beside names.
 */
export function readChains(
  line: Line,
  isUnit: (word: string) => boolean = () => false,
): readonly Chain[] {
  const drafts: Draft[] = [newDraft()];
  let above: string[] = [];
  for (const [index, typed] of line.typed.split('\n', MOST_LINES).entries()) {
    const current = drafts.at(-1) ?? newDraft();
    const items = itemsOf(typed, current);
    if (items === undefined) {
      if (!isExample(typed.trim()) && !goesOn(typed, current)) above.push(typed.trim());
      continue;
    }
    const heading = [...above, items.before].filter(Boolean);
    above = [];
    const draft = draftFor(items, heading, drafts);
    takeItems(items, heading, draft);
    for (const content of items.contents) take(content, index + 1, draft, isUnit);
  }
  return drafts.filter(({ people }) => people.length > 0).map(finished);
}

/** The list that entries belong to: a new one below a second title. */
function draftFor(items: Items, heading: readonly string[], drafts: Draft[]): Draft {
  const current = drafts.at(-1) ?? newDraft();
  const another = current.people.length > 0 && items.first === 1 && beginsAnother(heading);
  const draft = another ? newDraft() : current;
  if (another) drafts.push(draft);
  if (heading.length > 0) draft.isAway = isAway(heading);
  return draft;
}

/** 带一个孩子, 2人, +1 below an entry are of whoever stands there last. */
function goesOn(typed: string, draft: Draft): boolean {
  const last = draft.people.at(-1);
  const { party, left } = takeParty(`者 ${typed}`);
  if (last === undefined || party < 2 || left.trim() !== '者') return false;
  draft.people[draft.people.length - 1] = { ...last, party: Math.max(last.party, party) };
  return true;
}

function newDraft(): Draft {
  return {
    title: [],
    headed: false,
    isAway: false,
    people: [],
    unread: [],
    undecided: [],
    away: [],
    numbered: 0,
    doubts: 0,
    labels: 0,
    last: 0,
  };
}

function takeItems({ contents, last }: Items, heading: string[], draft: Draft): void {
  if (draft.numbered === 0) draft.title = heading;
  draft.headed ||= heading.some((text) => isHead(fold(text)));
  draft.numbered += contents.length;
  draft.last = last;
}

function take(
  content: string,
  line: number,
  draft: Draft,
  isUnit: (word: string) => boolean,
): void {
  const entry = readEntry(content, isUnit);
  if (draft.isAway) {
    if (entry.kind === 'people') draft.away.push(...entry.people.map(({ name }) => name));
    return;
  }
  if (saysMore(content)) draft.doubts += 1;
  if (entry.kind === 'people') draft.people.push(...entry.people);
  else if (entry.kind === 'undecided') draft.undecided.push(entry.name);
  else if (entry.kind === 'label') draft.labels += 1;
  else if (entry.kind === 'unread') draft.unread.push({ line, text: content.trim() });
}

function finished({
  title: words,
  headed,
  people,
  unread,
  undecided,
  away,
  numbered,
  doubts,
  labels,
}: Draft): Chain {
  const title = words.join(' ');
  const forSignUp = headed || signsUp(title);
  const registered = people.filter(({ name }) => isRegistered(name)).length;
  const looksLikePeople =
    numbered >= 2 &&
    registered >= 2 &&
    registered * 2 >= people.length &&
    labels === 0 &&
    unread.length <= registered;
  const isElse =
    isOfSomethingElse(title, forSignUp) || (doubts > 0 && (!forSignUp || title === ''));
  const areThings = people.length > 1 && people.every(({ name }) => isThing(name));
  const certain = (headed || looksLikePeople) && !isElse && !areThings;
  return { title, ...once(people), unread, undecided, away, certain };
}

interface Items {
  readonly before: string;
  readonly first: number;
  readonly last: number;
  readonly contents: readonly string[];
}

/** The numbered entries of one line, of which there may be several; undefined where it has none. */
function itemsOf(typed: string, draft: Draft): Items | undefined {
  const folded = fold(typed);
  const start = /^[^\p{L}\p{N}(【[]*/u.exec(folded)?.[0].length ?? 0;
  if (isExample(typed.trim())) return undefined;
  const first = firstMark(folded, start, draft);
  if (first === undefined) return undefined;
  const marks = [first];
  for (
    let mark = nextMark(folded, first.end, first.number + 1);
    mark;
    mark = nextMark(folded, mark.end, mark.number + 1)
  )
    marks.push(mark);
  const contents = marks.map((mark, index) => typed.slice(mark.end, marks[index + 1]?.start));
  return {
    before: typed.slice(0, first.start).trim(),
    first: first.number,
    last: marks.at(-1)?.number ?? 0,
    contents,
  };
}

/**
 * At the beginning of the line; else, behind a title, a `1.` that a `2.` follows or whose line says
 * 接龙.
 */
function firstMark(folded: string, start: number, draft: Draft): Mark | undefined {
  const leading = markAt(folded, start);
  if (leading !== undefined && (leading.strong || isNextByName(folded, leading, draft)))
    return leading;
  const inside = nextMark(folded, start + 1, 1);
  if (inside === undefined) return undefined;
  return isHead(folded) || nextMark(folded, inside.end, 2) !== undefined ? inside : undefined;
}

/**
 * `7 张三` and `7张三` count where a name is behind them that could be one, and the number is the next
 * or the first.
 */
function isNextByName(folded: string, mark: Mark, draft: Draft): boolean {
  const word =
    /^\p{Script=Han}+/u.exec(tail({ typed: folded, folded }, mark.end).folded)?.[0] ?? '';
  return (
    isRegistered(word) ||
    (/[\s、.]$/.test(folded.slice(mark.start, mark.end)) && mark.number === draft.last + 1)
  );
}
