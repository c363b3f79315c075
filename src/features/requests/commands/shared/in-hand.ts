import type { CommandContext } from '../../../../core/command.ts';
import type { Request, RequestEvent } from '../../records/index.ts';
import { claimToFree, mayAct, worksOn } from '../../rules/permits.ts';
import { refusals } from '../../texts/refusals.ts';
import { claimantsText } from '../../views/words.ts';
import { findRequest, unlessGuess } from './find-request.ts';

/** A request that the speaker has taken on, or their unit has. */
export function findInHand(
  number: number,
  context: CommandContext,
  event: RequestEvent,
  what: string,
  said?: string,
): ReturnType<typeof findRequest> {
  const picked = findRequest(number, context, event, what, said);
  if ('answer' in picked || mayDo(event, picked.request, context)) return picked;
  const text = refusals.notClaimant(
    number,
    claimantsText(picked.request.claimants, context.records),
  );
  return { answer: unlessGuess(context, text, `加入 ${number}`) };
}

function mayDo(
  event: RequestEvent,
  request: Request,
  { person, records }: CommandContext,
): boolean {
  if (mayAct(request, person)) return true;
  return event === 'release'
    ? claimToFree(request, person, records) !== undefined
    : worksOn(request, person);
}

export function photosOfMessage({ photos }: CommandContext): { photos?: string[] } {
  return photos.length === 0 ? {} : { photos: [...photos] };
}
