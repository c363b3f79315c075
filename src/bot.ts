import type { Records, Remember } from './core/collection.ts';
import type { CommandContext, DecisionContext } from './core/command.ts';
import type { Feature } from './core/feature.ts';
import type { Outcome } from './core/outcome.ts';
import type { BlobStore } from './ports/blobs.ts';
import type { ChatAdapter, Incoming, Notice } from './ports/chat.ts';
import type { Clock, Random } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import { CommitFailed, type Store } from './ports/store.ts';
import { Connections } from './runtime/connections.ts';
import { decisionContextOf } from './runtime/decision-context.ts';
import { recordsOf } from './runtime/effects.ts';
import { GroupBindings } from './runtime/group-bindings.ts';
import { inTime } from './runtime/in-time.ts';
import { menuOf } from './runtime/menu.ts';
import { MessageHandler } from './runtime/message-handler.ts';
import { Outbox } from './runtime/outbox/index.ts';
import { type Partition, Partitions } from './runtime/partitions.ts';
import { Ticker } from './runtime/ticker.ts';
import { catalogOf } from './understanding/catalog.ts';

export interface BotParts {
  readonly features: readonly Feature[];
  readonly chats: readonly ChatAdapter[];
  readonly store: Store;
  /** Where photos lie. */
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Nothing can be remembered any more; the process should end. */
  readonly onFatal: (error: unknown) => void;
}

/** How long a graceful stop waits for the platforms and for messages that are being sent, ms. */
const STOP_WITHIN = 8_000;

/**
 * The bot, from message to answer:
 * a chat hands a message to the intake, which has it decided by a command and remembers the
 * decision in the store of partitions; when that is durable the outbox sends what it says; the
 * ticker does the same for what is due by the clock.
 */
export class Bot {
  private readonly parts: BotParts;
  private readonly partitions: Partitions;
  private readonly outbox: Outbox;
  private readonly handler: MessageHandler;
  private readonly ticker: Ticker;
  private readonly places: GroupBindings;
  private readonly lines: Connections;
  private readonly chats: ReadonlyMap<string, ChatAdapter>;
  private readonly inHand = new Set<Promise<unknown>>();
  private stopTicking: (() => void) | undefined;
  private stopping = false;

  constructor(parts: BotParts) {
    this.parts = parts;
    const { features, store, blobs, clock, random, log, onFatal } = parts;
    const chats = new Map(parts.chats.map((chat) => [chat.platform, chat]));
    this.chats = chats;
    const cards = new Map(features.flatMap((one) => one.cards).map((card) => [card.name, card]));
    this.partitions = new Partitions({
      store,
      features: features,
      log,
      onFatal,
      onDurable: (opened, changes) => {
        for (const { collection, record } of changes)
          if (record) this.outbox.offer(opened, collection.name, record.id);
      },
    });
    this.outbox = new Outbox({ partitions: this.partitions, chats, cards, blobs, clock, log });
    this.ticker = new Ticker({
      partitions: this.partitions,
      outbox: this.outbox,
      chats,
      clock,
      random,
      log,
    });
    this.places = new GroupBindings({ partitions: this.partitions, clock });
    this.lines = new Connections({ partitions: this.partitions, chats, clock, random, log });
    this.handler = new MessageHandler({
      partitions: this.partitions,
      catalog: catalogOf(features.flatMap((one) => one.commands)),
      chats,
      clock,
      random,
      log,
      clockBehind: () => this.ticker.inDoubt(),
      sayNow: (incoming, text) => this.outbox.sayNow(incoming.address, incoming.id, text),
    });
  }

  /**
   * Reads the directory, so that `change` works; does nothing that is due and listens to nobody.
   */
  async open(): Promise<void> {
    await this.partitions.start();
  }

  /** Reads the directory, does what has come due, then listens. */
  async start(): Promise<void> {
    await this.open();
    await this.ticker.tick();
    this.stopTicking = this.parts.clock.everyTick(() => {
      void this.track(this.ticker.tick());
    });
    if (this.stopping) return;
    // A platform that is slow to answer keeps no other waiting.
    await Promise.all(this.parts.chats.map((chat) => this.listen(chat)));
  }

  private listen(chat: ChatAdapter): Promise<void> {
    chat.offerMenu?.(menuOf(this.parts.features));
    return chat.start(
      (incoming) => this.receive(incoming),
      (notice) => this.track(this.notice(notice)),
    );
  }

  /**
   * Resolves when the effect of a message is durable, or it has none. @throws CommitFailed when it
   * is not.
   */
  receive(incoming: Incoming): Promise<void> {
    if (this.stopping) return Promise.reject(new CommitFailed('the bot is stopping'));
    return this.track(this.handler.receive(incoming));
  }

  /**
   * Changes an alliance's records from outside of a conversation, as one decision; a new alliance
   * begins like this.
   */
  change(alliance: string, decide: (records: Records) => readonly Remember[]): Promise<unknown> {
    return this.track(
      this.partitions.transact(alliance, (opened) =>
        this.partitions.remember(opened, decide(opened.records)),
      ),
    );
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
    const { clock, random } = this.parts;
    const decided = (opened: Partition) => {
      const { records } = opened;
      const moment = {
        records,
        now: clock.now(),
        newId: random.newId,
        cause: undefined,
        chats: this.chats,
      };
      const context = decisionContextOf(moment, random);
      const merge = (from: string, to: string) => this.partitions.merge(from, to, context);
      return this.partitions.remember(opened, recordsOf(decide({ ...context, merge }), moment));
    };
    return this.track(this.partitions.transact(alliance, decided));
  }

  /** Looks at an alliance's records as they are now. */
  look<T>(alliance: string, look: (records: Records) => T): Promise<T> {
    return this.track(this.partitions.transact(alliance, ({ records }) => look(records)));
  }

  /** Does what has come due. */
  tick(): Promise<void> {
    return this.track(this.ticker.tick());
  }

  /** When the next thing is due, ms; never too late. */
  nextDue(): number | undefined {
    return this.ticker.next();
  }

  /** Resolves when nothing is in hand and nothing that is due is still to be sent. */
  async idle(): Promise<void> {
    do {
      await Promise.allSettled([...this.inHand]);
      await this.outbox.idle();
    } while (this.inHand.size > 0);
  }

  /**
   * Stops listening, finishes what is in hand, keeps what could not be sent, and closes the store.
   */
  async stop(): Promise<void> {
    this.stopping = true;
    this.stopTicking?.();
    // A platform that does not answer must not hold up the end.
    const chats = Promise.allSettled(this.parts.chats.map((chat) => chat.stop()));
    const finished = chats.then(() => this.idle());
    await inTime(finished, STOP_WITHIN, this.parts.clock, () => {});
    this.outbox.stop();
    await this.partitions.close();
  }

  private notice(notice: Notice): Promise<void> {
    const isConnection = notice.kind === 'connection' || notice.kind === 'account';
    return isConnection ? this.lines.notice(notice) : this.places.notice(notice);
  }

  private track<T>(work: Promise<T>): Promise<T> {
    this.inHand.add(work);
    const done = () => this.inHand.delete(work);
    work.then(done, done);
    return work;
  }
}
