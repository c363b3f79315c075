/**
 * A text in parts that each fit, UTF-16 units, cut at line ends where there are any. Blank parts
 * are left out.
 */
export function split(text: string, longest: number): readonly string[] {
  const parts: string[] = [];
  for (let rest = text; rest.trim() !== ''; ) {
    const part = rest.length <= longest ? rest : rest.slice(0, cutAt(rest, longest));
    if (part.trim() !== '') parts.push(part.replace(/^\n+|\n+$/g, ''));
    rest = rest.slice(part.length);
  }
  return parts;
}

/** The beginning of a text, as much as fits. */
export function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, cutAt(text, longest - 1))}…`;
}

/** Behind the last line end within reach, else where no character is torn apart. */
function cutAt(text: string, longest: number): number {
  const line = text.lastIndexOf('\n', longest - 1) + 1;
  if (line > 1) return line;
  const code = text.charCodeAt(longest - 1);
  return code >= 0xd800 && code <= 0xdbff ? longest - 1 : longest;
}
