import type { Records, Remember } from './core/collection.ts';
import type { CommandContext, DecisionContext } from './core/command.ts';
import type { Feature } from './core/feature.ts';
import type { IgnoreReason } from './core/ignored.ts';
import { type Outcome, remember } from './core/outcome.ts';
import type { BoardPlace } from './ports/board.ts';
import type { ChatAdapter, Incoming, Notice } from './ports/chat.ts';
import type { DocumentMaker } from './ports/documents.ts';
import type { ErasedList } from './ports/erased-list.ts';
import { CommitFailed, type Store } from './ports/store.ts';
import { Connections } from './runtime/connections.ts';
import { decisionContextOf } from './runtime/decision-context.ts';
import { recordsOf } from './runtime/effects.ts';
import { Erasure } from './runtime/erase.ts';
import { followsOf, withFollowing } from './runtime/follow.ts';
import { GroupBindings } from './runtime/group-bindings.ts';
import { inTime } from './runtime/in-time.ts';
import { menuOf } from './runtime/menu.ts';
import { MessageHandler } from './runtime/message-handler.ts';
import { MessageKeys } from './runtime/message-keys.ts';
import { type OperatorView, operatorView } from './runtime/operator-view.ts';
import { Outbox } from './runtime/outbox/index.ts';
import type { Partition } from './runtime/partition.ts';
import { Partitions } from './runtime/partitions.ts';
import type { RuntimeParts } from './runtime/parts.ts';
import { Publisher } from './runtime/publisher.ts';
import { RecentTopics } from './runtime/recent-topics.ts';
import { Ticker } from './runtime/ticker.ts';
import { WithoutStore } from './runtime/without-store.ts';
import { catalogOf } from './understanding/catalog.ts';

export interface BotParts
  extends Pick<RuntimeParts, 'blobs' | 'clock' | 'random' | 'log' | 'upkeep'> {
  readonly features: readonly Feature[];
  readonly chats: readonly ChatAdapter[];
  readonly store: Store;
  /** Makes files; without one none goes with what the bot says. */
  readonly maker?: DocumentMaker;
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

/** How long a graceful stop waits for the platforms and for messages that are being sent, ms. */
const STOP_WITHIN = 8_000;

/** The one place that puts a bot together. */
export function createBot(parts: BotParts): Bot {
  const { features } = parts;
  const partitions = new Partitions(parts);
  const made = {
    ...parts,
    maker: parts.maker ?? noFiles,
    place: parts.place,
    partitions,
    chats: new Map(parts.chats.map((chat) => [chat.platform, chat])),
    cards: new Map(features.flatMap((one) => one.cards).map((card) => [card.name, card])),
    documents: new Map(features.flatMap((one) => one.documents).map((one) => [one.name, one])),
    follows: followsOf(features),
    catalog: catalogOf(features.flatMap((one) => one.commands)),
    topics: new RecentTopics(parts.clock),
  };
  const outbox = new Outbox(made);
  partitions.deliverTo(outbox);
  const messageKeys = new MessageKeys(made);
  const erasure = new Erasure({ ...made, outbox, messageKeys });
  return new Bot({ ...made, outbox, messageKeys, erasure }, features);
}

/**
 * The bot, from message to answer. A chat hands a message to the message handler, which has it
 * decided by a command and remembers the decision in a partition. When that is durable, the outbox
 * sends the answer. The ticker does the same for what is due by the clock.
 */
class Bot {
  readonly operator: OperatorView;
  private readonly parts: RuntimeParts;
  private readonly features: readonly Feature[];
  private readonly handler: MessageHandler;
  private readonly ticker: Ticker;
  private readonly publisher: Publisher;
  private readonly groupBindings: GroupBindings;
  private readonly connections: Connections;
  private readonly inHand = new Set<Promise<unknown>>();
  private stopTicking: (() => void) | undefined;
  private stopping = false;

  constructor(parts: RuntimeParts, features: readonly Feature[]) {
    this.parts = parts;
    this.features = features;
    const withoutStore = new WithoutStore(parts);
    this.ticker = new Ticker(parts, () => withoutStore.tellConvenors());
    this.publisher = new Publisher(parts, features, parts.place);
    this.groupBindings = new GroupBindings(parts);
    this.connections = new Connections(parts);
    this.handler = new MessageHandler(parts, {
      groupBindings: this.groupBindings,
      withoutStore,
      isClockBehind: () => this.ticker.inDoubt(),
    });
    this.operator = operatorView(parts, this.handler, this.ticker);
  }

  /**
   * Reads all records, so that `change` works; does nothing that is due and listens to nobody.
   * @throws StoreDamaged when some cannot be read.
   */
  async open(): Promise<void> {
    await this.parts.partitions.start();
  }

  /** Reads all records, does what has come due, then listens. @throws StoreDamaged */
  async start(): Promise<void> {
    await this.open();
    await this.operator.eraseAgain();
    await this.ticker.tick();
    this.stopTicking = this.parts.clock.everyTick(() => {
      void this.tick();
    });
    if (this.stopping) return;
    // A platform that is slow to answer keeps no other waiting.
    await Promise.all([...this.parts.chats.values()].map((chat) => this.listen(chat)));
  }

  private listen(chat: ChatAdapter): Promise<void> {
    chat.offerMenu?.(menuOf(this.features));
    return chat.start(
      (incoming) => this.receive(incoming),
      (notice) => this.track(this.notice(notice)),
    );
  }

  /** Resolves when the effect of a message is durable, or it has none. @throws CommitFailed */
  receive(incoming: Incoming): Promise<void> {
    if (this.stopping) return Promise.reject(new CommitFailed('the bot is stopping'));
    return this.track(this.handler.receive(incoming));
  }

  /** Why messages were ignored since the start, and how many for each reason. */
  get ignored(): ReadonlyMap<IgnoreReason, number> {
    return this.handler.ignored.counts;
  }

  /**
   * Changes an alliance's records from outside of a conversation, as one decision; a new alliance
   * begins like this.
   */
  change(alliance: string, decide: (records: Records) => readonly Remember[]): Promise<unknown> {
    return this.decide(alliance, ({ records }) => remember(...decide(records)));
  }

  /**
   * The newest moment that has been lived, ms, where the clock stands before it and what is
   * scheduled waits; undefined where there is no doubt.
   */
  livedUntil(): number | undefined {
    return this.ticker.inDoubt() ? this.ticker.seen : undefined;
  }

  /**
   * The clock is right, and stood ahead before: what is scheduled goes on from now. Nothing that
   * was sent is sent again.
   */
  correctClock(): Promise<void> {
    return this.track(this.ticker.correctClock());
  }

  /** Decides something outside of a conversation, and says what there is to say. */
  decide(
    alliance: string,
    decide: (context: DecisionContext & Pick<CommandContext, 'merge'>) => Outcome,
  ): Promise<unknown> {
    const { partitions, clock, random, chats, follows } = this.parts;
    const decided = (partition: Partition) => {
      const { records } = partition;
      const { newId } = random;
      const moment = { records, now: clock.now(), newId, cause: undefined, chats };
      const context = decisionContextOf(moment, random);
      const merge = (from: string, to: string) => partitions.merge(from, to, context);
      const own = decide({ ...context, merge });
      const outcome = withFollowing(own, context, follows);
      return partitions.remember(partition, recordsOf(outcome, moment, 'machine'));
    };
    return this.track(partitions.transact(alliance, decided));
  }

  /** Looks at an alliance's records as they are now. */
  look<T>(alliance: string, look: (records: Records) => T): Promise<T> {
    return this.track(this.parts.partitions.transact(alliance, ({ records }) => look(records)));
  }

  /** Does what has come due. */
  tick(): Promise<void> {
    return this.track(this.ticker.tick().then(() => this.publisher.tick()));
  }

  /** When the next thing is due, ms; never too late. */
  nextDue(): number | undefined {
    return this.ticker.next();
  }

  /** Resolves when nothing is in hand and nothing that is due is still to be sent. */
  async idle(): Promise<void> {
    do {
      await Promise.allSettled([...this.inHand]);
      await this.parts.outbox.idle();
    } while (this.inHand.size > 0);
  }

  /**
   * Stops listening, finishes what is in hand, keeps what could not be sent, and closes the store.
   */
  async stop(): Promise<void> {
    const { chats, clock, maker, outbox, partitions } = this.parts;
    this.stopping = true;
    this.stopTicking?.();
    // A platform that does not answer must not hold up the end.
    const stopped = Promise.allSettled([...chats.values()].map((chat) => chat.stop()));
    const finished = stopped.then(() => this.idle());
    await inTime(finished, STOP_WITHIN, clock, () => {});
    outbox.stop();
    await maker.close();
    await partitions.close();
  }

  private async notice(notice: Notice): Promise<void> {
    if (notice.kind === 'ready') return this.parts.outbox.ready(notice.platform);
    const ofConnection = notice.kind === 'connection' || notice.kind === 'account';
    return ofConnection ? this.connections.notice(notice) : this.groupBindings.notice(notice);
  }

  private track<T>(work: Promise<T>): Promise<T> {
    this.inHand.add(work);
    // The caller is told of an error.
    work.finally(() => this.inHand.delete(work)).catch(() => {});
    return work;
  }
}

export type { Bot };
