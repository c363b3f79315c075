/*
 * A file of settings that a person may have written: lines that are theirs stay as they are.
 */

/** Puts values into the text of a file of settings; `undefined` takes one out. */
export function withSettings(
  text: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  const lines = text === '' ? [] : text.replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n');
  const left = new Map(Object.entries(values));
  const changed = lines.flatMap((line) => {
    const name = /^\s*(?:export\s+)?([A-Z_]+)\s*=/.exec(line)?.[1];
    if (name === undefined || !(name in values)) return [line];
    const value = left.get(name);
    left.delete(name);
    // A second line of the same name would win over the first.
    return value === undefined ? [] : [`${name}=${quoted(value)}`];
  });
  const added = [...left].flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${quoted(value)}`],
  );
  return `${[...changed, ...added].join('\n')}\n`;
}

/** As the reader of such files takes it back to the letter. */
function quoted(value: string): string {
  if (/^[\w.:/@+-]*$/.test(value)) return value;
  if (!value.includes("'")) return `'${value}'`;
  if (!value.includes('"') && !value.includes('\\')) return `"${value}"`;
  return `\`${value}\``;
}
