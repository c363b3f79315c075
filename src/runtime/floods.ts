import { type Ignored, ignore } from '../core/ignored.ts';
import { say } from '../core/outcome.ts';
import type { Incoming } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { type Decision, decided } from './execute.ts';

/** So many commands of one account are decided within this, ms. */
const MOST = 20;
const WITHIN = 10_000;

interface Flow {
  readonly decided: number[];
  told: boolean;
}

/**
 * How much one account has said lately. What is too much is not decided, and that is said once.
 * Groups, private chats and presses count apart.
 */
export class Floods {
  private readonly clock: Pick<Clock, 'elapsed'>;
  private readonly flows = new Map<string, Flow>();

  constructor(clock: Pick<Clock, 'elapsed'>) {
    this.clock = clock;
  }

  /** Decides on a message, or not any more. What nothing comes of does not count. */
  within(incoming: Incoming, decide: () => Decision | Ignored): Decision | Ignored {
    const flow = this.flowOf(keyOf(incoming));
    if (flow.decided.length < MOST) {
      const decision = decide();
      if (decision.kind === 'decided') flow.decided.push(this.clock.elapsed());
      return decision;
    }
    if (flow.told) return ignore('too-many');
    flow.told = true;
    return decided(say(deliveryTexts.tooMany));
  }

  private flowOf(key: string): Flow {
    const now = this.clock.elapsed();
    const known = this.flows.get(key);
    const decided = (known?.decided ?? []).filter((at) => at > now - WITHIN);
    const flow = { decided, told: known?.told === true && decided.length > 0 };
    if (known === undefined) this.forget(now);
    this.flows.set(key, flow);
    return flow;
  }

  private forget(now: number): void {
    for (const [key, { decided }] of this.flows)
      if ((decided.at(-1) ?? now - WITHIN) <= now - WITHIN) this.flows.delete(key);
  }
}

/** Whoever speaks as the group itself is one for all who do. */
function keyOf({ address, sender, press }: Incoming): string {
  const { platform, account, kind } = address;
  return JSON.stringify([platform, account, press === true ? 'press' : kind, sender.id]);
}
