import type { CommandContext } from '../../../../core/command.ts';
import { mayActAs } from '../../../../core/roles.ts';
import type { Text } from '../../../../core/text.ts';
import type { Request } from '../../records/index.ts';
import { mayAct } from '../../rules/permits.ts';
import { refusals } from '../../texts/refusals.ts';
import { claimantsText } from '../../views/words.ts';

export function mayPause(request: Request, { person }: CommandContext): boolean {
  return mayActAs(person.role, 'liaison') || mayAct(request, person);
}

export function notInHand(request: Request, { records }: CommandContext): Text {
  const { number, claimants } = request;
  return claimants.length === 0
    ? refusals.claimFirst(number)
    : refusals.notClaimant(number, claimantsText(claimants, records));
}
