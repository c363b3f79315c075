import type { Feature } from '../../src/core/feature.ts';
import type { AllianceFile } from '../../src/features/import/index.ts';
import type { BlobStore } from '../../src/ports/blobs.ts';
import type { BoardPlace } from '../../src/ports/board.ts';
import type { Outgoing, Quoted } from '../../src/ports/chat.ts';
import type { DocumentMaker } from '../../src/ports/documents.ts';
import type { ErasedList } from '../../src/ports/erased-list.ts';
import type { Upkeep } from '../../src/ports/health.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Store } from '../../src/ports/store.ts';
import type { TableReader } from '../../src/ports/tables.ts';

/** What a play takes place on. */
export interface Stage {
  /**
   * The alliance that is there from the beginning; without it the store is empty and a setup code
   * is made.
   */
  readonly file?: AllianceFile | undefined;
  /** What the bot can do; all that it can when left out. */
  readonly features?: readonly Feature[];
  /** Opens what the bot remembers; called again after each restart. */
  readonly openStore: () => Promise<Store>;
  readonly log: Log;
  /** The platforms that the play takes place on, `terminal` when left out. */
  readonly platforms?: readonly string[];
  /**
   * Called before each message arrives; throws SendFailed, or never resolves, as a platform may.
   */
  readonly onSend?: (outgoing: Outgoing) => Promise<void>;
  /** What a photo holds, by its handle; a small picture when left out. */
  readonly onFetch?: (photo: string) => Promise<Uint8Array>;
  /** What the operator keeps in order beside the bot; nobody does when left out. */
  readonly upkeep?: () => Upkeep;
  /** Where photos lie, over restarts; in memory when left out. */
  readonly files?: BlobStore;
  /** Where boards are published; nowhere when left out. */
  readonly place?: BoardPlace | undefined;
  /** Makes files; in a thread of its own when left out. */
  readonly maker?: DocumentMaker;
  /** Reads tables; in a thread of its own when left out. */
  readonly tables?: TableReader;
  /** Who was erased, over restarts; nobody remembers it when left out. */
  readonly erasedList?: ErasedList;
}

/** Somebody says something in a play. */
export interface Spoken {
  readonly name: string;
  readonly private?: boolean;
  readonly platform?: string | undefined;
  readonly group?: string;
  readonly text: string;
  /** How many photos come with it, or what the platform calls them. */
  readonly photos?: number | readonly string[];
  /** The name of a file that comes with it; `onFetch` gets it by this name. */
  readonly file?: string;
  readonly quoted?: Quoted | undefined;
  /** When it was said, `8:12`, where it is entered by hand now. */
  readonly when?: string | undefined;
  /** Repeats the message of this id. */
  readonly id?: string;
}

/** What the bot said. */
export interface Reply {
  readonly outgoing: Outgoing;
}

/** The group in which is spoken until a line says otherwise. */
export function firstGroup({ file }: Pick<Stage, 'file'>): string {
  return file?.groups[0]?.title ?? '联盟群';
}
