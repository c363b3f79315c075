/**
 * All words that a short notation stands for: `报(个|一个)?名` is 报名, 报个名, 报一个名. Parentheses hold
 * alternatives, `?` behind a character or a group makes it optional.
 * @throws Error where a parenthesis has no partner.
 */
export function expand(notation: string): readonly string[] {
  const { words, end } = sequence(notation, 0);
  if (end !== notation.length) throw new Error(`a parenthesis too many in ${notation}`);
  return [...new Set(words)].filter((word) => word !== '');
}

interface Expanded {
  readonly words: readonly string[];
  /** Where reading ended. */
  readonly end: number;
}

function sequence(text: string, from: number): Expanded {
  let words: readonly string[] = [''];
  let at = from;
  while (at < text.length && text[at] !== ')' && text[at] !== '|') {
    const item = text[at] === '(' ? group(text, at) : { words: [text[at] ?? ''], end: at + 1 };
    const isOptional = text[item.end] === '?';
    const endings = isOptional ? ['', ...item.words] : item.words;
    words = words.flatMap((word) => endings.map((ending) => word + ending));
    at = item.end + (isOptional ? 1 : 0);
  }
  return { words, end: at };
}

function group(text: string, from: number): Expanded {
  const words: string[] = [];
  let at = from;
  do {
    const alternative = sequence(text, at + 1);
    words.push(...alternative.words);
    at = alternative.end;
  } while (text[at] === '|');
  if (text[at] !== ')') throw new Error(`a parenthesis is missing in ${text}`);
  return { words, end: at + 1 };
}
