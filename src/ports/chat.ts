/**
 * Where people talk. A platform's adapter turns raw events into `Incoming` and gives `Outgoing` the best form the
 * platform has; it decides nothing.
 */

/** A place to talk in, on one platform. Two addresses are the same place when all fields are equal. */
export interface Address {
  /** `terminal`, `telegram`, `wechat` … */
  readonly platform: string;
  /** The bot's own account there; one process may have several. */
  readonly account: string;
  readonly kind: 'group' | 'private';
  /** The group's id; in private the id of the person's account, so that a private chat is known from who spoke. */
  readonly chat: string;
}

/** What somebody said, as the platform told it. Nothing in it is trusted but the ids. */
export interface Incoming {
  readonly address: Address;
  /** What the group is called now, where the platform tells it. */
  readonly title?: string;
  /** Unique in its chat; the same when the platform repeats the message. */
  readonly id: string;
  readonly sender: { readonly id: string; readonly name: string };
  readonly text: string;
  /** Ms since the epoch, by the platform's clock. */
  readonly at: number;
  /** Said to the bot by the platform's own means: a real mention, a reply to it, a button. */
  readonly addressed: boolean;
  /** The names by which the bot can be mentioned in this chat, without `@`. */
  readonly botNames: readonly string[];
  /** The platform's handles of photos that came with it; fetching them is another matter. */
  readonly photos: readonly string[];
  /** The message that it answers, where the platform tells; the adapter has taken it out of `text`. */
  readonly quoted?: Quoted;
}

/** A message that another one answers, as it is shown: the sender is a name only. */
export interface Quoted {
  readonly sender: string;
  readonly text: string;
}

export interface Outgoing {
  readonly to: Address;
  readonly text: string;
  /** Words that a person could type next; a button says them, without buttons they stand in the text already. */
  readonly choices: readonly string[];
  /** The message that this one replaces, on platforms that can edit. */
  readonly replaces?: string;
  /** The message that it answers. */
  readonly answers?: string;
  /** Without sound, where the platform can. */
  readonly silent: boolean;
}

export interface Traits {
  /** A message can be replaced by a newer text. */
  readonly edits: boolean;
  /** A message that was not acknowledged is delivered again by the platform itself. */
  readonly redelivers: boolean;
  /** The bot can write to a person who has never written to it. */
  readonly opensPrivate: boolean;
  /** How long a card collects changes before it is sent, ms: after the last change, and at the longest. */
  readonly cardPause: { readonly quiet: number; readonly longest: number };
}

export interface Chat {
  readonly platform: string;
  readonly traits: Traits;
  /**
   * Begins to listen. `receive` resolves when the effect of a message is durable (or it has none) and rejects when
   * it is not; messages of one chat are handed over in the order they were said.
   */
  start(receive: (incoming: Incoming) => Promise<void>): Promise<void>;
  /**
   * @returns the id of the message as it now stands in the chat.
   * @throws SendFailed; any other error counts as `uncertain`.
   */
  send(outgoing: Outgoing): Promise<{ readonly messageId: string }>;
  /** Stops listening; sending works until the process ends. */
  stop(): Promise<void>;
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

  constructor(outcome: SendFailed['outcome'], reason: string, retryAfter = 0) {
    super(reason);
    this.outcome = outcome;
    this.retryAfter = retryAfter;
  }
}
