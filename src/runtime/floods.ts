import type { AnyCommand } from '../core/command.ts';
import { type Ignored, ignore } from '../core/ignored.ts';
import { say } from '../core/outcome.ts';
import { mayActAs } from '../core/roles.ts';
import { roleOf } from '../identity/people/index.ts';
import type { Incoming } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import { deliveryTexts } from './delivery-texts.ts';
import { type Decision, decided } from './execute.ts';
import { Lately } from './lately.ts';
import type { Partition } from './partition.ts';

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
  private readonly flows: Lately<Flow>;

  constructor(clock: Pick<Clock, 'elapsed'>) {
    this.clock = clock;
    this.flows = new Lately(WITHIN, clock);
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
    this.flows.set(key, flow);
    return flow;
  }
}

/** Whoever speaks as the group itself is one for all who do. */
function keyOf({ address, sender, press }: Incoming): string {
  const { platform, account, kind } = address;
  return JSON.stringify([platform, account, press === undefined ? kind : 'press', sender.id]);
}

/** Whoever enters what was said, or calls a roll, says much in a moment. */
export function isInRows(
  command: AnyCommand | undefined,
  incoming: Incoming,
  { records }: Partition,
): boolean {
  if (incoming.byHand) return true;
  if (command?.inRows !== true || incoming.sender.hidden) return false;
  return mayActAs(roleOf(incoming, records), 'liaison');
}
