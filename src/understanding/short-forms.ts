import type { AnyCommand } from '../core/command.ts';
import { type Line, wordsOf } from '../core/line.ts';
import type { Catalog } from './catalog.ts';
import { completed, lettersOf, match } from './forms.ts';
import { withoutPoliteness } from './politeness.ts';
import type { CommandReading, Utterance } from './reading.ts';
import { NO_REFERENCES, type References } from './references.ts';

/**
 * An exact short form, also with thanks behind it; as a guess, one with a missing blank, or a
 * message that a command reads as a whole.
 */
export function readShort(
  line: Line,
  utterance: Utterance,
  catalog: Catalog,
): CommandReading | undefined {
  const asSaid = readForms(line, utterance, catalog);
  if (asSaid?.trigger === 'short') return asSaid;
  const bare = withoutPoliteness(line);
  const lines = [...(bare.folded === line.folded ? [] : [bare]), ...withoutDone(bare, utterance)];
  const others = lines.map((said) => readForms(said, utterance, catalog));
  return (
    others.find((one) => one?.trigger === 'short') ??
    asSaid ??
    others.find((one) => one !== undefined) ??
    readWhole(line, utterance, catalog) ??
    readWhole(bare, utterance, catalog)
  );
}

/** The first short form that a line has exactly, else the first that it nearly has. */
function readForms(line: Line, utterance: Utterance, catalog: Catalog): CommandReading | undefined {
  const { references = NO_REFERENCES, kind: place } = utterance;
  const words = wordsOf(line);
  let guess: CommandReading | undefined;
  for (const { command, form } of catalog.shortForms) {
    const { scope, runsOn, requiresNumber } = command;
    // What is for one kind of chat is talk in the other.
    if (scope !== 'anywhere' && scope !== place) continue;
    if (words.length === 1 && references.size > 0 && isBesides(command, references)) continue;
    const known = requiresNumber ? NO_REFERENCES : references;
    const read = match(form, line, { references: known, words });
    if (read === undefined) continue;
    const { args } = read;
    if (!read.guess) return { kind: 'command', command, args, trigger: 'short' };
    if (runsOn) guess ??= { kind: 'command', command, args, trigger: 'guess' };
  }
  return guess;
}

/** One word under a message that refers to something else: 「+1」 under a request is no sign-up. */
function isBesides(command: AnyCommand, references: References): boolean {
  const letters = lettersOf(command);
  return letters.length > 0 && !letters.some((letter) => references.has(letter));
}

/** Under a request 「完成了」 is said of it. */
function withoutDone(line: Line, { references = NO_REFERENCES }: Utterance): readonly Line[] {
  const isDone = references.has('#') && /^\p{Script=Han}+[了啦]$/u.test(line.folded);
  return isDone ? [{ typed: line.typed.slice(0, -1), folded: line.folded.slice(0, -1) }] : [];
}

/** A message that a command reads as a whole. */
function readWhole(
  line: Line,
  { references = NO_REFERENCES }: Utterance,
  catalog: Catalog,
): CommandReading | undefined {
  for (const command of catalog.wholeReaders) {
    const read = command.parseWhole?.(line);
    if (read === undefined) continue;
    const args = completed(read, command, references);
    return { kind: 'command', command, args, trigger: 'guess' };
  }
  return undefined;
}
