import type { Card, DocumentView, Feature } from '../core/feature.ts';
import type { BlobStore } from '../ports/blobs.ts';
import type { BoardPlace } from '../ports/board.ts';
import type { Clock, Random } from '../ports/clock.ts';
import type { DocumentMaker } from '../ports/documents.ts';
import type { Upkeep } from '../ports/health.ts';
import type { Log } from '../ports/log.ts';
import type { TableReader } from '../ports/tables.ts';
import type { Catalog } from '../understanding/catalog.ts';
import type { Chats } from './chats.ts';
import type { Erasure } from './erase.ts';
import type { Follows } from './follow.ts';
import type { MessageKeys } from './message-keys.ts';
import type { Outbox } from './outbox/index.ts';
import type { Partitions } from './partitions.ts';
import type { Publisher } from './publisher.ts';
import type { RecentTopics } from './recent-topics.ts';

/** What the runtime is made of; each part of it picks what it needs. */
export interface RuntimeParts {
  readonly partitions: Partitions;
  readonly outbox: Outbox;
  readonly catalog: Catalog;
  readonly features: readonly Feature[];
  readonly topics: RecentTopics;
  /** The platforms that are connected, by their names. */
  readonly chats: Chats;
  /** The cards of all features, by their names. */
  readonly cards: ReadonlyMap<string, Card>;
  /** The files of all features, by their names, and what makes their bytes. */
  readonly documents: ReadonlyMap<string, DocumentView>;
  readonly maker: DocumentMaker;
  /** Reads the tables that people send. */
  readonly tables: TableReader;
  /** Where boards are published, if anywhere. */
  readonly place: BoardPlace | undefined;
  readonly follows: Follows;
  readonly blobs: BlobStore;
  readonly messageKeys: MessageKeys;
  readonly erasure: Erasure;
  readonly publisher: Publisher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** What the operator keeps in order beside the bot; missing where nobody does. */
  readonly upkeep?: (() => Upkeep) | undefined;
}
