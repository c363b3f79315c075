import { put } from '../../../core/collection.ts';
import { type CommandContext, command } from '../../../core/command.ts';
import { ignore } from '../../../core/ignored.ts';
import { nothing, type Outcome, refuse, remember, together } from '../../../core/outcome.ts';
import { type Request, requestEntries, requests } from '../records.ts';
import { allows } from '../rules/chart.ts';
import { asked, askersOf, claimOf, mayAddPhotos } from '../rules/permits.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { shownPictures } from '../views/index.ts';
import { sentence } from '../views/sentence.ts';
import { doersOf, type Event, happen, saidBy, showEntry, tellAll, undoEntry } from './happen.ts';
import { pick, requestNumber, unlessGuess } from './pick.ts';

/**
 * Photos with a request's number as their caption, or sent within 3 minutes before it. The number
 * alone is talk.
 */
export const photo = command({
  name: 'photo',
  zhName: '照片',
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '给一件事补照片，配文写编号', en: 'add photos with the number as their caption' },
  examples: ['/照片 12'],
  args: { number: requestNumber },
  unlisted: true,
  parseWhole: ({ folded }) => {
    const read = requestNumber.safeParse(folded);
    return read.success ? { number: read.data } : undefined;
  },
  run: ({ number }, context) => {
    if (context.trigger === 'guess' && context.photos.length === 0) return ignore('no-photo');
    const picked = pick(number, context, 'photos', '补照片');
    if ('answer' in picked) return picked.answer;
    const { request } = picked;
    if (context.photos.length === 0) return refuse(refusals.needsPhoto(number), `/详情 ${number}`);
    if (!mayAddPhotos(request, context.person))
      return unlessGuess(context, refusals.notYourPhoto(number), `/详情 ${number}`);
    const added = addPhotos(request, isAbout(request, context), context);
    return together(added, added.change === undefined ? nothing : showEntry(request, added.change));
  },
  undo: undoEntry,
  photosAfter,
});

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
function isAbout(request: Request, { person }: CommandContext): boolean {
  return asked(request, person) && claimOf(request, person) === undefined;
}

function addPhotos(request: Request, about: boolean, context: CommandContext): Outcome {
  const event = saidBy(context, 'photos', { photos: [...context.photos] });
  const { request: now, outcome } = happen(request, event, context);
  const shown = about
    ? [put(requests, { ...now, photos: [...now.photos, ...context.photos].slice(0, 20) })]
    : [];
  return together(outcome, remember(...shown), told(now, about, event, context));
}

/**
 * Who does it sees what it is about, who is to check it what was done; of several photos in a row
 * the first ones.
 */
function told(request: Request, about: boolean, event: Event, context: CommandContext): Outcome {
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
