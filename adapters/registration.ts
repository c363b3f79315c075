import type { z } from 'zod';
import type { ChatAdapter, ChatTraits } from '../src/ports/chat.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { Log } from '../src/ports/log.ts';
import type { Holder, Store, StoreReader } from '../src/ports/store.ts';
import type { Text } from '../src/ports/text.ts';

/** Reads settings by their schema. @throws Error that names each one that cannot be used. */
export type ReadSettings = <T>(schema: z.ZodType<T>) => T;

/** Says something to whoever runs the bot; `secret` only where it is seen at once and not kept. */
export type Print = (text: string, secret: string) => void;

/** What an adapter of a platform works with. */
export interface Surroundings {
  readonly settings: ReadSettings;
  /** Where the bot keeps what it must not lose; an adapter's own state has a folder in it. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly print: Print;
}

/** What came of trying a platform's settings. */
export interface Checked {
  /** `unknown`: it could not be tried. */
  readonly state: 'well' | 'wrong' | 'unknown';
  readonly text: Text;
  /** The time of the platform, ms, where it told it. */
  readonly now?: number;
}

/**
 * What a platform says of itself before it is connected. The module that exports it loads no
 * library of the platform.
 */
export interface Platform {
  /** What people call it. */
  readonly title: Text;
  readonly traits: ChatTraits;
  /** Its variables, as `.env.example` lists them. */
  readonly settings: z.ZodObject;
  /** The same where it is connected: what has to hold of them together. */
  readonly understood?: z.ZodType;
  /** The variables of which one connects it when it is set. */
  readonly connectedBy: readonly string[];
  /** People may carry it by hand, beside it or where nothing connects it. */
  readonly byHand?: true;
  /** Tries whether its settings work, without connecting. */
  readonly check?: (settings: ReadSettings) => Promise<Checked>;
  /** Makes its chats, one for each account of the bot; its library is loaded here. */
  readonly make: (surroundings: Surroundings) => Promise<readonly ChatAdapter[]>;
}

/** What a store is opened with. */
interface StoreOptions {
  readonly settings: ReadSettings;
  /** The data folder. Blobs and what adapters keep lie in it, too. */
  readonly folder: string;
  readonly log: Log;
  /** Where the store lets a second process wait beside the first. */
  readonly standBy?: StandBy | undefined;
}

/** How a process waits beside another that works, and how it hears that it is too late. */
export interface StandBy {
  /** Another process works now; told once for each. */
  readonly waiting: (holder: Holder) => void;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
  /** Another process has taken over from this one, which has to end. */
  readonly lost: (error: Error) => void;
}

/**
 * A way to keep records. The module that exports it loads nothing but settings until a store is
 * opened.
 */
export interface StoreKind {
  /** Its variables, as `.env.example` lists them. */
  readonly settings: z.ZodObject;
  /** The same where it is chosen: what has to hold of them together. */
  readonly understood?: z.ZodType;
  /**
   * The file by which a data folder is known to be its own; missing where no folder holds the
   * records.
   */
  readonly mark?: string;
  /** What lies in such a folder and is its own. */
  readonly files?: readonly string[];
  /** @throws StoreLocked @throws StoreDamaged */
  readonly open: (options: StoreOptions) => Promise<Store>;
  /**
   * What is durable at this moment, read beside a bot that has the store open; empty where there is
   * none. Changes no record, and keeps nobody out. @throws StoreDamaged
   */
  readonly openReadOnly: (options: StoreOptions) => Promise<StoreReader>;
  /** Looks whether it could be opened, where that is no question of the data folder. */
  readonly check?: (settings: ReadSettings) => Promise<Checked>;
}
