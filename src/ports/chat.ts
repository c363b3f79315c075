/**
 * Where people talk. A platform's adapter turns raw events into `Incoming` and gives `Outgoing` the
 * best form the platform has; it decides nothing.
 */

/**
 * A place to talk in, on one platform. Two addresses are the same place when all fields are equal.
 */
export interface Address {
  /** `terminal`, `telegram`, `wechat` … */
  readonly platform: string;
  /** The bot's own account there; one process may have several. */
  readonly account: string;
  readonly kind: 'group' | 'private';
  /**
   * The group's id; in private the id of the person's account, so that a private chat is known from
   * who spoke.
   */
  readonly chat: string;
}

/** What somebody said, as the platform told it. Nothing in it is trusted but the ids. */
export interface Incoming {
  readonly address: Address;
  /** What the group is called now, where the platform tells it. */
  readonly title?: string;
  /** Unique in its chat; the same when the platform repeats the message. */
  readonly id: string;
  readonly sender: Sender;
  readonly text: string;
  /** Ms since the epoch, by the platform's clock. */
  readonly at: number;
  /**
   * Said to the bot by the platform’s own means: a real mention, a button. A reply to its message
   * is not.
   */
  readonly addressed: boolean;
  /** The names by which the bot can be mentioned in this chat, without `@`. */
  readonly botNames: readonly string[];
  /** The platform's handles of photos that came with it; `Chat.fetch` gets them. */
  readonly photos: readonly string[];
  /** The part of the group in which it was said (a forum's topic), where the platform has such. */
  readonly topic?: string;
  /**
   * It came with a link that somebody may have been led to: only commands meant for links are
   * carried out.
   */
  readonly linked?: true;
  /** What the bot gets to hear in this group, where the platform hides some of it. */
  readonly hears?: 'all' | 'addressed';
  /**
   * The message that it answers, where the platform tells; the adapter has taken it out of `text`.
   * The bot's own has one of `botNames` for its sender.
   */
  readonly quoted?: Quoted;
  /**
   * What else everybody there can read of it: what it forwards, where its links lead, what it was
   * edited to. Nobody says it to the bot; only codes are looked for in it.
   */
  readonly shown?: string;
  /**
   * Whoever runs the bot has typed it in and vouches for who said it and when; it is decided as at
   * `at`, unless that is still to come.
   */
  readonly byHand?: true;
}

/** A message that another one answers, as it is shown: the sender is a name only. */
export interface Quoted {
  readonly sender: string;
  readonly text: string;
}

export interface Sender {
  readonly id: string;
  readonly name: string;
  /** Speaks as a group or a channel: nobody, until a press of a button shows who it is. */
  readonly hidden?: true;
}

/** What a platform tells, and nobody said. */
export type Notice = GroupNotice | ConnectionNotice;

/** Of a place. */
export type GroupNotice =
  /** The bot cannot write there any more, or can again. */
  | { readonly kind: 'gone' | 'back'; readonly address: Address }
  /** The same people with another id; what is remembered of the one belongs to the other. */
  | { readonly kind: 'moved'; readonly from: Address; readonly to: Address };

/** Of the platform itself. */
export type ConnectionNotice =
  /** The line is another than it was, in a way that somebody has to know. */
  | { readonly kind: 'line'; readonly platform: string; readonly line: ConnectionStatus }
  /**
   * The bot is logged in as `account`. Ids that were known under another account of this platform
   * mean nobody any more, until each is bound again.
   */
  | { readonly kind: 'account'; readonly platform: string; readonly account: string };

/** How the line to a platform is, where it is one that breaks. */
export interface ConnectionStatus {
  /**
   * `login`: a person has to log in; `slow`: the platform wants less from us, nothing is sent for a
   * while.
   */
  readonly state: 'up' | 'down' | 'login' | 'slow';
  /** Ms since the epoch. */
  readonly since: number;
  /** Why it is not up. */
  readonly why?:
    | 'unreachable'
    | 'silent'
    | 'refused'
    | 'taken'
    | 'kicked'
    | 'scan'
    | 'frequency'
    | 'budget'
    /** What is left of the budget is kept for answers. */
    | 'reserve'
    /** It is carried by hand, and nobody is there. */
    | 'unattended';
  /**
   * The last span in which nothing was heard, ms since the epoch; what was said in it will never
   * arrive.
   */
  readonly missed?: { readonly from: number; readonly to: number };
  /** So many messages came too late to be acted on, since the process began. */
  readonly tooOld?: number;
}

/** A command as a platform's menu shows it. */
export interface MenuItem {
  /** Latin name. */
  readonly name: string;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly where: 'anywhere' | 'group' | 'private';
  /** Whoever may use it at least: everybody, or those who act for a unit. */
  readonly for: 'everybody' | 'liaisons';
}

/** A file to be sent. */
export interface Attachment {
  readonly kind: 'photo' | 'document';
  /** As it is called where it arrives, with its ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Stands below it, where the platform can; without one a short text of the message may. */
  readonly caption?: string;
}

export interface Outgoing {
  readonly to: Address;
  readonly text: string;
  /**
   * Words that a person could type next; a button says them, without buttons they stand in the text
   * already.
   */
  readonly choices: readonly string[];
  /** The message that this one replaces, on platforms that can edit. */
  readonly replaces?: string;
  /** The message that it answers. */
  readonly answers?: string;
  /** Without sound, where the platform can. */
  readonly silent: boolean;
  /** The part of the group (a forum's topic) it belongs to. */
  readonly topic?: string;
  /**
   * The account that the choices are for; presses of others change nothing. Missing: for everybody.
   */
  readonly choosers?: string;
  /**
   * Words that a link says to the bot in private; shown as link and as QR code where the platform
   * has such links.
   */
  readonly link?: string;
  readonly attachments?: readonly Attachment[];
  /**
   * So many of its parts stand there already, as `stands` told at an earlier try; they are left
   * out.
   */
  readonly partsSent?: number;
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
   * is begun, so that what waits for its turn was certainly not sent; `urgent` goes before what is
   * not. Where it takes longer than a message may be in hand (no line, a budget used up), it
   * resolves at once with the time after which to ask again, ms.
   */
  acquireSlot?(to: Address, urgent: boolean): Promise<number>;
  /** Shows these commands as the platform's menu; the first ones where it has room for few. */
  offerMenu?(items: readonly MenuItem[]): void;
  /**
   * Shows one account, where it has just spoken, the menu of those who act for a unit, or that of
   * everybody.
   */
  menuFor?(place: Address, user: string, whose: MenuItem['for']): void;
  /** What links of this platform say, wherever they stand in a text of any platform. */
  wordsInLinks?(text: string): readonly string[];
  /** How the line is now; missing where there is none that could break unseen. */
  connection?(): ConnectionStatus;
  /**
   * The content behind a handle of `Incoming.photos`, also one from before a restart. It is asked
   * for as soon as it is known that the photo is wanted.
   * @throws PhotoUnavailable when it can never be had; after any other error it is asked for again,
   * for a day.
   */
  fetch?(photo: string): Promise<Uint8Array>;
  /**
   * A message that has to be cut goes in parts; `stands` is told after each how many stand in the
   * chat.
   * @returns the id of the message as it now stands in the chat.
   * @throws SendFailed; any other error counts as `uncertain`. It is about the part after those
   * that stand.
   */
  send(
    outgoing: Outgoing,
    stands?: (parts: number) => void,
  ): Promise<{ readonly messageId: string }>;
  /** Stops listening; sending works until the process ends. */
  stop(): Promise<void>;
}

/** A chat cannot work as it is set up. The message says what to do, and holds no secret. */
export class ChatUnusable extends Error {
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
