import { put, type Records, type Remember, remove } from '../core/collection.ts';
import { lastChanges } from '../core/last-changes.ts';
import { handled } from '../core/records.ts';
import { DAY, HOUR, MINUTE } from '../core/time.ts';
import { DIRECTORY } from '../identity/directory-index.ts';
import type { ClockDoubt } from './clock-doubt.ts';
import { decisionContextOf, viewContextOf } from './decision-context.ts';
import { correctedDeliveries, deliveryDueRules } from './delivery-due-rules.ts';
import type { Due } from './due-queue.ts';
import { recordsOf } from './effects.ts';
import { withFollowing } from './follow.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';
import { sideBySide } from './side-by-side.ts';
import { clockSeen, wakeAsItIs, wakes } from './wakes.ts';

type TickerParts = Pick<
  RuntimeParts,
  'partitions' | 'outbox' | 'chats' | 'follows' | 'erasure' | 'clock' | 'random' | 'log'
>;

/**
 * Wall and monotonic clock may differ by this much between two ticks before it is called a moved
 * clock, ms.
 */
const MOVED = MINUTE;
/** How often it is written down that the process lives, ms. */
const SEEN_EVERY = 10 * MINUTE;
/** An alliance that is asked nothing for so long leaves the memory, ms. */
const IDLE = HOUR;
/** Handled messages, and what somebody changed last, are kept this long by their own time, ms. */
const KEPT = 2 * DAY;
/** A person may enter the same log again weeks later. */
const ENTERED_KEPT = 60 * DAY;
const MOST_FORGOTTEN = 500;
/** So many due things are decided before anything else has its turn. */
const FIRED_AT_ONCE = 200;
/** So many alliances are woken side by side: each waits for the store. */
const WOKEN_AT_ONCE = 64;

/** Wakes the alliances that are due, and nothing else. Each tick reads the wall clock again. */
export class Ticker {
  private readonly parts: TickerParts;
  private readonly whileRefused: (alliances: readonly string[]) => Promise<void>;
  private readonly clockDoubt: ClockDoubt;
  private last: { readonly now: number; readonly elapsed: number } | undefined;
  private ticking: Promise<void> | undefined;
  /** When idle alliances were let go of last, as `elapsed` tells it. */
  private letGo = 0;
  /** Alliances of which something could not be kept: each thing has its own commit there. */
  private readonly apart = new Set<string>();

  /** @param whileRefused is called with each tick as long as the store keeps nothing. */
  constructor(parts: TickerParts, whileRefused: Ticker['whileRefused'], clockDoubt: ClockDoubt) {
    this.parts = parts;
    this.clockDoubt = clockDoubt;
    this.whileRefused = whileRefused;
  }

  /** How long ago it ticked last, ms. */
  get sinceTick(): number {
    return this.last === undefined ? 0 : this.parts.clock.elapsed() - this.last.elapsed;
  }

  /** When the next thing is due, ms, as far as the directory knows; never too late. */
  next(): number | undefined {
    return this.parts.partitions.directory.slice(wakes, 'byMoment', 'all', 0, 1)[0]?.at;
  }

  /** One tick; a second one while it runs joins it. */
  tick(): Promise<void> {
    this.ticking ??= this.run().finally(() => {
      this.ticking = undefined;
    });
    return this.ticking;
  }

  /**
   * The clock stands before what has been lived already: what is scheduled waits until it has
   * caught up.
   */
  inDoubt(): boolean {
    return this.parts.clock.now() < this.seen - MOVED;
  }

  /** The newest moment that has been lived, ms. */
  get seen(): number {
    return this.parts.partitions.directory.get(clockSeen, 'clock')?.at ?? 0;
  }

  /**
   * The clock is right, and stood ahead before: whatever waits because of that goes on from now.
   */
  async correctClock(): Promise<void> {
    const { partitions, outbox, clock, log } = this.parts;
    log.warn('the clock was said to be right', { ahead: this.seen - clock.now() });
    outbox.forget();
    for (const name of [DIRECTORY, ...partitions.alliances])
      await partitions.transact(name, (partition) => {
        const { records, dueQueue } = partition;
        const context = viewContextOf(records, clock.now());
        // The rows still tell the features what was given up.
        const changes = partitions.clockCorrections.flatMap((correct) => correct(context));
        dueQueue.clearSnooze();
        return partitions.remember(partition, [
          ...changes,
          ...correctedDeliveries(records, context.now),
        ]);
      });
    await partitions.rememberInDirectory([put(clockSeen, { id: 'clock', at: clock.now() })]);
  }

  private async run(): Promise<void> {
    const { partitions, clock, outbox, log } = this.parts;
    this.lookAtClock();
    outbox.wake();
    // Nothing is decided that could not be kept.
    if (await partitions.isRefusing()) return this.whileRefused(partitions.alliances);
    const refused = partitions.refused;
    for (const name of refused)
      if (await partitions.isRefusing(name)) await this.whileRefused([name]);
    if (this.inDoubt()) {
      log.warn('the clock stands before the newest record; scheduled sends wait');
      return this.clockDoubt.tellConvenors();
    }
    this.clockDoubt.over();
    const now = clock.now();
    const count = partitions.directory.countBefore(wakes, 'byMoment', 'all', now + 1);
    const due = partitions.directory.slice(wakes, 'byMoment', 'all', 0, count);
    const kept = due.filter(({ id }) => partitions.refusal(id) === undefined);
    await sideBySide(kept, WOKEN_AT_ONCE, ({ id }) =>
      this.wake(id).then(
        () => this.apart.delete(id),
        (error: unknown) => {
          this.apart.add(id);
          log.error('an alliance could not be woken', error, { alliance: id });
        },
      ),
    );
    if (clock.elapsed() - this.letGo >= IDLE) {
      this.letGo = clock.elapsed();
      partitions.letGoOfIdle();
    }
    if (now - this.seen >= SEEN_EVERY) {
      const old = forgettable({ records: partitions.directory }, now);
      await partitions.rememberInDirectory([put(clockSeen, { id: 'clock', at: now }), ...old]);
    }
  }

  private lookAtClock(): void {
    const now = this.parts.clock.now();
    const elapsed = this.parts.clock.elapsed();
    const moved = this.last === undefined ? 0 : now - this.last.now - (elapsed - this.last.elapsed);
    if (Math.abs(moved) > MOVED)
      this.parts.log.warn('the wall clock was moved, or the machine slept', { ms: moved });
    this.last = { now, elapsed };
  }

  /**
   * Everything that is due in one alliance, in the order of its moments, each its own decision;
   * many share a commit.
   */
  private async wake(alliance: string): Promise<void> {
    const { partitions, clock } = this.parts;
    const most = this.apart.has(alliance) ? 1 : FIRED_AT_ONCE;
    const fireSome = async (partition: Partition): Promise<boolean> => {
      let fired = 0;
      let purges = false;
      await partitions.together(() => {
        while (
          fired < most &&
          (partition.dueQueue.nextAt() ?? Number.POSITIVE_INFINITY) <= clock.now()
        ) {
          const due = partition.dueQueue.next();
          if (due === undefined) break;
          fired += 1;
          if (this.fire(partition, due)) purges = true;
        }
      });
      if (purges) await this.parts.erasure.purge(alliance);
      return fired > 0;
    };
    while (await partitions.transact(alliance, fireSome));
    await partitions.transact(alliance, (partition) =>
      partitions.remember(
        partition,
        forgettable(partition, clock.now()),
        wakeAsItIs(partition, partitions.directory),
      ),
    );
  }

  /** @returns whether something is to be gone from the store, too. */
  private fire(partition: Partition, due: Due): boolean {
    const { clock, log, outbox } = this.parts;
    const { rule, id } = due;
    const now = clock.now();
    try {
      if (deliveryDueRules.includes(rule)) {
        outbox.offer(partition, rule.collection.name, id);
        return false;
      }
      return this.decide(partition, due, now);
    } catch (error) {
      log.error('a due rule failed', error, { rule: rule.name, alliance: partition.name });
      return false;
    } finally {
      partition.dueQueue.snooze(due, now);
    }
  }

  private decide(partition: Partition, { rule, id }: Due, now: number): boolean {
    const { partitions, random, chats } = this.parts;
    const record = partition.records.get(rule.collection, id);
    if (record === undefined) return false;
    const { records } = partition;
    const moment = { records, now, cause: undefined, chats, newId: random.newId };
    const context = decisionContextOf(moment, random);
    const outcome = withFollowing(rule.fire(record, context), context, this.parts.follows);
    // The gathering commit tells whether it is durable.
    partitions.remember(partition, recordsOf(outcome, moment, 'clock')).catch(() => {});
    return outcome.purges === true;
  }
}

/**
 * Messages that no platform will repeat any more, and changes that nobody can take back any more; a
 * few at a time.
 */
function forgettable({ records }: { readonly records: Records }, now: number): readonly Remember[] {
  const heard = (key: string, kept: number) => {
    const old = records.countBefore(handled, 'byAge', key, now - kept);
    return records.slice(handled, 'byAge', key, 0, Math.min(old, MOST_FORGOTTEN));
  };
  const messages = [...heard('heard', KEPT), ...heard('by hand', ENTERED_KEPT)];
  const old = records.countBefore(lastChanges, 'byAge', 'all', now - KEPT);
  const changes = records.slice(lastChanges, 'byAge', 'all', 0, Math.min(old, MOST_FORGOTTEN));
  return [
    ...messages.slice(0, MOST_FORGOTTEN).map(({ id }) => remove(handled, id)),
    ...changes.map(({ id }) => remove(lastChanges, id)),
  ];
}
