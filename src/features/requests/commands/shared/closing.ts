import type { CommandContext } from '../../../../core/command.ts';
import type { Ignored } from '../../../../core/ignored.ts';
import { type Outcome, together } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import type { Request } from '../../records/index.ts';
import { applyEvent, saidBy } from '../../rules/apply-event.ts';
import { doersOf } from '../../rules/permits.ts';
import { stateName } from '../../texts/history.ts';
import { notices } from '../../texts/notices.ts';
import { shown } from '../../views/words.ts';
import { findRequest } from './find-request.ts';
import { tellAll, tellAskers } from './tell.ts';

export function closeRequest(
  event: 'decline' | 'hand',
  what: string,
  number: number,
  note: string,
  context: CommandContext,
  told: (yours: Text, note: string, number: number) => Text,
): Outcome | Ignored | undefined {
  const picked = findRequest(number, context, event, what, note);
  if ('answer' in picked) return picked.answer;
  const { request, outcome } = applyEvent(
    picked.request,
    saidBy(context, event, { note }),
    context,
  );
  const why = shown(note, request, context.records);
  return together(
    outcome,
    tellAskers(request, context, (yours) => told(yours, why, number), context.person.id),
    tellDoersClosed(picked.request, request, context),
  );
}

/** Whoever had it in hand need not go on. */
export function tellDoersClosed(before: Request, now: Request, context: CommandContext): Outcome {
  const text = notices.closedForYou(now.number, stateName[now.state]);
  return tellAll(doersOf(before.claimants, context), text, context.person.id);
}
