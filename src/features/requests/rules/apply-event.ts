import { audited } from '../../../core/acts.ts';
import { put, type Remember } from '../../../core/collection.ts';
import type { CommandContext, DecisionContext } from '../../../core/command.ts';
import {
  type CardDisplay,
  changed,
  nothing,
  type Outcome,
  remember,
  together,
  updateCard,
} from '../../../core/outcome.ts';
import {
  type Progress,
  type Request,
  type RequestEntry,
  requestEntries,
  requests,
} from '../records/index.ts';
import { wordsTakenBack } from './taken-back.ts';
import { progressAfter } from './transitions.ts';

/** Somebody has to act on these events, so the card is sent again instead of edited. */
const NOTICED: readonly RequestEntry['event'][] = ['submit', 'done', 'reopen', 'release', 'lapse'];

/** An entry without the fields that follow from the moment. */
export type NewEntry = Omit<RequestEntry, 'id' | 'request' | 'at'>;

/**
 * Applies an event to a request: the history gets an entry, and the transitions say where the
 * request stands then. A request changes in no other way.
 * @returns the request as it is now, the entry, and what to remember and show.
 */
export function applyEvent(
  before: Request,
  event: NewEntry,
  context: DecisionContext,
  shows: CardDisplay = {},
): { request: Request; entry: RequestEntry; outcome: Outcome } {
  const entry: RequestEntry = {
    id: context.newId(),
    request: before.id,
    at: context.now,
    ...event,
  };
  const request = { ...before, ...progressAfter(before, entry) };
  return {
    request,
    entry,
    outcome: together(
      rememberEntry(request, entry, shows),
      remember(...unsaidBy(request, entry, context)),
      entry.by ? changed(entry.id) : remember(),
      proxyCheck(before, entry, 'resolved'),
    ),
  };
}

/** What was taken back is said to nobody any more. */
function unsaidBy(
  request: Request,
  { event }: RequestEntry,
  { records, now }: DecisionContext,
): readonly Remember[] {
  return event === 'withdraw' ? wordsTakenBack(request, records, now) : [];
}

/** Whoever checks for a requester who is silent is logged, and whoever takes it back. */
export function proxyCheck(
  { id, asker }: Request,
  { silent }: Pick<RequestEntry, 'silent'>,
  to: 'resolved' | 'undone',
): Outcome {
  return silent ? audited({ kind: 'proxy', about: id, whom: [asker], to }) : nothing;
}

/** A new request with its first entry, shown at its home unless `shows` says otherwise. */
export function beginRequest(
  facts: Omit<Request, keyof Progress>,
  event: NewEntry,
  context: DecisionContext,
  shows: CardDisplay,
): { request: Request; outcome: Outcome } {
  const entry: RequestEntry = {
    id: context.newId(),
    request: facts.id,
    at: context.now,
    ...event,
  };
  const request = { ...facts, ...progressAfter(undefined, entry) };
  return { request, outcome: together(rememberEntry(request, entry, shows), changed(entry.id)) };
}

/** What somebody does by a message. */
export function saidBy(
  context: CommandContext,
  event: RequestEntry['event'],
  more: Partial<NewEntry> = {},
): NewEntry {
  return { event, by: context.person.id, message: context.message, ...more };
}

function rememberEntry(
  request: Request,
  entry: RequestEntry,
  differently: CardDisplay = {},
): Outcome {
  const shows = { at: homeOf(request), resend: NOTICED.includes(entry.event), ...differently };
  const silent = entry.event === 'prompt' || entry.event === 'photos';
  return together(
    remember(...entryRows(request, entry)),
    silent ? remember() : updateCard(cardOf(request), entry.id, shows),
  );
}

/** Shows an entry that is not shown by itself. */
export function showEntry(request: Request, entry: string): Outcome {
  return updateCard(cardOf(request), entry, { at: homeOf(request) });
}

export function entryRows(request: Request, entry: RequestEntry): readonly Remember[] {
  return [put(requestEntries, entry), put(requests, request)];
}

function cardOf({ id }: Request): string {
  return `request:${id}`;
}

/** Where everybody follows it. */
function homeOf({ group }: Request): readonly string[] {
  return group === undefined ? [] : [group];
}
