import { command } from '../../../core/command.ts';
import { refuse, together } from '../../../core/outcome.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { askersOf, doersOf } from '../rules/permits.ts';
import { notices } from '../texts/notices.ts';
import { requestNumber } from './shared/arguments.ts';
import { findRequest } from './shared/find-request.ts';
import { mayPause, notInHand } from './shared/pausing.ts';
import { tellAll } from './shared/tell.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const resume = command({
  name: 'resume',
  zhName: '继续',
  aliases: ['接着办'],
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '暂缓的接着办', en: 'take up what was on hold' },
  examples: ['继续 12', '/继续 #12'],
  args: { number: requestNumber },
  shortForms: ['继续 {number}'],
  run: ({ number }, context) => {
    const picked = findRequest(number, context, 'resume', '继续');
    if ('answer' in picked) return picked.answer;
    if (!mayPause(picked.request, context)) return refuse(notInHand(picked.request, context));
    const { request, outcome } = applyEvent(picked.request, saidBy(context, 'resume'), context);
    const people = [...askersOf(request, context.records), ...doersOf(request.claimants, context)];
    return together(
      outcome,
      tellAll([...new Set(people)], notices.resumed(number), context.person.id),
    );
  },
  undo: undoEntry,
});
