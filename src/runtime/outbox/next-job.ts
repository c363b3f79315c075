import type { Job, Queue } from './keyed-queue.ts';

/** So many jobs are looked at for whose turn it is. */
const LOOKED_AT = 100;

/** The job of a queue that may begin now; where there is none, when to look again, ms. */
export function nextOf(queue: Queue, now: number): Job | number {
  const { jobs, waiting, turns } = queue;
  const blocking = jobs.blocking.filter((one) => one.at > now);
  const all = blocking.find((one) => one.blocks === 'all');
  if (all !== undefined) return all.at;
  const isLowBlocked = waiting !== undefined || blocking.length > 0;
  const due: Job[] = [];
  let again = Number.POSITIVE_INFINITY;
  for (const one of jobs) {
    const may = one !== waiting && !(one.lowPriority && isLowBlocked);
    const isWaitedFor = waiting === undefined && one.blocks === 'lowPriority';
    if (may && one.at <= now) due.push(one);
    else if (may || isWaitedFor) again = Math.min(again, one.at);
    if (isEnough(due, turns)) break;
  }
  return longestAgo(due, turns) ?? again;
}

/** Whoever has had no turn yet goes first, and in a long queue not everybody is looked at. */
function isEnough(due: readonly Job[], turns: Queue['turns']): boolean {
  const last = due.at(-1);
  return last !== undefined && (due.length >= LOOKED_AT || turnOf(last, turns) === 0);
}

/** Of those that may begin the one whose turn is longest ago; the first of several. */
function longestAgo(due: readonly Job[], turns: Queue['turns']): Job | undefined {
  let [next] = due;
  for (const one of due)
    if (next !== undefined && turnOf(one, turns) < turnOf(next, turns)) next = one;
  return next;
}

/** When its turn came last, counted; 0 where it has not come, or where it is for nobody. */
function turnOf({ whose }: Job, turns: Queue['turns']): number {
  return whose === undefined ? 0 : (turns.get(whose) ?? 0);
}
