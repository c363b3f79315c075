import { command } from '../../../core/command.ts';
import { nothing, together } from '../../../core/outcome.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { claimOf, claimToFree, doersOf } from '../rules/permits.ts';
import { notices } from '../texts/notices.ts';
import { releaseWording } from '../texts/wording-doing.ts';
import { requestNumber, words } from './shared/arguments.ts';
import { findInHand } from './shared/in-hand.ts';
import { tellAll, tellAskers } from './shared/tell.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const release = command({
  name: 'release',
  zhName: '放弃',
  aliases: ['退回'],
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '办不了，把认领的退回来', en: 'give back what you took on' },
  examples: ['放弃 12', '/退回 12 人手不够'],
  args: { number: requestNumber, note: words.optional() },
  shortForms: ['放弃 {number}', '放弃 {number} {note}'],
  wording: releaseWording,
  run: ({ number, note }, context) => {
    const mine = findInHand(number, context, 'release', '放弃', note);
    if ('answer' in mine) return mine.answer;
    const { person, records } = context;
    const own = claimOf(mine.request, person);
    const claimant = own ?? claimToFree(mine.request, person, records);
    const { request, outcome } = applyEvent(
      mine.request,
      saidBy(context, 'release', { note, claimant }),
      context,
    );
    const freed = own === undefined && claimant !== undefined ? doersOf([claimant], context) : [];
    return together(
      outcome,
      tellAll(freed, notices.freed(number, person.name), person.id),
      request.state === 'open'
        ? tellAskers(request, context, (yours) => notices.openAgain(yours, number), person.id)
        : nothing,
    );
  },
  undo: undoEntry,
});
