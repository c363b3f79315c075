import type { Text } from '../core/text.ts';
import { dateOf, timeOf } from '../core/time.ts';
import type { AdminContext } from './context.ts';

/**
 * What the clock says, and how far the bot has lived where that is later.
 * @param isRight the clock is right, and stood ahead before.
 */
export async function lookAtClock({ app, clock }: AdminContext, isRight: boolean): Promise<Text> {
  const now = momentText(clock.now());
  const lived = app.livedUntil();
  if (lived === undefined)
    return {
      zh: `现在的时钟是 ${now}，没有什么因为它在等`,
      en: `the clock says ${now}; nothing waits because of it`,
    };
  const until = momentText(lived);
  if (!isRight)
    return {
      zh: `现在的时钟是 ${now}，可是机器人已经过到了 ${until}：定时的消息要等到那时。\n如果时钟现在是对的：npm run clock -- right`,
      en: [
        `the clock says ${now}, but the bot has lived until ${until}: scheduled `,
        `messages wait until then.\nIf the clock is right now: npm run clock -- `,
        `right`,
      ].join(''),
    };
  await app.correctClock();
  return {
    zh: `好的，时钟是对的：${now}。定时的消息从现在接着发；按原来走到 ${until} 的时钟已经发过的不会再发`,
    en: [
      `the clock is right: ${now}. Scheduled messages go on from now; what was `,
      `sent by the clock that stood at ${until} is not sent again`,
    ].join(''),
  };
}

/** On the clock of the machine. */
function momentText(at: number): string {
  const { timeZone: zone } = new Intl.DateTimeFormat().resolvedOptions();
  return `${dateOf(at, zone)} ${timeOf(at, zone)} (${zone})`;
}
