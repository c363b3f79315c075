import type { Feature } from '../core/feature.ts';
import type { BoardPlace } from '../ports/board.ts';
import { viewContextOf } from './decision-context.ts';
import type { RuntimeParts } from './parts.ts';

type Parts = Pick<RuntimeParts, 'partitions' | 'clock' | 'log'>;

/**
 * Keeps the pages of all alliances as things stand: looked at with every tick, written where they
 * have changed.
 */
export class Publisher {
  private readonly parts: Parts;
  private readonly features: readonly Feature[];
  private readonly place: BoardPlace | undefined;
  private publishing: Promise<void> | undefined;

  constructor(parts: Parts, features: readonly Feature[], place: BoardPlace | undefined) {
    this.parts = parts;
    this.features = features.filter((one) => one.pages !== undefined);
    this.place = place;
  }

  /** One look; a second one while it runs joins it. What cannot be written is tried again. */
  tick(): Promise<void> {
    this.publishing ??= this.publish().finally(() => {
      this.publishing = undefined;
    });
    return this.publishing;
  }

  /** The same once more after a look that has begun already: what is gone now is not on it. */
  async anew(): Promise<void> {
    await this.publishing;
    await this.tick();
  }

  private async publish(): Promise<void> {
    const { partitions, clock, log } = this.parts;
    if (this.place === undefined) return;
    const pages = new Map<string, string>();
    for (const alliance of partitions.alliances) {
      const own = await partitions.transact(alliance, ({ records }) => {
        const context = viewContextOf(records, clock.now());
        return this.features.flatMap((one) => one.pages?.(context) ?? []);
      });
      for (const { address, page } of own) pages.set(address, page);
    }
    try {
      await this.place.publish(pages);
    } catch (error) {
      log.error('the boards could not be written', error);
    }
  }
}
