import { put } from '../../core/collection.ts';
import type { Spoken } from '../../core/command.ts';
import { nothing, type Outcome, remember, together } from '../../core/outcome.ts';
import { requestEntries, requests } from '../records.ts';
import { allows } from '../rules/chart.ts';
import { happen, saidBy } from './happen.ts';

/** Photos that follow what somebody said about a request; those of who asked show what it is about. */
export function photosAfter(change: string, spoken: Spoken): Outcome {
  const entry = spoken.records.get(requestEntries, change);
  const request = entry && spoken.records.get(requests, entry.request);
  if (entry === undefined || request === undefined || !allows('photos', request)) return nothing;
  const { request: now, outcome } = happen(request, saidBy(spoken, 'photos', { photos: [...spoken.photos] }), spoken);
  const about = entry.event === 'submit' || entry.event === 'note';
  const shown = about ? [put(requests, { ...now, photos: [...now.photos, ...spoken.photos].slice(0, 20) })] : [];
  return { ...together(outcome, remember(...shown)), change: undefined };
}
