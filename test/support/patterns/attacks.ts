import { membership } from './machine.ts';
import { type Node, parse, type Repeat } from './syntax.ts';

/*
 * Texts on which a pattern may have to try very many ways: something that goes round in it, or what
 * leads to it, again and again, and then an end that does not fit.
 */

/** A text that grows: `before`, `again` so many times, `behind`. */
export interface Attack {
  readonly before: string;
  readonly again: string;
  readonly behind: string;
}

/** The text of an attack that is about so long. */
export function textOf({ before, again, behind }: Attack, length: number): string {
  return before + again.repeat(Math.ceil(length / again.length)) + behind;
}

/** What stands in long messages of people whoever they are, beside what the pattern itself names. */
const COMMON = [...' \n09axZ字一（，。-_!\u0001'];

/** So many ways through a part are tried; a list of words is as good as its first ones. */
const MOST_WAYS = 6;
/** So many ways to a loop are put before it. */
const MOST_LEADS = 3;
/** With more kinds of characters that go round, no two of them are put together. */
const MOST_PAIRED = 5;

export function attacksOn(source: string, flags: string): readonly Attack[] {
  const tree = parse(source, flags.includes('u'));
  const loops = nodesIn(tree).filter(isLoop);
  if (loops.length === 0) return [];
  const letters = lettersOf(tree, source, flags);
  const ways = loops.map((loop) => ({
    leads: waysTo(tree, loop, letters),
    rounds: waysThrough(loop.of, letters),
  }));
  const own = unique(loops.flatMap(({ of }) => placesIn(of)));
  const turning = kindsOf(letters, own);
  const again = unique([
    ...turning,
    ...(turning.length > MOST_PAIRED ? [] : turning.flatMap((a) => turning.map((b) => a + b))),
    ...ways.flatMap(({ leads, rounds }) => [...leads, ...rounds, ...joined(leads, rounds)]),
  ]).filter((one) => one !== '');
  const before = unique(['', ...ways.flatMap(({ leads }) => leads.slice(0, MOST_LEADS))]);
  const ends = own.flatMap((place) => letters.all.find((one) => !letters.fits(place, one)) ?? []);
  const behind = unique(['', ...ends, ...waysThrough(tree, letters).slice(0, 1)]);
  return again.flatMap((one) =>
    before.flatMap((lead) => behind.map((end) => ({ before: lead, again: one, behind: end }))),
  );
}

/** Goes round as often as a text lets it, or so often that many texts end before. */
function isLoop(node: Node): node is Repeat {
  return node.kind === 'repeat' && node.max >= 10;
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'place' || node.kind === 'edge') return [];
  return Array.isArray(node.of) ? (node.of as readonly Node[]) : [node.of as Node];
}

function nodesIn(node: Node): readonly Node[] {
  return [node, ...childrenOf(node).flatMap(nodesIn)];
}

function placesIn(node: Node): readonly string[] {
  return nodesIn(node).flatMap((one) => (one.kind === 'place' ? one.written : []));
}

interface Letters {
  readonly all: readonly string[];
  fits(place: string, letter: string): boolean;
}

/** Of the letters that all places of a pattern take or leave alike, one. */
function lettersOf(tree: Node, source: string, flags: string): Letters {
  const places = unique(placesIn(tree));
  const is = new Map(
    places.map((place) => [place, membership(place, flags.replace(/[gyd]/g, ''))]),
  );
  const fits = (place: string, letter: string) => is.get(place)?.(letter) === true;
  const named = flags.includes('u') ? [...source, '😀'] : source.split('');
  const none = { all: unique([...COMMON, ...named]), fits };
  const other = none.all.find((letter) => !places.some((place) => fits(place, letter)));
  return { all: [...(other === undefined ? [] : [other]), ...kindsOf(none, places)], fits };
}

/** Of the letters that some of these places take, and all of them take or leave alike, one. */
function kindsOf({ all, fits }: Letters, places: readonly string[]): readonly string[] {
  const kinds = new Map<string, string>();
  for (const letter of all) {
    const kind = places.map((place) => (fits(place, letter) ? '1' : '0')).join('');
    if (kind.includes('1') && !kinds.has(kind)) kinds.set(kind, letter);
  }
  return [...kinds.values()];
}

/** Short texts that a part takes, of different ways through it. */
function waysThrough(node: Node, letters: Letters): readonly string[] {
  switch (node.kind) {
    case 'place':
      return letters.all.filter((letter) => letters.fits(node.written, letter)).slice(0, MOST_WAYS);
    case 'choice':
      return node.of.flatMap((way) => waysThrough(way, letters).slice(0, 2)).slice(0, MOST_WAYS);
    case 'repeat':
      return node.min === 0
        ? ['', ...waysThrough(node.of, letters)]
        : waysThrough(node.of, letters).map((way) => way.repeat(node.min));
    case 'row':
      return node.of.reduce<readonly string[]>(
        (ways, part) => joined(ways, waysThrough(part, letters)),
        [''],
      );
    default:
      return [''];
  }
}

/** Texts that lead from the beginning of a pattern to a part of it. */
function waysTo(tree: Node, part: Node, letters: Letters): readonly string[] {
  if (tree === part) return [''];
  const within = childrenOf(tree).findIndex((child) => nodesIn(child).includes(part));
  const child = childrenOf(tree)[within];
  if (child === undefined) return [];
  const into = waysTo(child, part, letters);
  if (tree.kind !== 'row') return into;
  const ahead: Node = { kind: 'row', of: tree.of.slice(0, within) };
  return joined(waysThrough(ahead, letters), into);
}

/** Each first way with a second one, and each second one with a first, but not all with all. */
function joined(first: readonly string[], second: readonly string[]): readonly string[] {
  const most = Math.max(first.length, second.length);
  const ways = Array.from(
    { length: most },
    (_, index) => `${first[index % first.length] ?? ''}${second[index % second.length] ?? ''}`,
  );
  return unique(ways).slice(0, MOST_WAYS);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
