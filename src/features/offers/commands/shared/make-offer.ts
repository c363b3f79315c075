import type { CommandContext, LastChange } from '../../../../core/command.ts';
import { edit, editsOf, sayBack, undoEdits } from '../../../../core/edits.ts';
import {
  changed,
  type Outcome,
  refuse,
  remember,
  say,
  together,
} from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import { nextNumber } from '../../../../identity/alliance/index.ts';
import { partyId } from '../../../../identity/people/index.ts';
import { categoriesOf, categoryFor, shownText } from '../../../requests/index.ts';
import { type Offer, offers } from '../../records.ts';
import { usesOf } from '../../rules/bookings.ts';
import { requestsFor } from '../../rules/fitting.ts';
import type { Plan } from '../../rules/plan.ts';
import { matchTexts } from '../../texts/matches.ts';
import { offerTexts } from '../../texts/offers.ts';
import { whatText } from '../../views.ts';

/** So many one person or unit may offer at a time. */
const MOST_OWN = 50;
/** Requests that are named to whoever offers something. */
const WAITING_SHOWN = 2;

/** A new offer with the next number; or why there is none. */
export function makeOffer(
  plan: Plan,
  { owner, isPublic, team }: Pick<Offer, 'owner' | 'isPublic' | 'team'>,
  context: CommandContext,
): { readonly offer: Offer; readonly outcome: Outcome } | { readonly refused: Outcome } {
  const { records, now, message } = context;
  const own = records.count(offers, 'ofOwner', partyId(owner));
  if (own >= MOST_OWN) return { refused: refuse(offerTexts.tooMany, '/台账') };
  const { number, remember: counted } = nextNumber(records, 'offer');
  const offer: Offer = {
    ...plan,
    id: context.newId(),
    number,
    category: categoryFor(plan.text, categoriesOf(records)),
    owner,
    isPublic,
    ...(team === undefined ? {} : { team }),
    state: 'inUse',
    at: now,
    message,
  };
  const outcome = together(remember(counted), edit(offers, undefined, offer), changed(offer.id));
  return { offer, outcome };
}

/** What waits already for something that is new: its owner may take it on at once. */
export function whatWaits(
  offer: Offer,
  context: CommandContext,
): { readonly text: Text; readonly next: Text } | undefined {
  const found = requestsFor(offer, context, WAITING_SHOWN).map(({ one }) => one);
  const [first] = found;
  if (first === undefined) return undefined;
  const named = found.map(
    (one) => `#${one.number} ${shownText(one.text, one, context.records, 16)}`,
  );
  return { text: matchTexts.waits(named), next: matchTexts.takeOn(first.number) };
}

/** Takes an offer back that nobody has asked for yet, or what was changed of it. */
export function undoOffer(change: LastChange, context: CommandContext): Outcome {
  const [changedOne] = editsOf(offers, change, context.records);
  const number = changedOne?.now?.number ?? changedOne?.before?.number ?? 0;
  const refused = () => refuse(offerTexts.changedSince(number), `/服务 F${number}`);
  return undoEdits(offers, change, context, {
    stays: (all) =>
      all.some(
        ({ before, id }) => before === undefined && usesOf({ id }, context.records).length > 0,
      )
        ? refused()
        : undefined,
    gone: refused,
    back: ([one]) => {
      const { before } = one ?? {};
      return before === undefined
        ? sayBack(offerTexts.goneAgain(number))
        : say(sayBackText(before));
    },
  });
}

function sayBackText(before: Offer): Text {
  const { zh, en } = offerTexts.asBefore(before.number, whatText(before), before.state);
  return { zh: `撤销了。${zh}`, en: `Taken back. ${en}` };
}
