import type { HealthReport } from '../ports/health.ts';
import type { Text } from '../ports/text.ts';
import { reportOf } from './health.ts';
import type { MessageHandler } from './message-handler.ts';
import type { RuntimeParts } from './parts.ts';
import { tellConvenors } from './tell-convenors.ts';
import type { Ticker } from './ticker.ts';

/** What whoever runs the bot sees of it, and may have it do. */
export interface OperatorView {
  /** How the process is doing, in numbers. */
  report(): HealthReport;
  /** Removes photos that nothing names any more. */
  sweep(): void;
  /** Whoever was erased and came back with a restore is erased again. */
  eraseAgain(): Promise<void>;
  /** Says something about the machine to all convenors, now or never. */
  tellConvenors(text: Text): Promise<void>;
}

export function operatorView(
  parts: RuntimeParts,
  handler: Pick<MessageHandler, 'heard' | 'lastHeard' | 'ignored'>,
  ticker: Pick<Ticker, 'sinceTick' | 'inDoubt'>,
): OperatorView {
  const since = parts.clock.now();
  return {
    report() {
      const { heard: messages, lastHeard, ignored } = handler;
      const { sinceTick } = ticker;
      const counts = { since, messages, lastHeard, ignored: ignored.counts, sinceTick };
      return reportOf(parts, { ...counts, clockBehind: ticker.inDoubt() });
    },
    sweep() {
      for (const alliance of parts.partitions.alliances) parts.outbox.sweep(alliance);
    },
    async eraseAgain() {
      parts.messageKeys.prepare();
      await parts.erasure.finish();
    },
    tellConvenors: (text) => tellConvenors(text, parts),
  };
}
