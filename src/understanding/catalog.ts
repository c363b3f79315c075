import { type Argument, readingOf } from '../core/arguments.ts';
import type { AnyCommand } from '../core/command.ts';
import { fold } from '../core/line.ts';
import { plain, series, type Text } from '../core/text.ts';
import { inPrecedence, type ShortForm } from './collisions.ts';
import { shortForm } from './forms.ts';
import { Phrases } from './phrases/index.ts';
import { QuickLook } from './quick-look.ts';
import { Wordings } from './wording/index.ts';

/** All commands, ready to be found by what people type. */
export interface Catalog {
  readonly commands: readonly AnyCommand[];
  /** Folded name → command; Latin, Chinese and further names. */
  readonly names: ReadonlyMap<string, AnyCommand>;
  /** How long the longest name is, characters. */
  readonly longestName: number;
  /** Sentences that stand for words to be typed. */
  readonly phrases: Phrases;
  /** What people say in their own words. */
  readonly wordings: Wordings;
  /** What is certainly talk. */
  readonly quickLook: QuickLook;
  /** The commands that read whole messages, in the order in which they are asked. */
  readonly wholeReaders: readonly AnyCommand[];
  /** Of two that a message has exactly, the first is read. */
  readonly shortForms: readonly ShortForm[];
}

/**
 * A test compares all short forms with each other (`refuseCollisions`).
 * @throws Error when two commands have the same name.
 */
export function catalogOf(commands: readonly AnyCommand[]): Catalog {
  const names = new Map<string, AnyCommand>();
  for (const command of commands) {
    for (const name of namesOf(command)) {
      const key = fold(name);
      const other = names.get(key);
      if (other !== undefined)
        throw new Error(`${other.name} and ${command.name} are both called ${name}`);
      names.set(key, command);
    }
  }
  const shortForms = commands.flatMap((command) =>
    (command.shortForms ?? []).map((pattern) => ({ command, form: shortForm(pattern, command) })),
  );
  const longestName = Math.max(0, ...[...names.keys()].map(({ length }) => length));
  const wholeReaders = commands
    .filter(({ parseWhole }) => parseWhole !== undefined)
    .toSorted((a, b) => Number(b.urgent ?? false) - Number(a.urgent ?? false));
  // Both are written out with the first message of the kind: no start waits for them.
  let phrases: Phrases | undefined;
  let wordings: Wordings | undefined;
  return {
    commands,
    names,
    longestName,
    wholeReaders,
    quickLook: quickLookOver(commands, shortForms, wholeReaders),
    shortForms: inPrecedence(shortForms),
    get phrases() {
      phrases ??= new Phrases(commands);
      return phrases;
    },
    get wordings() {
      wordings ??= new Wordings(commands);
      return wordings;
    },
  };
}

const made = new WeakMap<AnyCommand, QuickLook>();

/** One look for the same commands: whoever plays conversations makes many catalogs of them. */
function quickLookOver(
  commands: readonly AnyCommand[],
  ...parts: [readonly ShortForm[], readonly AnyCommand[]]
): QuickLook {
  const [first] = commands;
  const known = first && made.get(first);
  if (known?.isOver(commands)) return known;
  const look = new QuickLook(commands, ...parts);
  if (first !== undefined) made.set(first, look);
  return look;
}

export function namesOf(command: AnyCommand): readonly string[] {
  return [command.name, command.zhName, ...(command.aliases ?? [])];
}

/**
 * An example as it is typed without Chinese: `/claim 12` for `认领 12`, `+1` as it is.
 * @returns undefined where it has Chinese words of its own.
 */
export function latinExample(command: AnyCommand, example: string): string | undefined {
  const [first = '', ...others] = example.split(' ');
  const isName = namesOf(command).some((name) => fold(name) === fold(first.replace(/^\//, '')));
  const latin = [isName ? `/${command.name}` : first, ...others].join(' ');
  return /\p{Script=Han}/u.test(latin) ? undefined : latin;
}

/** `/报名 [活动] [姓名]`, in square brackets what may be left out. */
export function usage(command: AnyCommand): Text {
  const typed = Object.values(command.args as Record<string, Argument>).filter(
    (schema) => readingOf(schema).untyped !== true,
  );
  const args = typed.map((schema) => {
    const { label, optional } = readingOf(schema);
    return optional
      ? { zh: `[${label.zh}]`, en: `[${label.en}]` }
      : { zh: `〈${label.zh}〉`, en: `<${label.en}>` };
  });
  return series([{ zh: `/${command.zhName}`, en: `/${command.name}` }, ...args], plain(' '));
}
