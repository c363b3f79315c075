import type { Records } from '../../../core/collection.ts';
import { plain, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { type Request, type RequestEntry, requestEntries, requests } from '../records/index.ts';
import { happened } from '../texts/history.ts';
import { useTexts } from '../texts/uses.ts';
import { askerText, claimantText, promiseText, shown, untilText } from './words.ts';

/** What somebody did, or took back, as one sentence. */
export function news(entry: RequestEntry, request: Request, context: ViewContext): Text {
  const what = sentence(entry, request, context);
  return entry.undone === undefined
    ? what
    : happened.takenBack(whoBy(entry, request, context.records), what);
}

/** Whoever did it; what an activity does nobody does alone. */
function actor(entry: RequestEntry, request: Request, records: Records): string {
  const activity = entry.claimant?.activity;
  return activity === undefined ? whoBy(entry, request, records) : `E${activity.number} `;
}

function whoBy({ by }: RequestEntry, request: Request, records: Records): string {
  if (by === undefined) return '';
  return by === request.asker ? askerText(request, records).zh : nameOf(records, by);
}

/** One entry of a history in plain words. */
export function sentence(entry: RequestEntry, request: Request, context: ViewContext): Text {
  const { records } = context;
  const who = actor(entry, request, records);
  const claimant = entry.claimant ? claimantText(entry.claimant, records) : plain(who);
  const note = entry.note === undefined ? undefined : shown(entry.note, request, records);
  const photos = entry.photos?.length ?? 0;
  const promise = promiseText(entry.promised, context);
  const answer = answerOf(entry, request, note, context);
  if (answer !== undefined) return answer;
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
    case 'take':
      return happened.take(who, promise);
    case 'begin':
      return happened.begin(who);
    case 'join':
      return happened.join(claimant);
    case 'assign':
      return happened.assign(who, claimant, promise, note);
    case 'release':
      return released(entry, who, claimant, note);
    case 'promise':
      return happened.promise(who, promise ?? plain(''), note);
    case 'done':
      return happened.done(who, note, photos);
    case 'accept':
      return happened[entry.silent ? 'acceptSilent' : 'accept'](who, note);
    case 'reopen':
      return happened.reopen(who, reopenedBy(entry, records), note);
    case 'progress':
    case 'decline':
    case 'hand':
      return happened[entry.event](who, note);
    case 'merge':
      return happened.merge(who, records.get(requests, entry.of ?? '')?.number ?? 0);
    case 'hold':
      return happened.hold(who, untilOf(entry, context), note);
    case 'resume':
      return happened.resume(entry.by === undefined ? undefined : who);
    case 'prompt':
      return happened.prompt(entry.prompt ?? 'overdue');
    case 'lapse':
      return happened.lapse;
  }
}

/** A yes or a no to somebody who wants an offer. */
function answerOf(
  { event, promised }: RequestEntry,
  { use }: Request,
  note: string | undefined,
  context: ViewContext,
): Text | undefined {
  if (use === undefined || (event !== 'claim' && event !== 'decline')) return undefined;
  const owner = claimantText(use.owner, context.records);
  return event === 'claim'
    ? useTexts.saidYes(owner, promiseText(promised, context))
    : useTexts.saidNo(owner, note);
}

function untilOf({ until }: RequestEntry, context: ViewContext): Text | undefined {
  return until === undefined ? undefined : untilText(until, context);
}

/** A unit's claim that nobody made in person is its own liaison's to give back. */
function released(
  { by, claimant }: RequestEntry,
  who: string,
  claimantName: Text,
  note: string | undefined,
): Text {
  if (claimant?.activity !== undefined) return happened.leave(who);
  const isOwn = claimant?.person === undefined || claimant.person === by;
  return isOwn ? happened.release(claimantName, note) : happened.freed(who, claimantName, note);
}

/** How often the request had come back with this entry. */
function reopenedBy(entry: RequestEntry, records: Records): number {
  const all = records
    .where(requestEntries, entry.request)
    .filter((one) => one.event === 'reopen' && (one.undone === undefined || one.id === entry.id));
  return all.findIndex(({ id }) => id === entry.id) + 1;
}
