import type { AnyCommand, CommandContext } from '../core/command.ts';
import { fold, type Line, readLine, tail, wordsOf } from '../core/line.ts';
import { shortened } from '../core/names.ts';
import type { Catalog } from './catalog.ts';
import { nearest } from './edit-distance.ts';
import { completed, fullForm, lettersOf, match } from './forms.ts';
import {
  didYouMean,
  type Hint,
  hello,
  howTo,
  notUnderstood,
  sayIt,
  youAreWelcome,
} from './hints.ts';
import { withoutPoliteness } from './politeness.ts';
import { NO_REFERENCES, type References } from './references.ts';

export type Reading =
  /** Not for the bot. Nothing is answered and nothing is kept. */
  | { readonly kind: 'silence' }
  | {
      readonly kind: 'command';
      readonly command: AnyCommand;
      readonly args: Readonly<Record<string, unknown>>;
      readonly trigger: CommandContext['trigger'];
      /** For a guess that was said to the bot: what to answer where it is declined. */
      readonly otherwise?: Hint | undefined;
    }
  | Hint;

/** How a message reached the bot. */
export interface Utterance {
  readonly text: string;
  readonly kind: 'group' | 'private';
  readonly addressed: boolean;
  readonly botNames: readonly string[];
  /**
   * What the message of the bot is about that it answers; a number that is missing is the one
   * there.
   */
  readonly references?: References;
}

const silence: Reading = { kind: 'silence' };

/**
 * Text → normalised line → command and arguments, or a hint, or silence. Pure; reads no records.
 */
export function route(heard: Utterance, catalog: Catalog): Reading {
  const { line, mentioned } = withoutMention(readLine(heard.text), heard, catalog);
  if (line.folded.startsWith('/')) return routeSlash(line, heard, mentioned, catalog);
  if (!mentioned && !heard.addressed && heard.kind === 'group')
    return routeShort(line, heard, catalog) ?? silence;
  return (
    routeWords(line, heard, catalog) ??
    hint(line, catalog) ??
    freely(line, catalog) ??
    notUnderstood
  );
}

/**
 * Takes out `@小联` wherever it stands as a word of its own or before a command, and `/小联` at the
 * beginning.
 */
function withoutMention(
  line: Line,
  heard: Utterance,
  catalog: Catalog,
): { line: Line; mentioned: boolean } {
  for (const name of heard.botNames) {
    const isSlash = line.folded.startsWith('/');
    const mark = `${isSlash ? '/' : '@'}${fold(name)}`;
    const start = line.folded.indexOf(mark);
    const end = start + mark.length;
    if (start < 0 || (isSlash && start > 0)) continue;
    // 「@小联名单」 is for the bot, 「@小联合社」 for somebody else.
    const isApart = /^(\s|$|[,:，：])/.test(line.folded.slice(end));
    if (!isApart && (isSlash || !isCommand(tail(line, end), heard, catalog))) continue;
    const skipped = end + (/^[\s,:，：]*/.exec(line.folded.slice(end))?.[0].length ?? 0);
    const take = (text: string) => `${text.slice(0, start)}${text.slice(skipped)}`.trimEnd();
    return { line: { typed: take(line.typed), folded: take(line.folded) }, mentioned: true };
  }
  return { line, mentioned: false };
}

function routeSlash(line: Line, heard: Utterance, mentioned: boolean, catalog: Catalog): Reading {
  const head = /^\/\s*(?<name>[^\s@]*)(?:@(?<bot>\S+))?/.exec(line.folded);
  const bot = head?.groups?.['bot'];
  const others = bot !== undefined && !heard.botNames.some((name) => fold(name) === bot);
  if (others && heard.kind === 'group') return silence;
  const name = head?.groups?.['name'] ?? '';
  const behind = tail(line, head?.[0].length ?? 1);
  const typedName = line.typed.slice(/^\/\s*/.exec(line.folded)?.[0].length).slice(0, name.length);
  const said = {
    typed: `${typedName} ${behind.typed}`.trim(),
    folded: `${name} ${behind.folded}`.trim(),
  };
  const routed = routeWords(said, heard, catalog) ?? hint(said, catalog);
  if (routed !== undefined) return routed;
  // An unknown slash word in a group is another bot's.
  const forUs = bot !== undefined || mentioned || heard.addressed || heard.kind === 'private';
  return forUs ? notUnderstood : silence;
}

/** Said to the bot: a name with its arguments, or a short form; else how to say what was named. */
function routeWords(line: Line, heard: Utterance, catalog: Catalog): Reading | undefined {
  const bare = withoutPoliteness(line, true);
  for (const said of bare.folded === line.folded ? [line] : [line, bare]) {
    const named = findNamed(said, catalog);
    const read =
      named &&
      match(fullForm(named.command), named.behind, { references: aboutFor(named.command, heard) });
    if (named && read && (!named.glued || isSentence(named)))
      return { kind: 'command', command: named.command, args: read.args, trigger: 'command' };
    const short = routeShort(said, heard, catalog);
    // 「报名表」 may be anything: whether a name that runs into what follows is meant, only the records
    // tell.
    const otherwise = named?.glued ? namedIn(named.command, said) : undefined;
    // What is named is not guessed to be something else.
    const isNamed =
      named !== undefined &&
      !named.glued &&
      short?.kind === 'command' &&
      short.command !== named.command;
    if (short?.kind === 'command' && (short.trigger === 'short' || !(named?.glued || isNamed)))
      return { ...short, trigger: 'command' };
    if (isNamed) return howTo(named.command);
    if (short?.kind === 'command') return { ...short, otherwise: otherwise ?? notUnderstood };
    if (named?.glued && read && named.command.allowTypo)
      return {
        kind: 'command',
        command: named.command,
        args: read.args,
        trigger: 'guess',
        otherwise: otherwise ?? notUnderstood,
      };
    if (otherwise !== undefined) return otherwise;
  }
  const named = findNamed(line, catalog) ?? findNamed(bare, catalog);
  return named && !named.glued ? howTo(named.command) : undefined;
}

/** No name is so long: 「/需求楼道的灯三天没亮」 has only lost its blank. */
function isSentence({ command, behind: { folded } }: Named): boolean {
  return !command.allowTypo && folded.length >= 5 && !/[吗呢?]|怎么|什么|哪|谁/.test(folded);
}

/** Whether a text begins with a command, and is one. */
function isCommand(line: Line, heard: Utterance, catalog: Catalog): boolean {
  const named = findNamed(withoutPoliteness(line, true), catalog);
  if (named === undefined || named.glued) return false;
  return (
    match(fullForm(named.command), named.behind, { references: aboutFor(named.command, heard) }) !==
    undefined
  );
}

function aboutFor(
  { requiresNumber }: AnyCommand,
  { references = NO_REFERENCES }: Utterance,
): References {
  return requiresNumber ? NO_REFERENCES : references;
}

/** One word under a message that is about something else: 「+1」 under a request is no sign-up. */
function isBesides(
  command: AnyCommand,
  line: Line,
  { references = NO_REFERENCES }: Utterance,
): boolean {
  // Hardly anything answers the bot, and every form of every command asks.
  if (references.size === 0 || wordsOf(line).length !== 1) return false;
  const letters = lettersOf(command);
  return letters.length > 0 && !letters.some((letter) => references.has(letter));
}

/** Under a request 「完成了」 is said of it. */
function withoutDone(line: Line, { references = NO_REFERENCES }: Utterance): readonly Line[] {
  const isDone = references.has('#') && /^\p{Script=Han}+[了啦]$/u.test(line.folded);
  return isDone ? [{ typed: line.typed.slice(0, -1), folded: line.folded.slice(0, -1) }] : [];
}

interface Named {
  readonly command: AnyCommand;
  readonly behind: Line;
  /** A Chinese name runs into what follows, which is no number. */
  readonly glued: boolean;
}

function findNamed(line: Line, catalog: Catalog): Named | undefined {
  const first = wordsOf(line)[0]?.folded ?? '';
  for (let length = Math.min(first.length, catalog.longestName); length > 0; length--) {
    const name = first.slice(0, length);
    const command = catalog.names.get(name);
    const rest = first.slice(length);
    // Latin names end at a blank or a digit; Chinese ones may run into what follows.
    if (command && (rest === '' || /\P{ASCII}$/u.test(name) || /^\d/.test(rest)))
      return { command, behind: tail(line, length), glued: !/^($|#?\d|[a-z]\d|[:,])/.test(rest) };
  }
  return undefined;
}

/**
 * An exact short form, also with thanks behind it; as a guess, one with a missing blank or one
 * wrong character.
 */
function routeShort(line: Line, heard: Utterance, catalog: Catalog): Reading | undefined {
  const { kind: place, references = NO_REFERENCES } = heard;
  const bare = withoutPoliteness(line);
  let guessed: Reading | undefined;
  for (const said of [
    ...(bare.folded === line.folded ? [line] : [line, bare]),
    ...withoutDone(bare, heard),
  ]) {
    for (const { command, form } of catalog.shortForms) {
      // What is for one place is talk in the other.
      if (command.scope !== 'anywhere' && command.scope !== place) continue;
      if (isBesides(command, said, heard)) continue;
      const read = match(form, said, {
        allowTypo: command.allowTypo,
        references: aboutFor(command, heard),
      });
      if (read === undefined) continue;
      const routed = { kind: 'command', command, args: read.args } as const;
      if (!read.guess) return { ...routed, trigger: 'short' };
      if (command.allowTypo) guessed ??= { ...routed, trigger: 'guess' };
    }
  }
  return guessed ?? routeWhole(line, references, catalog) ?? routeWhole(bare, references, catalog);
}

/** A message that a command reads as a whole. */
function routeWhole(line: Line, about: References, catalog: Catalog): Reading | undefined {
  for (const command of catalog.commands) {
    const args = command.parseWhole?.(line);
    if (args !== undefined)
      return { kind: 'command', command, args: completed(args, command, about), trigger: 'guess' };
  }
  return undefined;
}

/**
 * What was misspelt. Of two characters, only what a command is called in the first place is near
 * enough to guess at.
 */
function hint(line: Line, catalog: Catalog): Hint | undefined {
  const first = wordsOf(line)[0]?.folded ?? '';
  const names = [...catalog.names].filter(
    ([name, { zhName }]) => name.length > 2 || name === fold(zhName),
  );
  const meant = nearest(first, new Map(names).keys());
  const command = meant === undefined ? undefined : catalog.names.get(meant);
  return command && didYouMean(first, command);
}

/** `/需求清单` may be meant for 需求; of its other names none is so near that one would ask. */
function namedIn(command: AnyCommand, said: Line): Hint | undefined {
  const typed = wordsOf(said)[0]?.typed ?? '';
  return command.zhName.length > 1 && fold(typed).startsWith(fold(command.zhName))
    ? didYouMean(shortened(typed, 8), command)
    : undefined;
}

/** Said to the bot as to a person: a greeting, or words that tell what it is about. */
function freely(line: Line, catalog: Catalog): Hint | undefined {
  if (withoutPoliteness(line, true).folded === '')
    return /谢|辛苦|thank/.test(line.folded) ? youAreWelcome : hello;
  const commands = catalog.commands.filter(({ unlisted }) => !unlisted);
  const isIn = ({ zhName }: AnyCommand) => zhName.length > 1 && line.folded.includes(fold(zhName));
  const meant = commands.find(({ hintPattern }) => hintPattern?.test(line.folded));
  const named = commands.find((command) => command.daily && isIn(command));
  if (meant !== undefined) return sayIt(meant, `${meant.zhName} ${line.typed}`);
  return named && sayIt(named, named.examples[0]);
}
