import type { DocumentContent } from '../ports/documents.ts';
import type { AnyRecord, Collection, Remember } from './collection.ts';
import type { AnyCommand, CommandContext, DecisionContext, LastChange } from './command.ts';
import type { Keeps, Stays } from './keeping.ts';
import type { Outcome } from './outcome.ts';
import type { BoardRow, ReportPart, TableExport } from './reporting.ts';
import type { Text } from './text.ts';
import type { ViewContext } from './view-context.ts';
import type { SpokenOf, Subject, SubjectContext } from './wording.ts';

/**
 * A moment at which a record wants attention. It follows from the record alone, so it can neither
 * be lost nor be out of date; `fire` must remember the record changed so that the moment has passed
 * for it.
 */
export interface DueRule<R extends AnyRecord = AnyRecord> {
  readonly name: string;
  readonly collection: Collection<R>;
  /** When it is due, ms; undefined when there is nothing to wait for. */
  at(record: R): number | undefined;
  /** May come late (after a downtime by any amount); never early. */
  fire(record: R, context: DecisionContext): Outcome;
}

/**
 * What follows for one feature from a change in the records of another, which knows nothing of it:
 * a place that becomes free, a project that moves on. It is decided with the change and kept in the
 * same commit.
 */
export interface Follow<R extends AnyRecord = AnyRecord> {
  readonly collection: Collection<R>;
  /**
   * @param before undefined where the record is new.
   * @param after undefined where it is gone.
   * @param context its records are as the change leaves them.
   */
  decide(before: R | undefined, after: R | undefined, context: DecisionContext): Outcome;
}

/**
 * A text of which only the latest version matters, named `<name>:<id>`, for example `activity:k3…`.
 * It is shown in the group where it is changed, and kept up to date in every group where its
 * message can be edited.
 */
export interface Card {
  readonly name: string;
  /**
   * Its text as things stand, or nothing when it no longer exists. `changes` are those since the
   * card was last sent there, oldest first, where the platform cannot edit; empty where it can.
   */
  readonly view: (
    id: string,
    changes: readonly string[],
    context: ViewContext,
  ) => { readonly text: Text; readonly choices: readonly string[] } | undefined;
}

/**
 * A file, named `<name>:<id>`, for example `export:attendance 2026-11`. Its bytes are nowhere kept:
 * what is in it is looked up when it is sent.
 */
export interface DocumentView {
  readonly name: string;
  /**
   * What is in it as things stand, and what it is called, without its ending; nothing where there
   * is none any more. `write` puts a text into the language of the place, masked where groups read.
   */
  readonly content: (
    id: string,
    write: (text: Text | string) => string,
    context: ViewContext,
  ) => { readonly name: string; readonly content: DocumentContent } | undefined;
}

/** Tables that people send as files: those with such a first row are sent with these words. */
export interface TableWords {
  /** `/名册` */
  readonly words: string;
  fits(head: readonly string[]): boolean;
}

/** What people have been shown in a preview, and send with one word: 发. */
export interface Drafts {
  /** The newest that waits for the speaker; `at` is when it was shown, ms. */
  newest(context: CommandContext): { readonly at: number; send(): Outcome } | undefined;
  /** Takes back what `send` did; undefined where the change is none of these. */
  undo(change: LastChange, context: CommandContext): Outcome | undefined;
}

/** A page and the address that it is published under. */
export interface PublishedPage {
  readonly address: string;
  readonly page: string;
}

/** One thing that the bot can do. A folder under `src/`, a line in `features.ts`. */
export interface Feature {
  readonly name: string;
  readonly collections: readonly Collection[];
  /** Collections that stand in the directory, outside of any alliance. */
  readonly directory: readonly Collection[];
  readonly commands: readonly AnyCommand[];
  readonly dueRules: readonly DueRule[];
  readonly cards: readonly Card[];
  /** What of it waits for its author's word before it goes out. */
  readonly drafts?: Drafts;
  /** Files that go with what it says; each is made when it is sent. */
  readonly documents: readonly DocumentView[];
  /** Tables that can be taken out as files. */
  readonly exports: readonly TableExport[];
  /** Tables that it reads. */
  readonly tables?: readonly TableWords[];
  /** Its numbers and lines in the month's report. */
  readonly report?: ReportPart;
  /** Pages that are published, with their addresses; made again with every tick. */
  pages?(context: ViewContext): readonly PublishedPage[];
  /** Its rows on the board, the most urgent first in each box. */
  board?(context: ViewContext): readonly BoardRow[];
  readonly follows: readonly Follow[];
  /** For how long records of it are kept once they are over. */
  readonly keeps?: readonly Keeps[];
  /** Its other collections, and why they have no such time. */
  readonly stays?: readonly Stays[];
  /**
   * What somebody is told with the first answer that they get in private, once; its own commands say
   * it anyway.
   */
  firstWord?(context: ViewContext): Text;
  /** What sentences can be about now, for this speaker; read by understanding. */
  subjects?(context: SubjectContext): readonly Subject[];
  /** For each letter of its subjects; as long as it is left out every message is read. */
  readonly spokenOf?: readonly SpokenOf[];
  /**
   * Settles what two people both have who turn out to be one, such as two votes in one poll, so
   * that nothing is counted twice. Whatever else its collections declare as a person's id becomes
   * that of `to` afterwards. The people themselves still stand as they were.
   */
  merge?(from: string, to: string, context: DecisionContext): Outcome;
  /**
   * Somebody is about to be erased: what others still count on is settled, such as a claim that is
   * given back. The person still stands as they were; whatever else its collections hold of them is
   * erased afterwards.
   */
  leave?(person: string, context: DecisionContext): Outcome;
  /** What somebody should know before they are erased, each in a line. */
  beforeLeaving?(person: string, context: DecisionContext): readonly Text[];
  /**
   * What of its records has to change when the clock stood ahead and has been set right: what was
   * given up as over and is still to come begins again, what waits because of a moment that has not
   * been yet waits no longer. Sent stays sent.
   */
  onClockCorrected?(context: ViewContext): readonly Remember[];
}

/** Declares a feature; what it does not have it leaves out. */
export function feature(parts: { name: string } & Partial<Feature>): Feature {
  const none = { collections: [], directory: [], commands: [], dueRules: [], cards: [] };
  return { ...none, follows: [], exports: [], documents: [], ...parts };
}

/** Declares a due rule; the types of `at` and `fire` follow from the collection. */
export function dueRule<R extends AnyRecord>(definition: DueRule<R>): DueRule {
  return definition as DueRule;
}

/** Declares what follows; the types of `before` and `after` follow from the collection. */
export function follow<R extends AnyRecord>(definition: Follow<R>): Follow {
  return definition as unknown as Follow;
}
