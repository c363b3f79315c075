import { command } from '../../../core/command.ts';
import { refuse, together } from '../../../core/outcome.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { requestNumbered } from '../rules/reading.ts';
import { isAlive } from '../rules/transitions.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { requestNumber } from './shared/arguments.ts';
import { tellDoersClosed } from './shared/closing.ts';
import { findRequest } from './shared/find-request.ts';
import { tellAskers } from './shared/tell.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const merge = command({
  name: 'merge',
  requiresNumber: true,
  zhName: '合并',
  aliases: ['重复'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '把重复的并到另一件', en: 'merge a duplicate into another request' },
  examples: ['/合并 12 5', '/重复 #12 #5'],
  args: { number: requestNumber, into: requestNumber },
  run: ({ number, into }, context) => {
    const picked = findRequest(number, context, 'merge', '合并');
    if ('answer' in picked) return picked.answer;
    const target = requestNumbered(context.records, into);
    if (target === undefined) return refuse(refusals.noSuch(into), '/需求列表');
    if (target.id === picked.request.id) return refuse(refusals.itself(number));
    if (!isAlive(target)) return refuse(refusals.intoFinished(into));
    const { request, outcome } = applyEvent(
      picked.request,
      saidBy(context, 'merge', { of: target.id }),
      context,
    );
    return together(
      outcome,
      tellAskers(
        picked.request,
        context,
        (yours) => notices.merged(yours, into),
        context.person.id,
      ),
      tellDoersClosed(picked.request, request, context),
    );
  },
  undo: undoEntry,
});
