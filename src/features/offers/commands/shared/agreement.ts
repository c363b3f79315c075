import type { CommandContext } from '../../../../core/command.ts';
import { refuse } from '../../../../core/outcome.ts';
import type { Agreement } from '../../../../identity/people/index.ts';
import { agreeToUse, answersForUse, requestNumbered, undoAnswer } from '../../../requests/index.ts';
import { offers } from '../../records.ts';
import { inTheWay } from '../../rules/bookings.ts';
import { wantTexts } from '../../texts/wants.ts';

/** `同意 36`: the owner of an offer agrees to somebody who wants it. */
export const useAgreement: Agreement = {
  agree: (number, context) => {
    const request = requestNumbered(context.records, number);
    if (request?.use === undefined || !answersForUse(request, context.person)) return undefined;
    const { use, state } = request;
    if (state !== 'open') return refuse(wantTexts.notAsked(number), `/详情 ${number}`);
    const offer = context.records.get(offers, use.offer);
    const others = offer === undefined ? [] : takenBy(offer, use, context);
    if (others.length > 0) return refuse(wantTexts.inTheWay(number, others), `不行 ${number}`);
    const { isWaiting: _, ...wanted } = use;
    return agreeToUse({ ...request, use: wanted }, offer?.place, context);
  },
  undo: undoAnswer,
};

/** What was agreed to since stands in the way: two cannot have one room. */
function takenBy(
  offer: Parameters<typeof inTheWay>[0],
  { start, end }: { readonly start?: number | undefined; readonly end?: number | undefined },
  { records }: CommandContext,
): readonly number[] {
  if (start === undefined || end === undefined) return [];
  return inTheWay(offer, { start, end, dateOnly: false }, records).map(({ number }) => number);
}
