import type { Records } from '../../../core/collection.ts';
import { fold } from '../../../core/line.ts';
import { type Audience, groups } from '../records.ts';
import { audienceCalled, joinedAudiences } from './audience.ts';
import { groupKindCalled } from './group-kinds.ts';

/** What a sentence says of its audience. */
export interface SaidAudience {
  /** Undefined where nothing is said of it. */
  readonly audience?: Audience;
  /** The sentence without that. */
  readonly left: string;
  /** What it names that no group is called. */
  readonly unknown?: string;
}

const HERE = /^(本群|这个?群|此群)(里|内|中)?(?=$|[\s,，、;；。)）])/;
const EVERYBODY = /^(所有|全部|各个?|每个)(的)?群(里|内|中)?(?=$|[\s,，、;；。)）])/;

/** Words before an audience; they stand at the beginning of a word. */
const LEAD =
  /(?<=^|[\s,，、;；。(（])(?:[只仅]?(?:发到|发往|发送到)|[只仅]发给?|发给)\s*[:：]?\s*/g;
/** `仅本群`, `限本群`. */
const ONLY_HERE = /(?<=^|[\s,，、;；。(（])(?:[仅只]?限|仅|只)(?:在)?(?=(?:本群|这个?群|此群))/g;

/**
 * Takes out of a sentence what it says of its audience: `发到 党员群、居民群`, `只发 党员群`, `仅本群`,
 * `发到 所有群`. `here` is the id of the group in which it was said.
 */
export function takeAudience(
  text: string,
  here: string | undefined,
  records: Records,
): SaidAudience {
  const folded = fold(text);
  for (const lead of [LEAD, ONLY_HERE])
    for (const match of folded.matchAll(lead)) {
      const from = match.index + match[0].length;
      const named = readNames(text.slice(from), here, records);
      const cut = (length: number) => withoutPart(text, match.index, from + length);
      if ('audience' in named) return { audience: named.audience, left: cut(named.length) };
      // 「发给老人的礼物」 is what is done, not to whom it is told.
      if (!match[0].includes('发给')) return { left: cut(named.word.length), unknown: named.word };
    }
  return { left: text };
}

type Names = { readonly audience: Audience; readonly length: number } | { readonly word: string };

/** Names of groups with commas or 和 between them, as far as they go. */
function readNames(text: string, here: string | undefined, records: Records): Names {
  const first = readName(text, here, records);
  if (!('audience' in first)) return first;
  let { audience, length } = first;
  for (;;) {
    const joint = /^\s*(?:[、,，]|和|及|与|\s)\s*/.exec(text.slice(length));
    if (joint === null) return { audience, length };
    const next = readName(text.slice(length + joint[0].length), here, records, joint[0].trim());
    if (!('audience' in next)) return { audience, length };
    audience = joinedAudiences(audience, next.audience);
    length += joint[0].length + next.length;
  }
}

/** One name at the beginning of a text; behind a mere blank only one that is plainly a group. */
function readName(text: string, here: string | undefined, records: Records, joint = ','): Names {
  const folded = fold(text);
  const all = EVERYBODY.exec(folded);
  if (all !== null) return { audience: {}, length: all[0].length };
  const local = HERE.exec(folded);
  if (local !== null)
    return here === undefined
      ? { word: local[0] }
      : { audience: { groups: [here] }, length: local[0].length };
  const titled = records
    .all(groups)
    .filter(({ title }) => folded.startsWith(fold(title)) && isEnd(folded, title.length))
    .sort((a, b) => b.title.length - a.title.length)[0];
  const word = titled?.title ?? /^[@＠]?[^\s,，、;；。()（）]+/.exec(text)?.[0] ?? '';
  const name = word.replace(/^[@＠]/, '').replace(/(?<=群)[里内中]$/, '');
  const isPlain = joint !== '' || titled !== undefined || groupKindCalled(name) !== undefined;
  const audience = isPlain ? splitCalled(name, records) : undefined;
  return audience === undefined ? { word } : { audience, length: word.length };
}

/** `党员群和居民群` in one word. */
function splitCalled(name: string, records: Records): Audience | undefined {
  const whole = audienceCalled(name, records);
  if (whole !== undefined) return whole;
  const parts = name.split(/[和及与]/).map((part) => audienceCalled(part, records));
  if (parts.length === 1) return undefined;
  return parts.reduce((one, other) => one && other && joinedAudiences(one, other));
}

function isEnd(text: string, at: number): boolean {
  return at === text.length || /[\s,，、;；。和及与()（）里内中]/.test(text[at] ?? '');
}

function withoutPart(text: string, from: number, to: number): string {
  const before = text.slice(0, from).replace(/(?<![\s,，、;；(（])[\s,，、;；(（]+$/, '');
  const after = text.slice(to).replace(/^[\s,，、;；)）]+/, '');
  return [before, after].filter(Boolean).join(' ');
}
