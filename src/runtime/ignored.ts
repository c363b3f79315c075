import type { IgnoreReason } from '../core/ignored.ts';
import type { Log } from '../ports/log.ts';

/** Why the bot was silent: every message that it ignores is counted here, by its reason. */
export class IgnoredMessages {
  private readonly counted = new Map<IgnoreReason, number>();
  private readonly log: Pick<Log, 'debug'>;

  constructor(log: Pick<Log, 'debug'>) {
    this.log = log;
  }

  /** Since the process began. */
  get counts(): ReadonlyMap<IgnoreReason, number> {
    return this.counted;
  }

  count(reason: IgnoreReason, platform: string): void {
    this.counted.set(reason, (this.counted.get(reason) ?? 0) + 1);
    this.log.debug('ignored', { reason, platform });
  }
}
