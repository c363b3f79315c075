import type { Records, Remember } from '../core/collection.ts';
import type { CommandContext, DecisionContext } from '../core/command.ts';
import type { Feature } from '../core/feature.ts';
import type { IgnoreReason } from '../core/ignored.ts';
import { type Outcome, remember } from '../core/outcome.ts';
import type { ChatAdapter, Incoming, Notice } from '../ports/chat.ts';
import { CommitFailed } from '../ports/store.ts';
import { ClockDoubt } from './clock-doubt.ts';
import { Connections } from './connections.ts';
import { decisionContextOf } from './decision-context.ts';
import { recordsOf } from './effects.ts';
import { withFollowing } from './follow.ts';
import { GroupBindings } from './group-bindings.ts';
import { inTime } from './in-time.ts';
import { menuOf } from './menu.ts';
import { MessageHandler } from './message-handler.ts';
import { type OperatorView, operatorView } from './operator-view.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';
import { Ticker } from './ticker.ts';
import { WithoutStore } from './without-store.ts';

/** How long a graceful stop waits for the platforms and for messages that are being sent, ms. */
const STOP_WITHIN = 1_500;

/**
 * The bot, from message to answer. A chat hands a message to the message handler, which has it
 * decided by a command and remembers the decision in a partition. When that is durable, the outbox
 * sends the answer. The ticker does the same for what is due by the clock.
 */
export class RunningBot {
  readonly operator: OperatorView;
  private readonly parts: RuntimeParts;
  private readonly features: readonly Feature[];
  private readonly handler: MessageHandler;
  private readonly ticker: Ticker;
  private readonly groupBindings: GroupBindings;
  private readonly connections: Connections;
  private readonly inHand = new Set<Promise<unknown>>();
  private stopTicking: (() => void) | undefined;
  private stopping = false;

  constructor(parts: RuntimeParts, features: readonly Feature[]) {
    this.parts = parts;
    this.features = features;
    const withoutStore = new WithoutStore(parts);
    const clockDoubt = new ClockDoubt(parts, () => this.ticker.inDoubt());
    this.ticker = new Ticker(
      parts,
      (alliances) => withoutStore.tellConvenors(alliances),
      clockDoubt,
    );
    this.groupBindings = new GroupBindings(parts);
    this.connections = new Connections(parts);
    this.handler = new MessageHandler(parts, {
      groupBindings: this.groupBindings,
      withoutStore,
      clockDoubt,
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
    await Promise.all(this.parts.chats.all().map((chat) => this.listen(chat)));
  }

  /** Whoever was erased and came back with a restore is erased again. */
  async eraseAgain(): Promise<void> {
    this.parts.messageKeys.prepare();
    await this.parts.erasure.finish();
  }

  private listen(chat: ChatAdapter): Promise<void> {
    chat.offerMenu?.(menuOf(this.features));
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
    return this.track(this.ticker.tick().then(() => this.parts.publisher.tick()));
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
    const stopped = Promise.allSettled(chats.all().map((chat) => chat.stop()));
    const finished = stopped.then(() => this.idle());
    await inTime(finished, STOP_WITHIN, clock, () => {});
    outbox.stop();
    await maker.close();
    await partitions.close();
  }

  private async notice(notice: Notice): Promise<void> {
    if (notice.kind === 'ready') return this.parts.outbox.ready(notice);
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
