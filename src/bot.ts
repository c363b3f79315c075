import type { Feature } from './core/feature.ts';
import type { BoardPlace } from './ports/board.ts';
import type { ChatAdapter } from './ports/chat.ts';
import type { DocumentMaker } from './ports/documents.ts';
import type { ErasedList } from './ports/erased-list.ts';
import type { Store } from './ports/store.ts';
import type { TableReader } from './ports/tables.ts';
import { Chats } from './runtime/chats.ts';
import { Erasure } from './runtime/erase.ts';
import { followsOf } from './runtime/follow.ts';
import { MessageKeys } from './runtime/message-keys.ts';
import { Outbox } from './runtime/outbox/index.ts';
import { Partitions } from './runtime/partitions.ts';
import type { RuntimeParts } from './runtime/parts.ts';
import { Publisher } from './runtime/publisher.ts';
import { RecentTopics } from './runtime/recent-topics.ts';
import { RunningBot } from './runtime/running-bot.ts';
import { catalogOf } from './understanding/catalog.ts';

export interface BotParts
  extends Pick<RuntimeParts, 'blobs' | 'clock' | 'random' | 'log' | 'upkeep'> {
  readonly features: readonly Feature[];
  readonly chats: readonly ChatAdapter[];
  readonly store: Store;
  /** Makes files; without one none goes with what the bot says. */
  readonly maker?: DocumentMaker;
  /** Reads tables; without one none is read. */
  readonly tables?: TableReader;
  /** Without one nobody who was erased is known to whoever restores an earlier day. */
  readonly erasedList?: ErasedList;
  /** Where boards are published; without one there are none. */
  readonly place?: BoardPlace | undefined;
  /** Nothing can be remembered any more; the process should end. */
  readonly onFatal: (error: unknown) => void;
}

const noFiles: DocumentMaker = {
  make: () => Promise.reject(new Error('this process makes no files')),
  close: () => Promise.resolve(),
};

const noTables: TableReader = {
  read: () => Promise.reject(new Error('this process reads no files')),
};

/** The one place that puts a bot together. */
export function createBot(parts: BotParts): RunningBot {
  const { features } = parts;
  const partitions = new Partitions(parts);
  const made = {
    ...parts,
    maker: parts.maker ?? noFiles,
    tables: parts.tables ?? noTables,
    place: parts.place,
    partitions,
    chats: new Chats(parts.chats),
    cards: new Map(features.flatMap((one) => one.cards).map((card) => [card.name, card])),
    documents: new Map(features.flatMap((one) => one.documents).map((one) => [one.name, one])),
    follows: followsOf(features),
    catalog: catalogOf(features.flatMap((one) => one.commands)),
    topics: new RecentTopics(parts.clock),
  };
  const outbox = new Outbox(made);
  partitions.deliverTo(outbox);
  const messageKeys = new MessageKeys(made);
  const publisher = new Publisher(made, features, made.place);
  const erasure = new Erasure({ ...made, outbox, messageKeys, publisher });
  return new RunningBot({ ...made, outbox, messageKeys, erasure, publisher }, features);
}

export type { RunningBot as Bot };
