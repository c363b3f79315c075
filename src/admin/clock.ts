import { dateOf, timeOf } from '../core/time.ts';
import type { AdminContext } from './context.ts';

/**
 * What the clock says, and how far the bot has lived where that is later.
 * @param isRight the clock is right, and stood ahead before.
 */
export async function lookAtClock({ app, clock }: AdminContext, isRight: boolean): Promise<string> {
  const now = momentText(clock.now());
  const lived = app.livedUntil();
  if (lived === undefined) return `the clock says ${now}; nothing waits because of it`;
  const until = momentText(lived);
  if (!isRight)
    return `the clock says ${now}, but the bot has lived until ${until}: scheduled messages wait until then.\nIf the clock is right now: npm run clock -- right`;
  await app.correctClock();
  return `the clock is right: ${now}. Scheduled messages go on from now; what was sent by the clock that stood at ${until} is not sent again`;
}

/** On the clock of the machine. */
function momentText(at: number): string {
  const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
  return `${dateOf(at, zone)} ${timeOf(at, zone)} (${zone})`;
}
