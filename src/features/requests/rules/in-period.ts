import { between, type Records } from '../../../core/collection.ts';
import type { Period } from '../../../core/reporting.ts';
import {
  type Progress,
  type Request,
  type RequestEntry,
  requestEntries,
  requests,
} from '../records/index.ts';
import { replayed } from './transitions.ts';

/*
 * What became of requests in a period, as it stood at the period's end: what happens afterwards
 * belongs to the months after and does not change the numbers of this one.
 */

/** Requests that were submitted in a period, or opinions, in their order. */
export function askedIn(
  period: Period,
  kind: 'asked' | 'voice',
  records: Records,
): readonly Request[] {
  return between(period, records, requests, 'byAsked', kind);
}

/** Where a request stood at a moment; undefined where it was not there yet. */
function progressAt({ id }: Request, moment: number, records: Records): Progress | undefined {
  return replayed(records.where(requestEntries, id).filter(({ at }) => at < moment));
}

/** A request with what it came to. */
export interface Came {
  readonly request: Request;
  readonly progress: Progress;
}

/** Requests that were accepted as resolved in a period and stood so at its end. */
export function resolvedIn(period: Period, records: Records): readonly Came[] {
  const accepted = entriesIn(period, 'accept', records);
  return [...new Set(accepted.map(({ request }) => request))].flatMap((id) => {
    const request = records.get(requests, id);
    const progress = request && progressAt(request, period.to, records);
    return progress?.state === 'resolved' && progress.since >= period.from
      ? [{ request: request as Request, progress }]
      : [];
  });
}

/** Those that somebody had taken on by the end of the period, of those submitted in it. */
export function claimableIn(
  period: Period,
  records: Records,
): readonly (Came & { readonly isClaimed: boolean })[] {
  return askedIn(period, 'asked', records).flatMap((request) => {
    const progress = progressAt(request, period.to, records);
    if (progress === undefined) return [];
    if (['declined', 'duplicate', 'withdrawn'].includes(progress.state)) return [];
    return [{ request, progress, isClaimed: progress.claimants.length > 0 }];
  });
}

/** Promises that came due in a period, as they stood then: whether it was done by then. */
export function promisedIn(
  { from, to }: Period,
  now: number,
  records: Records,
): readonly (Came & { readonly isDone: boolean })[] {
  const past = { from, to: Math.min(to, now) };
  return between(past, records, requestEntries, 'byPromise', 'promised').flatMap((entry) => {
    const request = records.get(requests, entry.request);
    const by = entry.promised?.by ?? 0;
    const progress = request && progressAt(request, by + 1, records);
    // Promised anew, given back, or put on hold since: this promise was not the one that held.
    if (request === undefined || progress?.promised?.by !== by) return [];
    const last = lastPromiseOf(request, by, records);
    if (last !== entry.id) return [];
    const isDone = progress.state === 'awaiting' || progress.state === 'resolved';
    return [{ request, progress, isDone }];
  });
}

function lastPromiseOf({ id }: Request, by: number, records: Records): string | undefined {
  return records
    .where(requestEntries, id)
    .findLast(({ at, promised, undone }) => promised && undone === undefined && at <= by)?.id;
}

/** Each word of satisfied or not resolved that was said in a period. */
export function judgedIn(
  period: Period,
  records: Records,
): readonly { readonly entry: RequestEntry; readonly request: Request }[] {
  const said = [
    ...entriesIn(period, 'accept', records).filter(({ silent }) => silent !== true),
    ...entriesIn(period, 'reopen', records),
  ];
  return said.flatMap((entry) => {
    const request = records.get(requests, entry.request);
    return request === undefined ? [] : [{ entry, request }];
  });
}

function entriesIn(
  period: Period,
  event: 'accept' | 'reopen',
  records: Records,
): readonly RequestEntry[] {
  return between(period, records, requestEntries, 'byVerdict', event);
}
