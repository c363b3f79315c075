import { numbered } from '../../../../core/arguments.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { type Outcome, refuse } from '../../../../core/outcome.ts';
import { theNumbered } from '../../../../core/the-one-meant.ts';
import type { Offer } from '../../records.ts';
import { maySee, offerNumbered } from '../../rules/permits.ts';
import { offerTexts } from '../../texts/offers.ts';

/** `F3` in a command. */
export const offerNumber = numbered('f', { zh: '服务编号', en: 'offer' });

/** The offer of a number; one that is not for the speaker's eyes is none. */
export function findOffer(
  number: number,
  { records, person, place }: CommandContext,
): { readonly one: Offer } | { readonly answer: Outcome } {
  const none = (one: number) => refuse(offerTexts.noSuch(one), '/服务');
  return theNumbered<Offer, Outcome>(number, {
    find: () => {
      const found = offerNumbered(records, number);
      // What is for liaisons only no group reads.
      const isForHere = found?.isPublic === true || place.kind === 'private';
      return found !== undefined && isForHere && maySee(found, person) ? found : undefined;
    },
    fits: ({ state }) => state !== 'withdrawn',
    noSuch: none,
    unfit: () => none(number),
  });
}
