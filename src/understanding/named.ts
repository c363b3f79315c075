import type { AnyCommand } from '../core/command.ts';
import { firstWordOf, fold, type Line, tail } from '../core/line.ts';
import { shortened } from '../core/names.ts';
import type { Catalog } from './catalog.ts';
import { fullForm, lettersOf, type Match, match } from './forms.ts';
import { didYouMean, type Hint, howTo, notUnderstood } from './hints.ts';
import { withoutPoliteness } from './politeness.ts';
import type { CommandReading, Reading, Utterance } from './reading.ts';
import { NO_REFERENCES, type References } from './references.ts';
import { readShort } from './short-forms.ts';

/*
 * Words that are said to the bot: the name of a command and its arguments, or a short form.
 */

interface Named {
  readonly command: AnyCommand;
  readonly behind: Line;
  /** A Chinese name runs into what follows, which is no number. */
  readonly glued: boolean;
}

/** A name with its arguments, or a short form; else how to say what was named. */
export function readNamed(line: Line, utterance: Utterance, catalog: Catalog): Reading | undefined {
  const bare = withoutPoliteness(line, true);
  const lines = bare.folded === line.folded ? [line] : [line, bare];
  for (const said of lines) {
    const named = findNamed(said, catalog);
    const read =
      named === undefined
        ? asCommand(readShort(said, utterance, catalog))
        : readAfterName(said, named, utterance, catalog);
    if (read !== undefined) return read;
  }
  const named = lines.map((said) => findNamed(said, catalog)).find((one) => one !== undefined);
  return named && !named.glued ? howTo(named.command) : undefined;
}

function readAfterName(
  said: Line,
  named: Named,
  utterance: Utterance,
  catalog: Catalog,
): Reading | undefined {
  const { command } = named;
  const read = matchArguments(named, utterance);
  if (read !== undefined && (!named.glued || isSentence(named)))
    return { kind: 'command', command, args: read.args, trigger: 'command' };
  const short = readShort(said, utterance, catalog);
  if (short?.trigger === 'short') return asCommand(short);
  if (named.glued) return readGlued(said, command, read, short);
  // What is named is not guessed to be something else.
  return short === undefined || short.command === command ? asCommand(short) : howTo(command);
}

/** 「报名表」 may be anything: whether a name that runs into more words is meant, records tell. */
function readGlued(
  said: Line,
  command: AnyCommand,
  read: Match | undefined,
  short: CommandReading | undefined,
): Reading | undefined {
  const named = namedIn(command, said);
  const otherwise = named ?? notUnderstood;
  if (short !== undefined) return short.command.urgent ? asCommand(short) : { ...short, otherwise };
  if (read !== undefined && command.runsOn)
    return { kind: 'command', command, args: read.args, trigger: 'guess', otherwise };
  return named;
}

/** Said to the bot, a short form is as good as a command. */
function asCommand(short: CommandReading | undefined): CommandReading | undefined {
  return short && { ...short, trigger: 'command' };
}

function matchArguments({ command, behind }: Named, utterance: Utterance): Match | undefined {
  return match(fullForm(command), behind, { references: referencesFor(command, utterance) });
}

/** What a command may take its missing numbers from. */
function referencesFor(
  { requiresNumber }: AnyCommand,
  { references = NO_REFERENCES }: Utterance,
): References {
  return requiresNumber ? NO_REFERENCES : references;
}

/**
 * The English name of a command that works in Chinese without a slash: alone, or with the number or
 * the word that it needs. `list` and `claim 12 Saturday` are commands, `list of shops` is talk.
 */
export function readLatin(line: Line, utterance: Utterance, catalog: Catalog): Reading | undefined {
  const named = findNamed(line, catalog);
  if (named === undefined || named.command.shortForms === undefined) return undefined;
  const { command, behind } = named;
  if (!/^[a-z]+$/.test(line.folded.slice(0, line.folded.length - behind.folded.length).trim()))
    return undefined;
  const needs = lettersOf(command).length > 0;
  const isNumbered = /^(?:[ep#]?\d{1,6})(?!\S)/.test(behind.folded);
  if (behind.folded === '' ? needs && !command.daily : !(needs && isNumbered)) return undefined;
  const read = matchArguments(named, utterance);
  return read && { kind: 'command', command, args: read.args, trigger: 'short' };
}

/** Whether a text begins with a command, and is one. */
export function isNamedCommand(line: Line, utterance: Utterance, catalog: Catalog): boolean {
  const named = findNamed(withoutPoliteness(line, true), catalog);
  return named !== undefined && !named.glued && matchArguments(named, utterance) !== undefined;
}

/** No name is so long: 「/需求楼道的灯三天没亮」 has only lost its blank. */
function isSentence({ command, behind: { folded } }: Named): boolean {
  return !command.runsOn && folded.length >= 5 && !/[吗呢?]|怎么|什么$|哪|谁/.test(folded);
}

function findNamed(line: Line, catalog: Catalog): Named | undefined {
  const first = firstWordOf(line)?.folded ?? '';
  for (let length = Math.min(first.length, catalog.longestName); length > 0; length--) {
    const name = first.slice(0, length);
    const command = catalog.names.get(name);
    const rest = first.slice(length);
    // Latin names end at a blank or a digit; Chinese ones may run into what follows.
    const glued = !/^($|#?\d|[a-z]\d|[:,])/.test(rest);
    if (glued && command?.standsApart) continue;
    if (command && (rest === '' || /\P{ASCII}$/u.test(name) || /^\d/.test(rest)))
      return { command, behind: tail(line, length + (/^[:,]/.test(rest) ? 1 : 0)), glued };
  }
  return undefined;
}

/** `/需求清单` may be meant for 需求; of its other names none is so near that one would ask. */
function namedIn(command: AnyCommand, said: Line): Hint | undefined {
  const typed = firstWordOf(said)?.typed ?? '';
  return command.zhName.length > 1 && fold(typed).startsWith(fold(command.zhName))
    ? didYouMean(shortened(typed, 8), command)
    : undefined;
}
