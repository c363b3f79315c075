/*
 * Ticks by the system's clock while that is moved. Its own `Date` is what this process sees of a
 * clock: `back` ms from a moment on, that moment being shortly before a tick.
 */
import { systemClock } from '../../adapters/clock-system/index.ts';

const [moved = '0'] = process.argv.slice(2);
const RealDate = Date;
/** So that the next half minute comes 200 ms after the start. */
let shift = 29_800 - (RealDate.now() % 30_000);

class MovedDate extends RealDate {
  constructor(...args: [] | [number | string | Date]) {
    super(args[0] ?? RealDate.now() + shift);
  }

  static override now(): number {
    return RealDate.now() + shift;
  }
}
globalThis.Date = MovedDate as DateConstructor;

let ticks = 0;
systemClock().everyTick(() => {
  ticks += 1;
  process.send?.({ ticks, at: performance.now() });
});
setTimeout(() => {
  shift += Number(moved);
  // Whether anything keeps this process from its work meanwhile.
  let last = performance.now();
  setInterval(() => {
    const blocked = performance.now() - last - 20;
    last = performance.now();
    if (blocked > 1_000) process.send?.({ blocked });
  }, 20);
}, 100);
