import { command } from '../../../core/command.ts';
import { refuse, together } from '../../../core/outcome.ts';
import { undoSettled, withdrawLetter } from '../../letters/index.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { doersOf } from '../rules/permits.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { withdrawWording } from '../texts/wording-checking.ts';
import { requestNumber } from './shared/arguments.ts';
import { findRequest } from './shared/find-request.ts';
import { tellAll } from './shared/tell.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const withdraw = command({
  name: 'withdraw',
  zhName: '撤回',
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '提出人撤回自己提的', en: 'take back what you asked for' },
  examples: ['撤回 12', '/撤回 #12'],
  args: { number: requestNumber },
  shortForms: ['撤回 {number}'],
  wording: withdrawWording,
  run: ({ number }, context) => {
    const ofLetter = withdrawLetter(number, context);
    if (ofLetter !== undefined) return ofLetter;
    const picked = findRequest(number, context, 'withdraw', '撤回');
    if ('answer' in picked) return picked.answer;
    const { asker, reporter } = picked.request;
    if (context.person.id !== asker && context.person.id !== reporter)
      return refuse(refusals.onlyAsker(number));
    const { request, outcome } = applyEvent(picked.request, saidBy(context, 'withdraw'), context);
    const others = tellAll(
      doersOf(request.claimants, context),
      notices.withdrawn(number, context.person.name),
      context.person.id,
    );
    return together(outcome, others);
  },
  undo: (change, context) => undoSettled(change, context) ?? undoEntry(change, context),
});
