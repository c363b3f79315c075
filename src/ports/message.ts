/** What people say and what is said to them, in terms that every platform shares. */

import type { TableRows } from './tables.ts';

/**
 * A place to talk in, on one platform. Two addresses are the same place when all fields are equal.
 */
export interface Address {
  /** The name under which its adapter is registered. */
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
  /** It was not typed: a button was pressed. */
  readonly press?: Press;
  /** The names by which the bot can be mentioned in this chat, without `@`. */
  readonly botNames: readonly string[];
  /** The platform's handles of photos that came with it; `Chat.fetch` gets them. */
  readonly photos: readonly string[];
  /** A file that came with it in private: the handle by which `Chat.fetch` gets it, and its name. */
  readonly file?: { readonly handle: string; readonly name: string };
  /** The rows of that file, once the runtime has read them. */
  readonly table?: TableRows;
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

/** What is shown to whoever pressed a button, and to nobody else. */
export interface Press {
  /**
   * Shows some words, at most 200 characters of them, for a moment; tried again where that fails.
   * Without any the button only comes to rest. @returns whether they were shown.
   */
  answer(text: string): Promise<boolean>;
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
   * So many of its parts stand there already, as `onPartSent` told at an earlier try; they are
   * left out.
   */
  readonly partsSent?: number;
  /** Stands with the first part that goes: that part may have arrived before. */
  readonly mark?: string;
}
