import { MOST_HEADS } from '../../../../core/arguments.ts';
import { fold } from '../../../../core/line.ts';
import { numberSource, readNumber } from '../../../../core/numerals.ts';

/** What an entry says of how many come, and what is left of it without that. */
export interface Party {
  readonly party: number;
  readonly left: string;
}

const n = `(${numberSource(2)})`;
const kin =
  '(?:大人|小孩|孩子|小朋友|娃|宝宝|宝|家属|家人|老人|朋友|同事|家长|老公|老婆|爱人|妈妈|爸爸|人|个|位|名)';

/** Each with how its numbers become the size of the party. */
const ways: readonly (readonly [RegExp, (...numbers: number[]) => number])[] = [
  [new RegExp(`${n}大${n}小`), (big = 1, small = 0) => big + small],
  [new RegExp(`(?:一家|全家)${n}口(?:人)?`), (all = 1) => all],
  [
    new RegExp(`(?:另|再|还)?(?:带|携)(?:着|了|上)?${n}?(?:个|位|名)?${kin}+`),
    (more = 1) => 1 + more,
  ],
  [new RegExp(`(?:另|再|还)?(?:带|携|加)(?:着|了|上)?${n}`), (more = 1) => 1 + more],
  [new RegExp(`\\+ ?${n} ?(?:个|位|名)?${kin}*`), (more = 1) => 1 + more],
  [new RegExp(`[x×*✖✕] ?${n} ?[人位名份]?`), (all = 1) => all],
  [new RegExp(`(?:一?共|合计|总共)? ?${n} ?[人位名](?![\\p{L}])`, 'u'), (all = 1) => all],
];

/** Takes `(带1人)`, `+1`, `×2`, `2人`, `一家三口` out of an entry; one person where nothing is said. */
export function takeParty(entry: string): Party {
  const folded = fold(entry);
  for (const [way, size] of ways) {
    const found = way.exec(folded);
    // At the beginning it belongs to a name, such as 三人行.
    if (found === null || found.index === 0) continue;
    const numbers = found.slice(1).filter((text) => text !== undefined);
    const party = size(...numbers.map(readNumber));
    if (party < 1 || party > MOST_HEADS) continue;
    const left = `${entry.slice(0, found.index)} ${entry.slice(found.index + found[0].length)}`;
    return { party, left: left.replace(/[(（]\s*[)）]/g, ' ') };
  }
  return { party: 1, left: entry };
}

/** A number of people, or what is added to a name; a telephone number goes on behind it. */
const SAID =
  /(?:[+x×*✖✕带]\s?(\d{2,4})(?![\d\s-]*\d)|(?<!\d)(\d{2,4})\s?(?:个|位|名)?(?:人|位|名|孩子|小孩))/gu;

/** Whether an entry says of itself that more come than one entry can bring. */
export function saysTooMany(entry: string): boolean {
  return [...fold(entry).matchAll(SAID)].some(
    ([, added, said]) => Number(added ?? 0) >= MOST_HEADS || Number(said ?? 0) > MOST_HEADS,
  );
}
