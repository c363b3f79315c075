import type { Text } from './text.ts';

/** Why a connection is not up, in the words of its adapter. */
export interface Trouble {
  /** A short word of the adapter's own, for the log; holds nothing that people wrote. */
  readonly code: string;
  /** What is wrong, as it stands behind `断了：`. */
  readonly reason: Text;
  /** What somebody can do about it, or that the bot does it by itself. */
  readonly advice: Text;
  /** Replies are still sent; everything else waits. */
  readonly repliesOnly?: true;
  /** Nothing is heard, but what is sent arrives: people are told there as well. */
  readonly sends?: true;
  /** Nobody carries the platform by hand just now, and nothing else is wrong. */
  readonly unattended?: true;
}

/** How the connection to a platform is, where it is one that breaks. */
export interface ConnectionStatus {
  /**
   * `login`: a person has to log in; `slow`: the platform wants less from us, nothing is sent for a
   * while.
   */
  readonly state: 'up' | 'down' | 'login' | 'slow';
  /** Ms since the epoch. */
  readonly since: number;
  /** Why it is not up. */
  readonly why?: Trouble;
  /**
   * The last span in which nothing was heard, ms since the epoch; what was said in it will never
   * arrive.
   */
  readonly missed?: { readonly from: number; readonly to: number };
  /** So many messages came too late to be acted on, since the process began. */
  readonly tooOld?: number;
}

/** The chat that tells it: one of several on its platform names its account. */
interface Whose {
  readonly platform: string;
  readonly account?: string;
}

/** Of the platform itself. */
export type ConnectionNotice =
  /** The connection has changed in a way that somebody has to know. */
  | (Whose & { readonly kind: 'connection'; readonly status: ConnectionStatus })
  /** The platform takes messages again: what waits for that can go. */
  | (Whose & { readonly kind: 'ready' })
  /**
   * The bot is logged in as `account`. Ids that were known under another account of this platform
   * mean nobody any more, until each is bound again.
   */
  | { readonly kind: 'account'; readonly platform: string; readonly account: string };
