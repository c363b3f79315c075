import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Clock, Random } from '../../src/ports/clock.ts';

/** People take so long between two lines of a play, ms: nobody there is a flood. */
export const BETWEEN = 12_000;

/** A clock that stands still until it is moved. */
export class SimulatedClock implements Clock {
  private moment: number;
  private grown = 0;
  private timers: { readonly at: number; readonly call: () => void }[] = [];

  constructor(moment: number) {
    this.moment = moment;
  }

  now(): number {
    return this.moment;
  }

  elapsed(): number {
    return this.grown;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.moment + ms, call };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((one) => one !== timer);
    };
  }

  turn(): Promise<void> {
    return setImmediate();
  }

  /** Whoever moves this clock ticks. */
  everyTick(): () => void {
    return () => {};
  }

  /** When the next timer runs out. */
  nextTimer(): number | undefined {
    return this.timers.length === 0 ? undefined : Math.min(...this.timers.map((timer) => timer.at));
  }

  /** Time passes: timers that run out until then are called in order. */
  moveTo(moment: number): void {
    this.grown += Math.max(0, moment - this.moment);
    this.moment = Math.max(this.moment, moment);
    const out = this.timers.filter((timer) => timer.at <= this.moment).sort((a, b) => a.at - b.at);
    this.timers = this.timers.filter((timer) => timer.at > this.moment);
    for (const timer of out) timer.call();
  }

  /** People take their time; the wall clock does not show it. */
  linger(ms: number): void {
    this.grown += ms;
  }

  /** Somebody sets the clock, forward or back; no time passes. */
  setTo(moment: number): void {
    this.moment = moment;
  }
}

/** The same ids and numbers each time: plays and tests are repeatable. */
export function repeatableRandom(): Random {
  let ids = 0;
  let state = 7;
  return {
    fingerprint: (text) => createHash('sha256').update(text).digest('base64url'),
    newId: () => `id${String(++ids).padStart(10, '0')}`,
    below: (below) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    },
  };
}
