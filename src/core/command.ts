import type { z } from 'zod';
import type { Address, ConnectionStatus, Quoted } from '../ports/chat.ts';
import type { Upkeep } from '../ports/health.ts';
import type { Refusal } from '../ports/store.ts';
import type { TableRows } from '../ports/tables.ts';
import type { Argument } from './arguments.ts';
import type { Records } from './collection.ts';
import type { Ignored } from './ignored.ts';
import type { Edit } from './last-changes.ts';
import type { Line } from './line.ts';
import type { Outcome } from './outcome.ts';
import type { Phrase } from './phrase.ts';
import type { Role } from './roles.ts';
import type { Text } from './text.ts';
import type { Wording } from './wording.ts';

/**
 * What every decision knows. Everything that it may read is here; there is no clock and no chance
 * beside it.
 */
export interface DecisionContext {
  readonly records: Records;
  /** Ms since the epoch. */
  readonly now: number;
  /** IANA zone of the alliance. */
  readonly zone: string;
  /** A new id, never given out before. */
  newId(): string;
  /** A whole number, 0 ≤ n < `below`, by chance. */
  randomBelow(below: number): number;
  /**
   * Whether a word in private would reach somebody now; where not, what they need must be said in
   * the group.
   */
  reaches(person: string): boolean;
}

/** How the process itself is doing. */
export interface Health {
  /** The platforms it is connected to, and when it last heard anything there, ms. */
  readonly chats: readonly {
    readonly platform: string;
    /** What people call it. */
    readonly title: Text;
    readonly lastHeard: number | undefined;
    /** How its connection is, where it is one that breaks. */
    readonly connection: ConnectionStatus | undefined;
  }[];
  /** Where boards are published; undefined where there is no folder for them. */
  readonly board: { readonly url: string | undefined } | undefined;
  /** The clock stands before what has been lived already; what is scheduled waits. */
  readonly clockBehind: boolean;
  /** Nothing can be kept. */
  readonly refusal: Refusal | undefined;
  /** Since when what is kept could not be brought into its lasting place, ms. */
  readonly unsettledSince: number | undefined;
  /** Which of several processes works with the records; undefined where there is only one. */
  readonly holder: { readonly name: string; readonly since: number } | undefined;
  /** What the operator keeps in order beside the bot; missing where nobody does. */
  readonly upkeep?: Upkeep | undefined;
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
export interface CommandContext extends DecisionContext {
  readonly person: Speaker;
  /** Id of the account that it was said from. */
  readonly account: string;
  /** Name of the alliance's partition. */
  readonly alliance: string;
  /**
   * The partition beside those of the alliances; what is remembered of its collections goes there.
   */
  readonly directory: Records;
  /** Where it was said; a group has its id. */
  readonly place:
    | {
        readonly kind: 'group';
        readonly group: string;
        readonly address: Address;
        readonly title: string | undefined;
        readonly topic?: string | undefined;
      }
    | { readonly kind: 'private' };
  /** The chat, as one text; the same as long as it is the same chat. */
  readonly chat: string;
  /** The rows of the table file that came with the message. */
  readonly table?: TableRows | undefined;
  /** Ids of photos that the speaker sent here within the last 3 minutes, and with this message. */
  readonly photos: readonly string[];
  /**
   * The message of somebody that this one answers, where the platform tells. A name in it grants
   * nothing.
   */
  readonly quoted?: Quoted | undefined;
  /** The id by which this message is remembered as handled, to be kept with what it changed. */
  readonly message: string;
  readonly health: Health;
  /**
   * `command`: said to the bot (slash, mention, button, in private); `short`: an exact short form
   * in the group;
   * `guess`: nearly one, to be answered only when the rest leaves no doubt; otherwise the command
   * ignores it.
   */
  readonly trigger: 'command' | 'short' | 'guess';
  /** What stands for a secret in the store; the secret cannot be found from it. */
  fingerprint(secret: string): string;
  /**
   * Everything that one person did becomes another's, in all features. Neither's own record is
   * changed.
   */
  merge(from: string, to: string): Outcome;
}

/** What somebody changed, for taking it back. */
export interface LastChange {
  /** As `run` called it. */
  readonly name: string;
  readonly at: number;
  /** Id of the message that it was said with. */
  readonly message: string;
  /** What `run` noted of it in records; read with `editsOf`. */
  readonly edits: readonly Edit[];
}

/** What tells which alliance a command concerns, before any is looked into. */
export interface AllianceLookup {
  readonly directory: Records;
  /** The group's alliance; in private the one that the chat is about. */
  readonly here: string | undefined;
  /** The alliance that the speaker's private chat is about. */
  readonly current: string | undefined;
  /** All alliances there are. */
  readonly alliances: readonly string[];
  newId(): string;
  fingerprint(secret: string): string;
}

export interface Command<A extends Record<string, Argument> = Record<string, Argument>> {
  /** Latin name, shown in a platform's menu: `[a-z][a-z0-9_]{0,31}`. */
  readonly name: string;
  /** The one Chinese name. */
  readonly zhName: string;
  /** Other names that work where the command is said to the bot. */
  readonly aliases?: readonly string[];
  /** The least role that may use it. */
  readonly minRole: Role;
  readonly scope: 'anywhere' | 'group' | 'private';
  readonly summary: Text;
  /**
   * Messages as people type them; each one is read by `catalog.test.ts`. The first is shown in
   * help.
   */
  readonly examples: readonly [string, ...string[]];
  /** Arguments in the order in which they follow the name. */
  readonly args: A;
  /**
   * Short forms that work in a group without slash or mention: words as typed, `{name}` for an
   * argument. A word that ends in `+` or `-` takes the next argument without a blank.
   */
  readonly shortForms?: readonly string[];
  /** People use it day by day: a platform's menu shows it before what is needed once. */
  readonly daily?: true;
  /**
   * A link may say it for these: it does nothing that somebody who was led to the link would
   * regret. Guests have nothing to lose; whoever has a role might give it away.
   */
  readonly deepLink?: 'everybody' | 'guests';
  /**
   * Its name begins other words, too, 服务 and 服务日: what runs on behind it is none of it.
   */
  readonly standsApart?: true;
  /** Its short forms are also recognised, as a guess, where a blank is missing: 报名张三. */
  readonly runsOn?: true;
  /** How people say it in their own words. */
  readonly wording?: Wording | readonly Wording[];
  /** Whole sentences that stand for it. */
  readonly phrases?: readonly Phrase[];
  /**
   * Words of people who talk to the bot as to a person and may mean the command; the bot tells them
   * how to say it.
   */
  readonly hintPattern?: RegExp;
  /**
   * Its numbers have to be said, also where it answers a message of the bot: without one it means
   * something else, or too much hangs on it.
   */
  readonly requiresNumber?: true;
  /** A liaison says it many times in a row, once for each of many people. */
  readonly inRows?: true;
  /** It is in nobody's list of what they can do. */
  readonly unlisted?: true;
  /**
   * Names the alliance that it is decided in, where it is not that of the place. Undefined: none is
   * concerned, and it is decided in the directory.
   */
  readonly resolveAlliance?: (args: Arguments<A>, lookup: AllianceLookup) => string | undefined;
  /**
   * Claims a whole message that has no word of its own: a bare letter, a pasted list. In a group it
   * is handed over as a guess, because only the records can tell whether it is meant for the bot.
   */
  readonly parseWhole?: (line: Line) => Partial<Arguments<A>> | undefined;
  /** Of all that read a message as a whole it is asked first: somebody is in danger. */
  readonly urgent?: true;
  /**
   * @returns what to remember and say; why it was not meant for the bot after all (undefined where
   * there is nothing to add to that); undefined too when the directory has to ask first which
   * alliance is meant.
   */
  readonly run: (args: Arguments<A>, context: CommandContext) => Outcome | Ignored | undefined;
  /**
   * Takes back what the speaker changed last; a decision like any other, which refuses where others
   * have built on the change. A text: it cannot be taken back, and what to do instead. Whatever
   * changes records has one of the two.
   */
  readonly undo?: ((change: LastChange, context: CommandContext) => Outcome) | Text;
  /**
   * Takes photos that the speaker sent, without words, within 3 minutes after the change and in the
   * same place.
   */
  readonly photosAfter?: (change: string, context: CommandContext) => Outcome;
}

type Arguments<A extends Record<string, Argument>> = { readonly [K in keyof A]: z.infer<A[K]> };

/** A command whose arguments have been forgotten, as lists of commands hold it. */
export type AnyCommand = Command<Record<string, never>>;

/** Declares a command; the types of `run`'s arguments follow from `args`. */
export function command<const A extends Record<string, Argument>>(
  definition: Command<A>,
): AnyCommand {
  return definition as unknown as AnyCommand;
}

/** The id of the group that somebody speaks in; undefined in private, and where nobody speaks. */
export function groupHere(place: CommandContext['place'] | undefined): string | undefined {
  return place?.kind === 'group' ? place.group : undefined;
}
