import type { Feature, PublishedPage } from '../core/feature.ts';
import { dateOf } from '../core/time.ts';
import type { BoardPlace } from '../ports/board.ts';
import { viewContextOf } from './decision-context.ts';
import type { Partition } from './partition.ts';
import type { RuntimeParts } from './parts.ts';

type Parts = Pick<RuntimeParts, 'partitions' | 'clock' | 'log'>;

/** What an alliance had to show on a day. */
interface Look {
  readonly zone: string;
  readonly date: string;
  readonly pages: readonly PublishedPage[];
}

/**
 * Keeps the pages of all alliances as things stand: looked at with every tick, written where they
 * have changed.
 */
export class Publisher {
  private readonly parts: Parts;
  private readonly features: readonly Feature[];
  private readonly place: BoardPlace | undefined;
  private readonly looks = new Map<string, Look>();
  private publishing: Promise<void> | undefined;
  /** One after another: what is written last was looked at last. */
  private before: Promise<void> = Promise.resolve();

  constructor(parts: Parts, features: readonly Feature[], place: BoardPlace | undefined) {
    this.parts = parts;
    this.features = features.filter((one) => one.pages !== undefined);
    this.place = place;
  }

  /** One look; a second one while it runs joins it. What cannot be written is tried again. */
  tick(): Promise<void> {
    this.publishing ??= this.inTurn((alliance) => this.lookAt(alliance)).finally(() => {
      this.publishing = undefined;
    });
    return this.publishing;
  }

  /** Looks at one alliance again, whatever look has begun already: what is gone is not on it. */
  anew(alliance: string): Promise<void> {
    return this.inTurn(async (one) => {
      const last = one === alliance ? undefined : this.looks.get(one);
      return last ?? this.lookAt(one);
    });
  }

  private inTurn(look: (alliance: string) => Promise<Look>): Promise<void> {
    const done = this.before.then(() => this.publish(look));
    this.before = done.catch(() => {}); // whoever asked for it is told
    return done;
  }

  /** The pages of an alliance. One that sleeps has those of its last look, until a day begins. */
  private async lookAt(alliance: string): Promise<Look> {
    const { partitions, clock } = this.parts;
    const now = clock.now();
    const last = this.looks.get(alliance);
    const awake = partitions.glance(alliance);
    if (awake === undefined && last?.date === dateOf(now, last?.zone ?? 'UTC')) return last;
    const look =
      awake === undefined
        ? await partitions.transact(alliance, (partition) => this.look(partition, now))
        : this.look(awake, now);
    this.looks.set(alliance, look);
    return look;
  }

  private look({ records }: Partition, now: number): Look {
    const context = viewContextOf(records, now);
    const { zone } = context;
    const pages = this.features.flatMap((one) => one.pages?.(context) ?? []);
    return { zone, date: dateOf(now, zone), pages };
  }

  private async publish(look: (alliance: string) => Promise<Look>): Promise<void> {
    const { partitions, log } = this.parts;
    if (this.place === undefined) return;
    const pages = new Map<string, string>();
    for (const alliance of partitions.alliances) {
      const { pages: own } = await look(alliance);
      for (const { address, page } of own) pages.set(address, page);
    }
    try {
      await this.place.publish(pages);
    } catch (error) {
      log.error('the boards could not be written', error);
    }
  }
}
