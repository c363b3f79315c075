import { put } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { nothing, type Outcome, remember, together } from '../../../../core/outcome.ts';
import { type Request, requestEntries, requests } from '../../records/index.ts';
import { applyEvent, type NewEntry, saidBy } from '../../rules/apply-event.ts';
import { askersOf, claimOf, doersOf, isAsker } from '../../rules/permits.ts';
import { allows } from '../../rules/transitions.ts';
import { notices } from '../../texts/notices.ts';
import { shownPictures } from '../../views/index.ts';
import { sentence } from '../../views/sentence.ts';
import { tellAll } from './tell.ts';

/**
 * Photos that follow what somebody said about a request; those of who asked show what it is about.
 */
export function photosAfter(change: string, context: CommandContext): Outcome {
  const entry = context.records.get(requestEntries, change);
  const request = entry && context.records.get(requests, entry.request);
  if (entry === undefined || request === undefined || !allows('photos', request)) return nothing;
  const { event } = entry;
  const about =
    event === 'submit' || event === 'note' || (event === 'photos' && isAbout(request, context));
  return { ...addPhotos(request, about, context), change: undefined };
}

/** Whoever does it shows what was done. */
export function isAbout(request: Request, { person }: CommandContext): boolean {
  return isAsker(request, person) && claimOf(request, person) === undefined;
}

export function addPhotos(request: Request, about: boolean, context: CommandContext): Outcome {
  const event = saidBy(context, 'photos', { photos: [...context.photos] });
  const { request: now, outcome } = applyEvent(request, event, context);
  const shown = about
    ? [put(requests, { ...now, photos: [...now.photos, ...context.photos].slice(0, 20) })]
    : [];
  return together(outcome, remember(...shown), told(now, about, event, context));
}

/**
 * Who does it sees what it is about, who is to check it what was done; of several photos in a row
 * the first ones.
 */
function told(request: Request, about: boolean, event: NewEntry, context: CommandContext): Outcome {
  const { records, person, now, zone } = context;
  const before = records.where(requestEntries, request.id).at(-1);
  if (before?.event === 'photos' && before.by === person.id) return nothing;
  const checkers = request.state === 'awaiting' ? askersOf(request, records) : [];
  const step = about ? 'before' : 'after';
  const pictures = context.photos.map((photo) => ({ photo, step, at: now }) as const);
  const what = sentence({ id: '', request: request.id, at: now, ...event }, request, context);
  return tellAll(
    about ? doersOf(request.claimants, context) : checkers,
    notices.morePictures(request.number, what),
    person.id,
    shownPictures(request, pictures, zone),
  );
}
