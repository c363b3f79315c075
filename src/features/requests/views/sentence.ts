import type { Records } from '../../../core/collection.ts';
import { plain, type Text } from '../../../core/text.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { type Entry, type Request, requestEntries, requests } from '../records.ts';
import { happened } from '../texts/history.ts';
import { askerText, claimantText, promiseText, type Scene, shown, untilText } from './words.ts';

/** What somebody did, or took back, as one sentence. */
export function news(entry: Entry, request: Request, scene: Scene): Text {
  const what = sentence(entry, request, scene);
  return entry.undone === undefined
    ? what
    : happened.takenBack(actor(entry, request, scene.records), what);
}

function actor({ by }: Entry, request: Request, records: Records): string {
  if (by === undefined) return '';
  return by === request.asker ? askerText(request, records).zh : nameOf(records, by);
}

/** One entry of a history in plain words. */
export function sentence(entry: Entry, request: Request, scene: Scene): Text {
  const { records } = scene;
  const who = actor(entry, request, records);
  const note = entry.note === undefined ? undefined : shown(entry.note, request, records);
  const photos = entry.photos?.length ?? 0;
  const claimant = entry.claimant ? claimantText(entry.claimant, records) : plain(who);
  const promise = promiseText(entry.promised, scene);
  switch (entry.event) {
    case 'submit':
    case 'note':
    case 'second':
    case 'withdraw':
      return happened[entry.event](who);
    case 'photos':
      return happened.photos(who, photos);
    case 'claim':
      return happened.claim(claimant, promise, note);
    case 'join':
      return happened.join(claimant);
    case 'assign':
      return happened.assign(who, claimant, promise, note);
    case 'release':
      return isOwn(entry) ? happened.release(claimant, note) : happened.freed(who, claimant, note);
    case 'promise':
      return happened.promise(who, promise ?? plain(''), note);
    case 'done':
      return happened.done(who, note, photos);
    case 'accept':
      return entry.silent ? happened.acceptSilent(who, note) : happened.accept(who, note);
    case 'reopen':
      return happened.reopen(who, reopenedBy(entry, records), note);
    case 'progress':
    case 'decline':
    case 'hand':
      return happened[entry.event](who, note);
    case 'merge':
      return happened.merge(who, records.get(requests, entry.of ?? '')?.number ?? 0);
    case 'hold':
      return happened.hold(
        who,
        entry.until === undefined ? undefined : untilText(entry.until, scene),
        note,
      );
    case 'resume':
      return happened.resume(entry.by === undefined ? undefined : who);
    case 'prompt':
      return happened.prompt(entry.prompt ?? 'overdue');
    case 'lapse':
      return happened.lapse;
  }
}

/** A unit's claim that nobody made in person is its own liaison's to give back. */
function isOwn({ by, claimant }: Entry): boolean {
  return claimant?.person === undefined || claimant.person === by;
}

/** How often the request had come back with this entry. */
function reopenedBy(entry: Entry, records: Records): number {
  const all = records
    .where(requestEntries, entry.request)
    .filter((one) => one.event === 'reopen' && (one.undone === undefined || one.id === entry.id));
  return all.findIndex(({ id }) => id === entry.id) + 1;
}
