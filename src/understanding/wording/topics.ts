import type { Subject } from '../../core/wording.ts';
import type { Spotter } from './clauses.ts';

/*
 * Words by which people speak of a thing whose number they do not know: 灯那个, 北门的垃圾. They are
 * pieces of its text.
 */

/** Things that one character names. */
const THINGS = '灯门水电锁窗墙树管井桶车路厕网气厅梯栏柜箱阀渠沟草花狗猫鼠虫烟伞椅桌床琴棋书';
/** Characters of grammar and of numbers, which name no thing. */
const NO_THING =
  /[不没有了的是在我你他她它们来去好坏吗呢啊吧一二三四五六七八九十个这那号楼单元层室\P{L}]/u;
/** The longest piece that is looked for. */
const LONGEST = 6;

/** Spots pieces of the texts of subjects, with all whose text they stand in. */
export function topics(subjects: readonly Subject[]): Spotter {
  const texts = subjects.flatMap((subject) =>
    subject.text === undefined ? [] : [{ subject, text: subject.text }],
  );
  return (folded, at) => {
    if (texts.length === 0) return undefined;
    for (const piece of piecesAt(folded, at)) {
      const meant = texts.filter(({ text }) => text.includes(piece)).map(({ subject }) => subject);
      if (meant.length > 0)
        return {
          end: at + piece.length,
          senses: meant.map((value) => ({ role: 'topic', value }) as const),
        };
    }
    return undefined;
  };
}

/** What could be the name of a thing here, the longest first. */
function piecesAt(folded: string, at: number): readonly string[] {
  if (/[a-z]/.test(folded[at] ?? '')) {
    const length = latin(folded, at);
    return length === 0 ? [] : [folded.slice(at, at + length)];
  }
  const length = han(folded, at);
  const pieces = Array.from({ length }, (_, less) => folded.slice(at, at + length - less));
  return pieces.filter((piece) => piece.length > 1 || THINGS.includes(piece));
}

/** The length of a word of Latin letters, where it is long enough to name something. */
function latin(folded: string, at: number): number {
  let end = at;
  while (end < folded.length && /[a-z]/.test(folded[end] ?? '')) end++;
  return end - at > 3 ? end - at : 0;
}

/** How many characters from here on could be the name of a thing. */
function han(folded: string, at: number): number {
  let end = at;
  while (end < folded.length && end - at < LONGEST && !NO_THING.test(folded[end] ?? ' ')) end++;
  return end - at;
}
