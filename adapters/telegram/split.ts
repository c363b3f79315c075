/** Telegram takes 4096 characters in a text and 1024 below a photo; counted in UTF-16 units that is always safe. */
const LONGEST_TEXT = 4_096;
export const LONGEST_CAPTION = 1_024;

/** A text in parts that each fit, cut at line ends where there are any. Blank parts are left out. */
export function split(text: string, longest = LONGEST_TEXT): readonly string[] {
  const parts: string[] = [];
  for (let rest = text; rest.trim() !== ''; ) {
    const part = rest.length <= longest ? rest : rest.slice(0, cutAt(rest, longest));
    if (part.trim() !== '') parts.push(part.replace(/^\n+|\n+$/g, ''));
    rest = rest.slice(part.length);
  }
  return parts;
}

/** The beginning of a text, as much as fits. */
export function shortened(text: string, longest = LONGEST_TEXT): string {
  return text.length <= longest ? text : `${text.slice(0, cutAt(text, longest - 1))}…`;
}

/** Behind the last line end within reach, else where no character is torn apart. */
function cutAt(text: string, longest: number): number {
  const line = text.lastIndexOf('\n', longest - 1) + 1;
  if (line > 1) return line;
  const code = text.charCodeAt(longest - 1);
  return code >= 0xd800 && code <= 0xdbff ? longest - 1 : longest;
}
