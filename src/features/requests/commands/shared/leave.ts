import type { Records } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { nothing, type Outcome, together } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import { LIVING, type Request, requests } from '../../records/index.ts';
import { applyEvent } from '../../rules/apply-event.ts';
import { notices } from '../../texts/notices.ts';
import { tellAskers } from './tell.ts';

/** Whoever is about to be erased gives back what they took on; whoever asked for it is told. */
export function leaveRequests(person: string, context: DecisionContext): Outcome {
  const given = inHandOf(person, context.records).map((before) => {
    const claimant = before.claimants.find((one) => one.person === person);
    const event = { event: 'release', by: person, ...(claimant ? { claimant } : {}) } as const;
    const { request, outcome } = applyEvent(before, event, context);
    const told =
      request.state === 'open'
        ? tellAskers(request, context, (yours) => notices.openAgain(yours, before.number), person)
        : nothing;
    return together(outcome, told);
  });
  return together(...given);
}

/** What becomes of their requests, for whoever thinks of being erased. */
export function aboutRequests(person: string, { records }: DecisionContext): readonly Text[] {
  const inHand = inHandOf(person, records).map(({ number }) => `#${number}`);
  const asked = livingOf(person, records)
    .filter(({ asker }) => asker === person)
    .map(({ number }) => `#${number}`);
  return [
    ...(inHand.length > 0 ? [notices.leavingClaims(inHand)] : []),
    ...(asked.length > 0 ? [notices.leavingAsked(asked)] : []),
  ];
}

function inHandOf(person: string, records: Records): readonly Request[] {
  return livingOf(person, records).filter(
    ({ state, claimants }) =>
      (state === 'claimed' || state === 'underway') &&
      claimants.some((one) => one.person === person),
  );
}

function livingOf(person: string, records: Records): readonly Request[] {
  return LIVING.flatMap((state) => records.slice(requests, 'ofParty', `${person} ${state}`));
}
