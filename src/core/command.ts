import type { z } from 'zod';
import type { Argument } from './arguments.ts';
import type { Records } from './collection.ts';
import type { Line } from './line.ts';
import type { Outcome } from './outcome.ts';
import type { Role } from './roles.ts';
import type { Text } from './text.ts';

/** What every decision knows. Everything that it may read is here; there is no clock and no chance beside it. */
export interface Situation {
  readonly records: Records;
  /** Ms since the epoch. */
  readonly now: number;
  /** IANA zone of the alliance. */
  readonly zone: string;
  /** A new id, never given out before. */
  newId(): string;
  /** A whole number, 0 ≤ n < `below`, by chance. */
  chance(below: number): number;
}

export interface Speaker {
  /** Id of the person's record. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Id of their unit. */
  readonly unit?: string | undefined;
}

/** The situation of somebody who said a command. */
export interface Spoken extends Situation {
  readonly person: Speaker;
  /** Where it was said; a group has its id. */
  readonly place: { readonly kind: 'group'; readonly group: string } | { readonly kind: 'private' };
  /** Photos that the speaker sent here within the last 3 minutes, and with this message. */
  readonly photos: readonly string[];
  /** The id by which this message is remembered as handled, to be kept with what it changed. */
  readonly message: string;
  /**
   * `command`: said to the bot (slash, mention, button, in private); `short`: an exact short form in the group;
   * `guess`: nearly one, to be answered only when the rest leaves no doubt, otherwise with silence (undefined).
   */
  readonly manner: 'command' | 'short' | 'guess';
}

export interface Command<A extends Record<string, Argument> = Record<string, Argument>> {
  /** Latin name, shown in Telegram's menu: `[a-z][a-z0-9_]{0,31}`. */
  readonly latin: string;
  /** The one Chinese name. */
  readonly zh: string;
  /** Other names that work where the command is said to the bot. */
  readonly also?: readonly string[];
  /** The least role that may use it. */
  readonly who: Role;
  readonly where: 'anywhere' | 'group' | 'private';
  readonly summary: Text;
  /** Messages as people type them; each one is read by `catalog.test.ts`. The first is shown in help. */
  readonly examples: readonly [string, ...string[]];
  /** Arguments in the order in which they follow the name. */
  readonly args: A;
  /**
   * Short forms that work in a group without slash or mention: words as typed, `{name}` for an argument.
   * A word that ends in `+` or `-` takes the next argument without a blank.
   */
  readonly short?: readonly string[];
  /** Short forms are also recognised, as a guess, with one wrong character in their word. */
  readonly forgiving?: true;
  /**
   * Claims a whole message that has no word of its own: a bare letter, a pasted list. In a group it is handed over as a
   * guess, because only the records can tell whether it is meant for the bot.
   */
  readonly reads?: (line: Line) => Partial<Arguments<A>> | undefined;
  /** @returns what to remember and say; nothing when it was not meant for the bot after all (`manner: 'guess'`). */
  readonly run: (args: Arguments<A>, spoken: Spoken) => Outcome | undefined;
}

type Arguments<A extends Record<string, Argument>> = { readonly [K in keyof A]: z.infer<A[K]> };

/** A command whose arguments have been forgotten, as lists of commands hold it. */
export type AnyCommand = Command<Record<string, never>>;

/** Declares a command; the types of `run`'s arguments follow from `args`. */
export function command<const A extends Record<string, Argument>>(definition: Command<A>): AnyCommand {
  return definition as unknown as AnyCommand;
}
