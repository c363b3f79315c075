import type { Address, Incoming } from './chat.ts';

/**
 * How ids begin that no platform has given out: of accounts and groups that are known by their
 * names only, of messages that were entered, of photos that are in somebody's chat and not here.
 */
export const BY_HAND = 'byhand:';

/** Something that is to be sent, for somebody to paste it where it belongs. */
export interface ToShow {
  readonly id: string;
  readonly to: Address;
  readonly text: string;
}

/** What somebody said, as it is entered by somebody else. */
export interface Entered
  extends Pick<Incoming, 'address' | 'title' | 'sender' | 'text' | 'at' | 'quoted'> {
  readonly photos: number;
  /**
   * The moment that was written down with it, ms, or what tells it from everything else that was
   * entered: the same words of the same person at the same moment are the same message.
   */
  readonly known: number | string;
}

/**
 * A chat that a person can carry by hand: they paste what they are shown, and enter what was said.
 */
export interface ByHand {
  readonly platform: string;
  /**
   * Somebody is there, and has shown these; from now on what is to be sent waits for them, until
   * they have not been heard of for a while. The last one who comes has the place. @returns false
   * for whoever had it before.
   */
  attend(session: string, shown: readonly string[]): boolean;
  /** What they are to show; again and again, until they say that they have. */
  toShow(): readonly ToShow[];
  /** They go. What they have not shown is not sent, what they may have shown is in doubt. */
  leave(session: string): void;
  /** Whether this is something that the bot itself has said. */
  isOwn(name: string, text: string): boolean;
  /** As `Chat.start` promises of `receive`. */
  enter(words: Entered): Promise<void>;
}
