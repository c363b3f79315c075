import type { ConnectionNotice, ConnectionStatus } from './connection.ts';
import type { Address, Incoming, Outgoing } from './message.ts';
import { OperatorError } from './operator-error.ts';
import type { Text } from './text.ts';

export type { ConnectionNotice, ConnectionStatus, Trouble } from './connection.ts';
export type { Address, Attachment, Incoming, Outgoing, Press, Quoted, Sender } from './message.ts';

/**
 * Where people talk. A platform's adapter turns raw events into `Incoming` and gives `Outgoing` the
 * best form the platform has; it decides nothing.
 */

/** What a platform tells, and nobody said. */
export type Notice = GroupNotice | ConnectionNotice;

/** Of a place. */
export type GroupNotice =
  /** The bot cannot write there any more, or can again. */
  | { readonly kind: 'gone' | 'back'; readonly address: Address }
  /** The same people with another id; what is remembered of the one belongs to the other. */
  | { readonly kind: 'moved'; readonly from: Address; readonly to: Address };

/** A command as a platform's menu shows it. */
export interface MenuItem {
  /** Latin name. */
  readonly name: string;
  readonly summary: Text;
  readonly where: 'anywhere' | 'group' | 'private';
  /** Whoever may use it at least: everybody, or those who act for a unit. */
  readonly for: 'everybody' | 'liaisons';
}

export interface ChatTraits {
  /** A message can be replaced by a newer text. */
  readonly edits: boolean;
  /** A message that was not acknowledged is delivered again by the platform itself. */
  readonly redelivers: boolean;
  /** The bot can write to a person who has never written to it. */
  readonly opensPrivate: boolean;
  /**
   * How long a card collects changes before it is sent, ms: after the last change, at the longest,
   * since it was last sent.
   */
  readonly cardPause: { readonly quiet: number; readonly longest: number; readonly apart?: number };
}

export interface ChatAdapter {
  readonly platform: string;
  /** The bot's own account there; missing where a process cannot have two of them. */
  readonly account?: string;
  /** What people call the platform. */
  readonly title: Text;
  /** As they are now: by hand a platform can do less, and more. */
  readonly traits: ChatTraits;
  /**
   * Begins to listen. `receive` resolves when the effect of a message is durable (or it has none)
   * and rejects when it is not; messages of one chat are handed over in the order they were said.
   * `notice` resolves likewise.
   * @throws ChatUnusable when it can never work as it is set up.
   */
  start(
    receive: (incoming: Incoming) => Promise<void>,
    notice: (notice: Notice) => Promise<void>,
  ): Promise<void>;
  /**
   * Resolves with 0 when the platform has room for one more message there. Asked before a message
   * is begun, so that what waits for a slot was certainly not sent; `urgent` goes before what is
   * not. Where it takes longer than a message may be in hand (no connection, a budget used up), it
   * resolves at once with the time after which to ask again, ms, or until the notice `ready`. After
   * a message of which nobody knows whether it arrived there is no room until the platform has
   * answered something.
   */
  acquireSlot?(to: Address, urgent: boolean): Promise<number>;
  /**
   * How many urgent messages more have room there soon; what waits for longer may be joined with
   * the last of them.
   */
  roomLeft?(to: Address): number;
  /** Shows these commands as the platform's menu; the first ones where it has room for few. */
  offerMenu?(items: readonly MenuItem[]): void;
  /**
   * Shows one account, where it has just spoken, the menu of those who act for a unit, or that of
   * everybody.
   */
  menuFor?(place: Address, user: string, whose: MenuItem['for']): void;
  /** What links of this platform say, wherever they stand in a text of any platform. */
  wordsInLinks?(text: string): readonly string[];
  /** How the connection is now; missing where there is none that could break unseen. */
  connection?(): ConnectionStatus;
  /**
   * The content behind a handle of `Incoming.photos` or `Incoming.file`, also one from before a restart. It is asked
   * for as soon as it is known that the photo is wanted.
   * @throws PhotoUnavailable when it can never be had; after any other error it is asked for again,
   * for a day.
   */
  fetch?(photo: string): Promise<Uint8Array>;
  /**
   * A message that has to be cut goes in parts; `onPartSent` is told after each how many stand in
   * the chat, and the next one waits for it.
   * @returns the id of the message as it now stands in the chat.
   * @throws SendFailed; any other error counts as `uncertain`. It is about the part after those
   * that stand.
   */
  send(
    outgoing: Outgoing,
    onPartSent?: (parts: number) => unknown,
  ): Promise<{ readonly messageId: string }>;
  /** Stops listening; sending works until the process ends. */
  stop(): Promise<void>;
}

/** A chat cannot work as it is set up. The text says what to do, and holds no secret. */
export class ChatUnusable extends OperatorError {
  override readonly name = 'ChatUnusable';
}

/**
 * A photo's content can never be had: the platform has lost it, or does not give out what is so
 * large.
 */
export class PhotoUnavailable extends Error {
  override readonly name = 'PhotoUnavailable';
  readonly why: 'gone' | 'large';

  constructor(why: PhotoUnavailable['why']) {
    super(`the platform does not give out the photo: ${why}`);
    this.why = why;
  }
}

/** Why a message was not sent, in terms of what may be done about it. */
export class SendFailed extends Error {
  override readonly name = 'SendFailed';
  /**
   * `refused`: certainly not sent, may be tried again, not before `retryAfter` ms;
   * `uncertain`: may or may not have been sent;
   * `gone`: this chat cannot be written to any more;
   * `unfit`: this very message will never be taken.
   */
  readonly outcome: 'refused' | 'uncertain' | 'gone' | 'unfit';
  readonly retryAfter: number;
  /** What the platform called it, for the log: a method and a number, nothing that was written. */
  readonly code: string;

  constructor(outcome: SendFailed['outcome'], reason: string, retryAfter = 0) {
    super(reason);
    this.outcome = outcome;
    this.retryAfter = retryAfter;
    this.code = reason;
  }
}
