import { type Catalog, usage } from './catalog.ts';
import type { AnyCommand, Spoken } from './command.ts';
import { withoutCourtesy } from './courtesy.ts';
import { fullForm, match } from './form.ts';
import { fold, type Line, readLine, tail, wordsOf } from './line.ts';
import { nearest } from './near.ts';
import type { Text } from './text.ts';

export type Routed =
  /** Not for the bot. Nothing is answered and nothing is kept. */
  | { readonly kind: 'silence' }
  | {
      readonly kind: 'command';
      readonly command: AnyCommand;
      readonly args: Readonly<Record<string, unknown>>;
      readonly manner: Spoken['manner'];
    }
  /** For the bot, but not to be carried out: what to type instead. */
  | { readonly kind: 'hint'; readonly text: Text };

/** How a message reached the bot. */
export interface Heard {
  readonly text: string;
  readonly kind: 'group' | 'private';
  readonly addressed: boolean;
  readonly botNames: readonly string[];
}

const silence: Routed = { kind: 'silence' };

/** Text → normalised line → command and arguments, or a hint, or silence. Pure; reads no records. */
export function route(heard: Heard, catalog: Catalog): Routed {
  const { line, mentioned } = withoutMention(readLine(heard.text), heard.botNames);
  if (line.folded.startsWith('/')) return routeSlash(line, heard, mentioned, catalog);
  if (!mentioned && !heard.addressed && heard.kind === 'group') return routeShort(line, catalog, 'group') ?? silence;
  return routeWords(line, heard, catalog) ?? hint(line, catalog) ?? { kind: 'hint', text: notUnderstood };
}

/** Takes out `@小联` wherever it stands as a word of its own, and `/小联` at the beginning. */
function withoutMention(line: Line, botNames: readonly string[]): { line: Line; mentioned: boolean } {
  for (const name of botNames) {
    const isSlash = line.folded.startsWith('/');
    const mark = `${isSlash ? '/' : '@'}${fold(name)}`;
    const start = line.folded.indexOf(mark);
    const end = start + mark.length;
    if (start < 0 || (isSlash && start > 0) || !/^(\s|$|[,:，：])/.test(line.folded.slice(end))) continue;
    const skipped = end + (/^[\s,:，：]*/.exec(line.folded.slice(end))?.[0].length ?? 0);
    const take = (text: string) => `${text.slice(0, start)}${text.slice(skipped)}`.trimEnd();
    return { line: { typed: take(line.typed), folded: take(line.folded) }, mentioned: true };
  }
  return { line, mentioned: false };
}

function routeSlash(line: Line, heard: Heard, mentioned: boolean, catalog: Catalog): Routed {
  const head = /^\/\s*(?<name>[^\s@]*)(?:@(?<bot>\S+))?/.exec(line.folded);
  const bot = head?.groups?.['bot'];
  const others = bot !== undefined && !heard.botNames.some((name) => fold(name) === bot);
  if (others && heard.kind === 'group') return silence;
  const name = head?.groups?.['name'] ?? '';
  const behind = tail(line, head?.[0].length ?? 1);
  const typedName = line.typed.slice(/^\/\s*/.exec(line.folded)?.[0].length).slice(0, name.length);
  const said = { typed: `${typedName} ${behind.typed}`.trim(), folded: `${name} ${behind.folded}`.trim() };
  const routed = routeWords(said, heard, catalog) ?? hint(said, catalog);
  if (routed !== undefined) return routed;
  // An unknown slash word in a group is another bot's.
  const forUs = bot !== undefined || mentioned || heard.addressed || heard.kind === 'private';
  return forUs ? { kind: 'hint', text: notUnderstood } : silence;
}

/** Said to the bot: a name with its arguments, or a short form; else how to say what was named. */
function routeWords(line: Line, { kind }: Heard, catalog: Catalog): Routed | undefined {
  const bare = withoutCourtesy(line, true);
  for (const said of bare.folded === line.folded ? [line] : [line, bare]) {
    const named = findNamed(said, catalog);
    const read = named && match(fullForm(named.command), named.behind);
    if (named && read) return { kind: 'command', command: named.command, args: read.args, manner: 'command' };
    const short = routeShort(said, catalog, kind);
    if (short?.kind === 'command') return { ...short, manner: 'command' };
  }
  const named = findNamed(line, catalog) ?? findNamed(bare, catalog);
  return named && { kind: 'hint', text: howTo(named.command) };
}

function findNamed(line: Line, catalog: Catalog): { command: AnyCommand; behind: Line } | undefined {
  const first = wordsOf(line)[0]?.folded ?? '';
  for (let length = first.length; length > 0; length--) {
    const name = first.slice(0, length);
    const command = catalog.names.get(name);
    // Latin names end at a blank or a digit; Chinese ones may run into what follows.
    if (command && (length === first.length || /\P{ASCII}$/u.test(name) || /^\d/.test(first.slice(length))))
      return { command, behind: tail(line, length) };
  }
  return undefined;
}

/** An exact short form, also with thanks behind it; as a guess, one with a missing blank or one wrong character. */
function routeShort(line: Line, catalog: Catalog, place: Heard['kind']): Routed | undefined {
  const bare = withoutCourtesy(line);
  let guessed: Routed | undefined;
  for (const said of bare.folded === line.folded ? [line] : [line, bare]) {
    for (const { command, form } of catalog.shortForms) {
      // What is for one place is talk in the other.
      if (command.where !== 'anywhere' && command.where !== place) continue;
      const read = match(form, said, command.forgiving);
      if (read === undefined) continue;
      const routed = { kind: 'command', command, args: read.args } as const;
      if (!read.guess) return { ...routed, manner: 'short' };
      if (command.forgiving) guessed ??= { ...routed, manner: 'guess' };
    }
  }
  return guessed ?? routeWhole(line, catalog) ?? routeWhole(bare, catalog);
}

/** A message that a command reads as a whole. */
function routeWhole(line: Line, catalog: Catalog): Routed | undefined {
  for (const command of catalog.commands) {
    const args = command.reads?.(line);
    if (args !== undefined) return { kind: 'command', command, args, manner: 'guess' };
  }
  return undefined;
}

function hint(line: Line, catalog: Catalog): Routed | undefined {
  const first = wordsOf(line)[0]?.folded ?? '';
  const meant = nearest(first, catalog.names.keys());
  const command = meant === undefined ? undefined : catalog.names.get(meant);
  return command && { kind: 'hint', text: didYouMean(first, command) };
}

function didYouMean(typed: string, command: AnyCommand): Text {
  return {
    zh: `没有「${typed}」，您是想说「/${command.zh}」吗？例：${command.examples[0]}`,
    en: `There is no “${typed}”. Did you mean /${command.latin}? For example: ${command.examples[0]}`,
  };
}

function howTo(command: AnyCommand): Text {
  const how = usage(command);
  return {
    zh: `这样说：${how.zh}\n例：${command.examples[0]}`,
    en: `Say: ${how.en}\nFor example: ${command.examples[0]}`,
  };
}

const notUnderstood: Text = {
  zh: '这句我没看懂。发「/帮助」看看我能做什么。',
  en: 'I did not understand that. Send /help to see what I can do.',
};
