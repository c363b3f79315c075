/** So many letters and digits have the shortest code, and the shortest link that holds one. */
const SHORTEST = 8;

/** Whether a text that nobody says to the bot is long enough to hold a one-time code. */
export function isCodeSized(text: string): boolean {
  return text.normalize('NFKC').replace(/[^0-9a-z]/gi, '').length >= SHORTEST;
}
