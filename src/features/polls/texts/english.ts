/** Words to type, in an English sentence: `/vote P3 A` for `投 P3 A`. */
export function inEnglish(words: string): string {
  return words.replace(/^[投选] /, '/vote ').replace(/^定 /, '/adopt ');
}
