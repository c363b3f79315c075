import type { Speaker } from '../../../core/command.ts';
import { plain, series, type Text } from '../../../core/text.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { type Request, requests } from '../records/index.ts';
import { isAsker, worksOn } from '../rules/permits.ts';
import { isUnfinished } from '../rules/transitions.ts';
import { shown, stateText } from './words.ts';

/** What somebody has asked for and what they have in hand, as far as it is not over, a line each. */
export function ownRequests(
  person: Speaker,
  context: ViewContext,
  place: 'group' | 'private',
): { readonly asked: readonly Text[]; readonly inHand: readonly Text[] } {
  // What was said in private no group reads.
  const isForHere = ({ kept, discreet }: Request) => place === 'private' || !(kept || discreet);
  const open = context.records.all(requests).filter((one) => isUnfinished(one) && isForHere(one));
  const line = (request: Request) =>
    series(
      [
        plain(`#${request.number} ${shown(request.text, request, context.records, 20)}`),
        stateText(request, context.records),
      ],
      plain(' '),
    );
  return {
    asked: open.filter((one) => isAsker(one, person)).map(line),
    inHand: open.filter((one) => worksOn(one, person)).map(line),
  };
}
