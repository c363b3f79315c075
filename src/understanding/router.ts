import type { AnyCommand } from '../core/command.ts';
import { ignore } from '../core/ignored.ts';
import { fold, type Line, readLine, tail, wordsOf } from '../core/line.ts';
import type { Catalog } from './catalog.ts';
import { nearest } from './edit-distance.ts';
import { didYouMean, type Hint, hello, notUnderstood, sayIt, youAreWelcome } from './hints.ts';
import { withoutMention } from './mention.ts';
import { readNamed } from './named.ts';
import { withoutPoliteness } from './politeness.ts';
import type { Reading, Utterance } from './reading.ts';
import { readShort } from './short-forms.ts';

/**
 * The exact reader: text → line → command and arguments, or a hint, or why it is ignored. Pure;
 * reads no records.
 */
export function route(utterance: Utterance, catalog: Catalog): Reading {
  const { line, isToUs } = addressedLine(utterance, catalog);
  if (line.folded.startsWith('/')) return readSlash(line, utterance, isToUs, catalog);
  if (!isToUs) return readShort(line, utterance, catalog) ?? ignore('talk');
  return (
    readNamed(line, utterance, catalog) ??
    misspelt(line, catalog) ??
    readFreely(line, catalog) ??
    notUnderstood
  );
}

/** The line without the mention of the bot, and whether it was said to the bot. */
export function addressedLine(
  utterance: Utterance,
  catalog: Catalog,
): { readonly line: Line; readonly isToUs: boolean } {
  const typed = readLine(utterance.text);
  const unmentioned = /[@/]/.test(typed.folded)
    ? withoutMention(typed, utterance, catalog)
    : undefined;
  const isToUs = unmentioned !== undefined || utterance.addressed || utterance.kind === 'private';
  return { line: unmentioned ?? typed, isToUs };
}

function readSlash(line: Line, utterance: Utterance, isToUs: boolean, catalog: Catalog): Reading {
  const head = /^\/\s*(?<name>[^\s@]*)(?:@(?<bot>\S+))?/.exec(line.folded);
  const bot = head?.groups?.['bot'];
  const isOthers = bot !== undefined && !utterance.botNames.some((name) => fold(name) === bot);
  if (isOthers && utterance.kind === 'group') return ignore('other-bot');
  const name = head?.groups?.['name'] ?? '';
  const behind = tail(line, head?.[0].length ?? 1);
  const typedName = line.typed.slice(/^\/\s*/.exec(line.folded)?.[0].length).slice(0, name.length);
  const said = {
    typed: `${typedName} ${behind.typed}`.trim(),
    folded: `${name} ${behind.folded}`.trim(),
  };
  const read = readNamed(said, utterance, catalog) ?? misspelt(said, catalog);
  if (read !== undefined) return read;
  // An unknown slash word in a group is another bot's.
  return bot !== undefined || isToUs ? notUnderstood : ignore('other-bot');
}

/**
 * What was misspelt. Of two characters, only what a command is called in the first place is near
 * enough to guess at.
 */
function misspelt(line: Line, catalog: Catalog): Hint | undefined {
  const first = wordsOf(line)[0]?.folded ?? '';
  const names = [...catalog.names].filter(
    ([name, { zhName }]) => name.length > 2 || name === fold(zhName),
  );
  const meant = nearest(first, new Map(names).keys());
  const command = meant === undefined ? undefined : catalog.names.get(meant);
  return command && didYouMean(first, command);
}

/** Said to the bot as to a person: a greeting, or words that name a subject. */
function readFreely(line: Line, catalog: Catalog): Hint | undefined {
  if (withoutPoliteness(line, true).folded === '')
    return /谢|辛苦|thank/.test(line.folded) ? youAreWelcome : hello;
  const commands = catalog.commands.filter(({ unlisted }) => !unlisted);
  const isIn = ({ zhName }: AnyCommand) => zhName.length > 1 && line.folded.includes(fold(zhName));
  const meant = commands.find(({ hintPattern }) => hintPattern?.test(line.folded));
  const named = commands.find((command) => command.daily && isIn(command));
  if (meant !== undefined) return sayIt(meant, `${meant.zhName} ${line.typed}`);
  return named && sayIt(named, named.examples[0]);
}
