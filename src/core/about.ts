/** What a message of the bot is about: `e` → 7 where it names E7 and no other activity, `#` → 12 for the request #12. */
export type About = ReadonlyMap<string, number>;

export const NOTHING: About = new Map();

/** The numbers that are printed in a text, of each letter the only one; of several nobody knows which is meant. */
export function aboutOf(text: string): About {
  const found = new Map<string, Set<number>>();
  for (const [, letter = '', number] of text.matchAll(/(?<![\p{L}\p{N}])([A-Z#])(\d{1,6})(?!\d)/gu)) {
    const key = letter.toLowerCase();
    found.set(key, (found.get(key) ?? new Set()).add(Number(number)));
  }
  return new Map([...found].flatMap(([key, [only, ...others]]) => (only && others.length === 0 ? [[key, only]] : [])));
}
