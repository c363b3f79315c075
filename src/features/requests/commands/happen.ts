import { put, type Remember } from '../../../core/collection.ts';
import type { Change, CommandContext, DecisionContext } from '../../../core/command.ts';
import {
  type CardDisplay,
  changed,
  type Outcome,
  refuse,
  remember,
  tell,
  together,
  updateCard,
} from '../../../core/outcome.ts';
import type { ShownPhoto } from '../../../core/photos.ts';
import type { Text } from '../../../core/text.ts';
import { liaisonsOf } from '../../../identity/people/index.ts';
import {
  type Claimant,
  type Entry,
  type Progress,
  type Request,
  requestEntries,
  requests,
} from '../records.ts';
import { after, explained } from '../rules/chart.ts';
import { askersOf } from '../rules/permits.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { newsText } from '../views/index.ts';

/** Somebody has to do something about it, so it is said anew where a message could be edited. */
const NOTICED: readonly Entry['event'][] = ['submit', 'done', 'reopen', 'release', 'lapse'];

/** What happened, without what follows from the moment. */
export type Event = Omit<Entry, 'id' | 'request' | 'at'>;

/**
 * Lets something happen to a request: adds it to the history, and the request stands where that
 * leads. There is no other way in which a request changes.
 * @returns the request as it is now, and what to remember and show.
 */
export function happen(
  before: Request,
  event: Event,
  situation: DecisionContext,
): { request: Request; outcome: Outcome } {
  const entry: Entry = { id: situation.newId(), request: before.id, at: situation.now, ...event };
  const request = { ...before, ...after(before, entry) };
  return {
    request,
    outcome: together(recorded(request, entry), entry.by ? changed(entry.id) : remember()),
  };
}

/** A new request with its first entry, shown at its home unless `shows` says otherwise. */
export function begin(
  facts: Omit<Request, keyof Progress>,
  event: Event,
  situation: DecisionContext,
  shows: CardDisplay,
): { request: Request; outcome: Outcome } {
  const entry: Entry = { id: situation.newId(), request: facts.id, at: situation.now, ...event };
  const request = { ...facts, ...after(undefined, entry) };
  return { request, outcome: together(recorded(request, entry, shows), changed(entry.id)) };
}

/** What somebody does by a message. */
export function saidBy(
  context: CommandContext,
  event: Entry['event'],
  more: Partial<Event> = {},
): Event {
  return { event, by: context.person.id, message: context.message, ...more };
}

function recorded(request: Request, entry: Entry, differently: CardDisplay = {}): Outcome {
  const shows = { at: homeOf(request), resend: NOTICED.includes(entry.event), ...differently };
  const silent = entry.event === 'prompt' || entry.event === 'photos';
  return together(
    remember(...stored(request, entry)),
    silent ? remember() : updateCard(cardOf(request), entry.id, shows),
  );
}

/** Shows an entry that is not shown by itself. */
export function showEntry(request: Request, entry: string): Outcome {
  return updateCard(cardOf(request), entry, { at: homeOf(request) });
}

function stored(request: Request, entry: Entry): readonly Remember[] {
  return [put(requestEntries, entry), put(requests, request)];
}

function cardOf({ id }: Request): string {
  return `request:${id}`;
}

/** Where everybody follows it. */
function homeOf({ group }: Request): readonly string[] {
  return group === undefined ? [] : [group];
}

/**
 * Takes back an entry, unless others have gone on from it. A request that was only just said is
 * withdrawn.
 */
export function undoEntry({ name: id }: Change, context: CommandContext): Outcome {
  const entry = context.records.get(requestEntries, id);
  const request = entry && context.records.get(requests, entry.request);
  if (entry === undefined || request === undefined)
    throw new Error(`there is no entry ${id} to take back`);
  const history = context.records
    .where(requestEntries, request.id)
    .filter(({ undone }) => undone === undefined);
  const later = history.slice(history.findIndex((one) => one.id === id) + 1);
  const others = later.some((one) => one.by !== entry.by || one.event !== 'photos');
  if (others || entry.undone !== undefined)
    return refuse(refusals.builtOn(request.number), `/详情 ${request.number}`);
  if (entry.event === 'submit' || entry.event === 'note')
    return { ...happen(request, saidBy(context, 'withdraw'), context).outcome, change: undefined };
  const undone = { ...entry, undone: context.now };
  const standing = explained(history.filter((one) => one.id !== id));
  if (standing === undefined) throw new Error(`request ${request.id} has no beginning`);
  const blank = { promised: undefined, until: undefined, of: undefined, prompted: undefined };
  const photos = request.photos.filter((photo) => !entry.photos?.includes(photo));
  const now: Request = { ...request, ...blank, ...standing, photos };
  const text = newsText(undone, now, context);
  return together(
    remember(...stored(now, undone)),
    showEntry(now, id),
    tellAll(heardOf(entry, request, now, context), text, context.person.id),
  );
}

/**
 * Everybody who was told in private of what is taken back; `left` is the request as the entry left
 * it.
 */
function heardOf(
  { event }: Entry,
  left: Request,
  now: Request,
  context: CommandContext,
): readonly string[] {
  const silently =
    (event === 'claim' && !left.discreet) || (event === 'release' && left.state !== 'open');
  const askers = TOLD.askers.includes(event) && !silently ? askersOf(now, context.records) : [];
  const doers = TOLD.doers.includes(event)
    ? doersOf([...left.claimants, ...now.claimants], context)
    : [];
  return [...new Set([...askers, ...doers])];
}

const ENDS: readonly Entry['event'][] = ['decline', 'hand', 'merge', 'hold', 'resume'];

/** Of what those who asked, and those who do it, are told in private. */
const TOLD: Readonly<Record<'askers' | 'doers', readonly Entry['event'][]>> = {
  askers: ['claim', 'release', 'done', ...ENDS],
  doers: ['assign', 'reopen', 'withdraw', ...ENDS],
};

/**
 * Everybody who has a part in doing it: who claimed it, or where it is a unit's alone its liaisons.
 */
export function doersOf(
  claimants: readonly Claimant[],
  situation: DecisionContext,
): readonly string[] {
  const doers = claimants.flatMap(({ person, unit }) =>
    person === undefined
      ? liaisonsOf(situation.records)
          .filter((one) => one.unit === unit)
          .map(({ id }) => id)
      : [person],
  );
  return [...new Set(doers)];
}

/**
 * Tells everybody who asked for it, or needs it too, in private; `yours` is what it is to each of
 * them.
 */
export function tellAskers(
  request: Request,
  { records }: Pick<DecisionContext, 'records'>,
  text: (yours: Text) => Text,
  but?: string,
  photos: readonly ShownPhoto[] = [],
): Outcome {
  const { number, asker, reporter } = request;
  const called = (person: string) =>
    person === asker || person === reporter ? notices.yours : notices.caredFor;
  const askers = askersOf(request, records).filter((person) => person !== but);
  return together(
    ...askers.map((person) => tell(person, text(called(person)(number)), { photos })),
  );
}

/** Tells each of these in private, but for whoever is speaking. */
export function tellAll(
  people: readonly string[],
  text: Text,
  but?: string,
  photos: readonly ShownPhoto[] = [],
): Outcome {
  return together(
    ...people.filter((person) => person !== but).map((person) => tell(person, text, { photos })),
  );
}
