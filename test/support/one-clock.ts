import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { Client } from '../../adapters/telegram/client.ts';
import { type StageOptions, TelegramStage } from './telegram.ts';

/** So many turns without a request are a rest. */
const REST = 25;
/** And so many in which nobody asked for an update. */
const UNHEARD = 500;
/** The ticks of the process, ms. */
const TICK = 30_000;

/** Counts the calls of Telegram that are on their way, but for the long ones. */
function watchCalls(): { readonly open: number } {
  const { call } = Client.prototype;
  const calls = { open: 0 };
  Client.prototype.call = async function (this: Client, method, ...rest) {
    if (method === 'getUpdates') return call.call(this, method, ...rest) as never;
    calls.open += 1;
    try {
      return (await call.call(this, method, ...rest)) as never;
    } finally {
      calls.open -= 1;
    }
  };
  onTestFinished(() => {
    Client.prototype.call = call;
  });
  return calls;
}

/**
 * The bot, its adapter and the server on one clock that only the test moves: minutes of trouble are
 * played in moments, whatever the machine does.
 */
export class OneClockStage {
  readonly stage: TelegramStage;
  private readonly calls: { readonly open: number };
  private ticked = 0;

  private constructor(stage: TelegramStage, calls: { readonly open: number }) {
    this.stage = stage;
    this.calls = calls;
  }

  static async open(options: StageOptions = {}): Promise<OneClockStage> {
    const calls = watchCalls();
    const stage = await TelegramStage.open({ hearsAll: true, ...options, oneClock: true });
    const made = new OneClockStage(stage, calls);
    await made.rest();
    return made;
  }

  get now(): number {
    return this.stage.clock.now();
  }

  /** Waits until everything that needs no time has happened. */
  async rest(): Promise<void> {
    const { server } = this.stage;
    const { queue } = server;
    for (let quiet = 0, unheard = 0; quiet < REST; ) {
      await turn();
      // A poller that pauses after a failure waits for the clock.
      unheard = queue.waiting.length === 0 ? 0 : unheard + 1;
      const isHeard = unheard === 0 || unheard > UNHEARD;
      quiet = isHeard && this.calls.open <= server.hanging ? quiet + 1 : 0;
    }
  }

  /** So many ms pass; what is due on the way happens in its order. */
  async pass(ms: number): Promise<void> {
    await this.passTo(this.now + ms);
  }

  async passTo(end: number): Promise<void> {
    const { clock, app } = this.stage;
    await this.rest();
    while (this.now < end) {
      const due = app.nextDue() ?? end;
      const moments = [
        end,
        clock.nextTimer() ?? end,
        due > this.now ? due : end,
        this.ticked + TICK,
      ];
      clock.moveTo(Math.min(...moments.filter((moment) => moment > this.now)));
      if (this.now >= this.ticked + TICK || due <= this.now) {
        this.ticked = this.now;
        await app.tick();
      }
      await this.rest();
    }
  }
}
