import type { Ignored } from '../core/ignored.ts';
import { say } from '../core/outcome.ts';
import { handled } from '../core/records.ts';
import { inLanguage } from '../core/text.ts';
import { voided } from '../identity/codes/index.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import { languageAt } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import { CommitFailed, StoreDamaged } from '../ports/store.ts';
import type { Reading } from '../understanding/reading.ts';
import { understand } from '../understanding/understand.ts';
import { authorise } from './authorise.ts';
import type { ClockDoubt } from './clock-doubt.ts';
import type { Said } from './command-context.ts';
import { commit } from './commit.ts';
import { eraseSpeaker } from './erase-speaker.ts';
import { CommandExecutor, closeAnswered, type Decision, decided } from './execute.ts';
import { Floods, isInRows } from './floods.ts';
import type { GroupBindings } from './group-bindings.ts';
import { healthOf } from './health.ts';
import { type Identified, identify } from './identify.ts';
import { IgnoredMessages } from './ignored.ts';
import { showMenu } from './menu.ts';
import { plainKey } from './message-keys.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';
import { photosIn, RecentlySent } from './photos/recent.ts';
import { resolveAlliance } from './resolve-alliance.ts';
import { type Screened, screen } from './screen.ts';
import { situationOf } from './situation.ts';
import { withTable } from './table-words.ts';
import { texts } from './texts.ts';
import { NotKept, type WithoutStore } from './without-store.ts';

type Kept = Exclude<Screened, Ignored>;

interface HandlerParts {
  readonly groupBindings: GroupBindings;
  readonly withoutStore: WithoutStore;
  readonly clockDoubt: ClockDoubt;
  readonly isClockBehind: () => boolean;
}

/**
 * The pipeline of one message: screen → resolve alliance → identify → understand → authorise → run
 * → commit. What is committed the outbox delivers. Every step is a function in a file called after
 * it; a message that is not for the bot ends as `Ignored`, and is counted.
 */
export class MessageHandler {
  readonly ignored: IgnoredMessages;
  private readonly parts: RuntimeParts;
  private readonly groupBindings: GroupBindings;
  private readonly withoutStore: WithoutStore;
  private readonly executor: CommandExecutor;
  private readonly recent = new RecentlySent();
  private readonly floods: Floods;
  private readonly given: HandlerParts;
  /** Platform → when anything was last heard there. */
  readonly lastHeard = new Map<string, number>();
  /** Platform → how many messages came from there since the start. */
  readonly heard = new Map<string, number>();

  constructor(parts: RuntimeParts, given: HandlerParts) {
    const { groupBindings, withoutStore, isClockBehind } = given;
    this.given = given;
    this.parts = parts;
    this.groupBindings = groupBindings;
    this.withoutStore = withoutStore;
    this.ignored = new IgnoredMessages(parts.log);
    this.floods = new Floods(parts.clock);
    const healthNow = () => healthOf(parts, this.lastHeard, isClockBehind());
    this.executor = new CommandExecutor({ ...parts, healthNow }, this.recent);
  }

  /**
   * Resolves when the effect of a message is durable, or it has none.
   * @throws CommitFailed when it is not; where the platform does not deliver it again the sender is
   * asked to.
   */
  async receive(incoming: Incoming): Promise<void> {
    try {
      await this.take(incoming);
    } catch (error) {
      if (error instanceof CommitFailed) throw error;
      this.giveUp(incoming, error);
    }
  }

  private async take(came: Incoming): Promise<void> {
    const { partitions } = this.parts;
    const { platform } = came.address;
    this.lastHeard.set(this.parts.chats.nameOf(came.address), this.parts.clock.now());
    this.heard.set(platform, (this.heard.get(platform) ?? 0) + 1);
    const incoming = came.file === undefined ? came : await withTable(came, this.parts);
    if (incoming === undefined) return;
    this.recent.note(incoming, this.saidAt(incoming));
    const screened = screen(incoming, this.parts);
    if (screened.kind === 'ignored') {
      this.ignored.count(screened.reason, incoming.address.platform);
      if (screened.reason !== 'other-bot') this.parts.topics.talked(incoming.address);
      return this.groupBindings.heardFrom(incoming.address);
    }
    const resolved = resolveAlliance(screened, incoming, this.parts);
    if (resolved.kind === 'ignored')
      return this.ignored.count(resolved.reason, incoming.address.platform);
    try {
      await this.withoutStore.whileWaiting(incoming, resolved.partition, () =>
        partitions.transact(resolved.partition, (partition) =>
          this.handle(screened, incoming, partition),
        ),
      );
    } catch (error) {
      if (error instanceof CommitFailed && !(error instanceof NotKept))
        await this.askAgain(incoming, resolved.partition);
      throw error;
    }
  }

  /** Decides on a message and commits the decision. Nothing is awaited in between. */
  private handle(screened: Kept, incoming: Incoming, partition: Partition): Promise<unknown> {
    const { partitions, log, clock } = this.parts;
    const { platform } = incoming.address;
    const exact = screened.kind === 'words' ? screened.exact : undefined;
    const command = exact?.kind === 'command' ? exact.command : undefined;
    const isAllianceNamed = command?.resolveAlliance !== undefined;
    const message = this.parts.messageKeys.of(incoming);
    // Earlier versions kept them as they are.
    const ids = [message, plainKey(incoming)];
    const isHandled = [partition.records, partitions.directory].some((records) =>
      ids.some((id) => records.get(handled, id) !== undefined),
    );
    if (isHandled) {
      this.ignored.count('repeated', platform);
      // Its answer is remembered with its effect.
      return partitions.durable(partition.name);
    }
    try {
      const decide = () => this.decide(screened, incoming, partition, message);
      const isExempt = isInRows(command, incoming, partition);
      const decision = isExempt ? decide() : this.floods.within(incoming, decide);
      if (decision.kind === 'decided' && partitions.refusal(partition.name) !== undefined)
        return this.withoutStore.answer(decision.outcome, incoming, partition);
      if (decision.kind === 'decided' && decision.outcome.erase !== undefined) {
        this.recent.forgetPhotos(incoming);
        return eraseSpeaker(decision.outcome.erase, incoming, partition, message, this.parts);
      }
      if (decision.kind === 'decided') {
        const { purges } = decision.outcome;
        const told = this.given.clockDoubt.warned(decision, incoming);
        const kept = commit(told, incoming, partition, message, isAllianceNamed, this.parts);
        return purges ? kept.then(() => this.parts.erasure.purge(partition.name)) : kept;
      }
      this.ignored.count(decision.reason, platform);
      this.parts.topics.talked(incoming.address);
      return Promise.resolve(this.groupBindings.heardIn(partition, incoming.address));
    } catch (error) {
      // The one catch: whatever a feature did not foresee. The message is handled, so that it
      // cannot come back for ever.
      const what = command?.name ?? screened.kind;
      log.error('a command failed', error, { command: what, message, at: clock.now() });
      const sorry = decided(say(texts.sorry));
      return commit(sorry, incoming, partition, message, isAllianceNamed, this.parts);
    }
  }

  /** Identify → understand → authorise → run. */
  private decide(
    screened: Kept,
    incoming: Incoming,
    partition: Partition,
    message: string,
  ): Decision | Ignored {
    if (screened.kind === 'exposed') return decided(voided(screened.codes));
    const now = this.saidAt(incoming);
    const who = identify(incoming, partition, this.parts.random);
    const isPhotos = screened.kind === 'photos';
    const recentNumber = isPhotos ? this.recent.numberOf(incoming, now) : undefined;
    const photos = this.recent.photosOf(incoming, now);
    const said = { incoming, partition, message, now, photos };
    const { features, topics, catalog } = this.parts;
    const situation = situationOf(said, who, recentNumber, features, topics);
    const reading = understand(screened, situation, catalog);
    const decision = reading.kind === 'ignored' ? reading : this.run(reading, who, said);
    return isPhotos && decision.kind === 'ignored'
      ? this.executor.addPhotos({ ...said, photos: photosIn(incoming) })
      : decision;
  }

  private run(reading: Exclude<Reading, Ignored>, who: Identified, said: Said): Decision | Ignored {
    const { incoming, partition } = said;
    const chat = this.parts.chats.of(incoming.address);
    const { speaker } = who;
    // The directory knows nobody's role.
    const isKnown = partition.name !== DIRECTORY && reading.kind === 'command';
    if (chat?.menuFor && speaker && isKnown) showMenu(chat, incoming, speaker);
    const decision = this.carryOut(reading, who, said);
    const otherwise = reading.kind === 'command' ? reading.otherwise : undefined;
    // What is known already was meant, and means nothing else.
    const isDeclined = decision.kind === 'ignored' && decision.reason !== 'nothing-new';
    if (!isDeclined || otherwise === undefined || otherwise.kind === 'hint') return decision;
    return this.run(otherwise, who, said);
  }

  private carryOut(
    reading: Exclude<Reading, Ignored>,
    who: Identified,
    said: Said,
  ): Decision | Ignored {
    const authorised = authorise(reading, who, said, this.parts.partitions, this.executor);
    if (authorised.kind === 'ignored') return authorised;
    if (authorised.kind === 'granted') return this.executor.execute(authorised, said);
    const { outcome } = authorised;
    const isSettled = reading.kind === 'hint' && reading.settles;
    return decided(outcome, isSettled ? closeAnswered(said, outcome) : []);
  }

  /** Given again it would fail again, and hold up all that follows, also of other alliances. */
  private giveUp(incoming: Incoming, error: unknown): void {
    const { outbox, partitions, log } = this.parts;
    const { address, addressed, id, text } = incoming;
    log.error('a message could not be handled', error, {
      message: this.parts.messageKeys.of(incoming),
    });
    if (address.kind === 'group' && !addressed && !text.startsWith('/')) return;
    const sorry = error instanceof StoreDamaged ? texts.unreadable : texts.sorry;
    const language = languageAt(address, partitions.directory);
    outbox.sayNow(address, inLanguage(sorry, language), { answers: id });
  }

  /** Where the platform does not repeat the message, somebody has to say it again. */
  private async askAgain(incoming: Incoming, partition: string): Promise<void> {
    const { partitions, outbox, chats } = this.parts;
    const { address, id } = incoming;
    if (chats.of(address)?.traits.redelivers === true) return;
    const text = await partitions.transact(partition, ({ records }) =>
      inLanguage(texts.sayAgain, languageAt(address, records)),
    );
    outbox.sayNow(address, text, { answers: id });
  }

  /**
   * When it was said, as far as that is to be believed: platforms are late at times, and clocks
   * wrong.
   */
  private saidAt({ byHand, at }: Incoming): number {
    const now = this.parts.clock.now();
    return byHand ? Math.min(at, now) : now;
  }
}
