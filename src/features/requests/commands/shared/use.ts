import type { CommandContext, DecisionContext, LastChange } from '../../../../core/command.ts';
import { nothing, type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { placeIn } from '../../../../core/places.ts';
import { nextNumber } from '../../../../identity/alliance/index.ts';
import { nameOf } from '../../../../identity/people/index.ts';
import { type Request, requestEntries, type Use } from '../../records/index.ts';
import { applyEvent, beginRequest, saidBy } from '../../rules/apply-event.ts';
import { askersOf, doersOf } from '../../rules/permits.ts';
import { useTexts } from '../../texts/uses.ts';
import { claimantText, shown, useTime } from '../../views/words.ts';
import { undoEntry } from './undo-entry.ts';

/*
 * The use of an offer is a request with one who answers for it. It is claimed by a yes, declined by a
 * no, and done, checked and withdrawn as any other.
 */

/** Somebody wants an offer. In private no group hears of it. */
export function submitUse(
  { text, category, use }: Pick<Request, 'text' | 'category'> & { readonly use: Use },
  context: CommandContext,
): { readonly request: Request; readonly outcome: Outcome } {
  const { records, now, place, person } = context;
  const { number, remember: counted } = nextNumber(records, 'request');
  const isPrivate = place.kind === 'private';
  const facts = {
    id: context.newId(),
    number,
    kind: 'need' as const,
    text,
    category,
    place: placeIn(text),
    photos: [],
    asker: person.id,
    reporter: person.id,
    discreet: isPrivate,
    ...(isPrivate ? { kept: true } : { group: place.group }),
    at: now,
    message: context.message,
    use,
  };
  // Whoever waits, or asks in private, is told in words.
  const shows = use.isWaiting || isPrivate ? { acknowledged: true, at: [], resend: false } : {};
  const begun = beginRequest(facts, saidBy(context, 'submit'), context, shows);
  const asked = use.isWaiting ? nothing : askOwner(begun.request, person.name, context);
  return { request: begun.request, outcome: together(remember(counted), begun.outcome, asked) };
}

/** Asks those who answer for an offer, in private. */
function askOwner(
  { number, text, asker, use }: Request,
  who: string,
  context: DecisionContext,
): Outcome {
  if (use === undefined) return nothing;
  const owners = doersOf([use.owner], context).filter((person) => person !== asker);
  return together(...owners.map((person) => tell(person, useTexts.askOwner(number, who, text))));
}

/** Its owner says yes: it is booked, and whoever asked hears so. */
export function agreeToUse(
  { use, ...request }: Request & { readonly use: Use },
  place: string | undefined,
  context: CommandContext,
): Outcome {
  const { start, end, dateOnly = false, owner } = use;
  const promised =
    start === undefined ? undefined : { start, dateOnly, by: end ?? start, ...(end && { end }) };
  const event = saidBy(context, 'claim', { claimant: owner, promised });
  const { request: now, outcome } = applyEvent({ ...request, use }, event, context);
  const told = useTexts.agreed(
    request.number,
    claimantText(owner, context.records),
    useTime(use, context),
    place,
  );
  return together(outcome, ...askersOf(now, context.records).map((one) => tell(one, told)));
}

/** Its owner says no, or has it no more; whoever asked hears why. */
export function refuseUse(
  request: Request & { readonly use: Use },
  why: string | undefined,
  context: CommandContext,
  isForGood = false,
): Outcome {
  const event = saidBy(context, 'decline', why === undefined ? {} : { note: why });
  const { request: now, outcome } = applyEvent(request, event, context);
  const owner = claimantText(request.use.owner, context.records);
  const said = why === undefined ? undefined : shown(why, now, context.records);
  const told = useTexts.refused(request.number, owner, said, isForGood);
  return together(outcome, ...askersOf(now, context.records).map((one) => tell(one, told)));
}

/** There is a place for somebody who waits: the owner is asked. */
export function offerPlace(
  { use, ...request }: Request & { readonly use: Use },
  context: DecisionContext,
): { readonly request: Request; readonly outcome: Outcome } {
  const { isWaiting: _, ...wanted } = use;
  const now: Request = { ...request, use: wanted };
  const owner = claimantText(use.owner, context.records).zh;
  return {
    request: now,
    outcome: together(
      askOwner(now, nameOf(context.records, request.asker), context),
      tell(request.asker, useTexts.free(request.number, owner)),
    ),
  };
}

/** Takes back a yes or a no to somebody who wants an offer; undefined where it was none of these. */
export function undoAnswer(change: LastChange, context: CommandContext): Outcome | undefined {
  const isEntry = context.records.get(requestEntries, change.name) !== undefined;
  return isEntry ? undoEntry(change, context) : undefined;
}
