import { put, type Records, type Remember } from '../../../core/collection.ts';
import {
  type Claimant,
  type Request,
  type RequestEntry,
  requestEntries,
  requests,
} from '../records/index.ts';
import { replayed } from './transitions.ts';

/**
 * Two people turn out to be one: what was `from`'s is `to`'s, in the histories and so in what they
 * come to.
 */
export function joinedPersons(from: string, to: string, records: Records): readonly Remember[] {
  const one = (person: string) => (person === from ? to : person);
  const theirs = (claimant: Claimant): Claimant =>
    claimant.person === from ? { ...claimant, person: to } : claimant;
  const concerns = ({ by, claimant }: RequestEntry) => by === from || claimant?.person === from;
  return records.all(requests).flatMap((request) => {
    const history = records.where(requestEntries, request.id);
    if (request.asker !== from && request.reporter !== from && !history.some(concerns)) return [];
    const rewritten = history.map((entry): RequestEntry => {
      if (!concerns(entry)) return entry;
      const { by, claimant } = entry;
      return { ...entry, by: by && one(by), ...(claimant ? { claimant: theirs(claimant) } : {}) };
    });
    const now: Request = {
      ...request,
      asker: one(request.asker),
      reporter: one(request.reporter),
      ...replayed(rewritten),
    };
    const changed = rewritten.filter((entry, at) => entry !== history[at]);
    return [...changed.map((entry) => put(requestEntries, entry)), put(requests, now)];
  });
}
