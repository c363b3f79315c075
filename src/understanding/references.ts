/**
 * What a message of the bot refers to: `e` → 7 where it names E7 and no other activity, `#` → 12
 * for the request #12.
 */
export type References = ReadonlyMap<string, number>;

export const NO_REFERENCES: References = new Map();

/** A number as it is printed, first in its line. */
const PRINTED = /(?<![\p{L}\p{N}])([A-Z#])(\d{1,6})(?!\d)/u;
/** In words to be typed a request has its number alone: 「撤回 2」. */
const TO_TYPE = /「\/?\p{Script=Han}+ #?(\d{1,6})(?=[ 」])/gu;

/**
 * The numbers that the bot has printed in a text, of each letter the only one; of several nobody
 * knows which is meant. What stands behind the first in a line, in 「」 or behind 例： may be an
 * example, or somebody's own words: `#4 E1栋电梯坏了`.
 */
export function referencesOf(text: string): References {
  return new Map(
    [...numbersIn(text)].flatMap(([key, [only, ...others]]) =>
      only && others.length === 0 ? [[key, only]] : [],
    ),
  );
}

/** Whether a text names several requests, so that nobody knows which an answer means. */
export function namesSeveral(text: string): boolean {
  return (numbersIn(text).get('#')?.size ?? 0) > 1;
}

function numbersIn(text: string): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  const note = (letter: string, number: string) => {
    found.set(letter, (found.get(letter) ?? new Set()).add(Number(number)));
  };
  for (const line of text.split('\n')) {
    const [, letter, number] = PRINTED.exec(withoutQuotations(line)) ?? [];
    if (letter !== undefined && number !== undefined) note(letter.toLowerCase(), number);
    for (const [, ticket = ''] of line.matchAll(TO_TYPE)) note('#', ticket);
  }
  return found;
}

function withoutQuotations(line: string): string {
  // One that nobody has closed is none, but it may hold an example.
  return line.replace(/「[^」]*」?|例[:：].*/g, (piece) =>
    /^例|」$/.test(piece) ? ' ' : piece.replace(/例[:：].*/, ' '),
  );
}

/** Words that ask, deny or praise, rather than say what is to be noted. */
const REMARK =
  /^(?:[不没别得度谁怎哪]|是不|能不|可不|有没|什么|多少|几[个时点]|一下|辛苦|谢)|[?？]|(?:[吗呢嘛吧]|了没|没有)[\s。.!！~…]*$/;

/** Whether words under a message of the bot are a remark, although they begin like a command. */
export function isRemark(text: string): boolean {
  return REMARK.test(text.trim());
}
