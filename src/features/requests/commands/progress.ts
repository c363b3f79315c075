import { command } from '../../../core/command.ts';
import { refuse } from '../../../core/outcome.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { refusals } from '../texts/refusals.ts';
import { progressWording } from '../texts/wording-doing.ts';
import { requestNumber, words } from './shared/arguments.ts';
import { findInHand, photosOfMessage } from './shared/in-hand.ts';
import { undoEntry } from './shared/undo-entry.ts';

/* What those say who have taken a request on. */

export const progress = command({
  name: 'progress',
  zhName: '进度',
  aliases: ['进展'],
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '说说办到哪一步了', en: 'say how it is going' },
  examples: ['进度 12 灯已经买好', '/进展 12 明天装'],
  args: { number: requestNumber, note: words.optional() },
  shortForms: ['进度 {number} {note}', '进度 {number}'],
  wording: progressWording,
  run: ({ number, note }, context) => {
    const mine = findInHand(number, context, 'progress', '进度', note);
    const isEmpty = note === undefined && context.photos.length === 0;
    // `进度 50` may be anybody's; only who has it in hand is asked what they mean.
    if ('answer' in mine) return isEmpty && context.trigger === 'short' ? undefined : mine.answer;
    if (isEmpty) return refuse(refusals.needsNote(number));
    return applyEvent(
      mine.request,
      saidBy(context, 'progress', { note, ...photosOfMessage(context) }),
      context,
    ).outcome;
  },
  undo: undoEntry,
});
