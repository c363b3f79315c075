import { command } from '../../../core/command.ts';
import { together } from '../../../core/outcome.ts';
import { partyFor } from '../../../identity/people/index.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { refusals } from '../texts/refusals.ts';
import { joinWording } from '../texts/wording-doing.ts';
import { requestNumber } from './shared/arguments.ts';
import { sendDetails } from './shared/claimant.ts';
import { findRequest, unlessGuess } from './shared/find-request.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const join = command({
  name: 'join',
  zhName: '加入',
  aliases: ['一起'],
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '和认领的人一起办', en: 'join who took it on' },
  examples: ['加入 12', '/一起 #12'],
  args: { number: requestNumber },
  shortForms: ['加入 {number}'],
  wording: joinWording,
  run: ({ number }, context) => {
    const picked = findRequest(number, context, 'join', '加入');
    if ('answer' in picked) return picked.answer;
    const claimant = partyFor(context.person);
    const same = picked.request.claimants.some((one) => one.person === claimant.person);
    if (same) return unlessGuess(context, refusals.yours(number), `完成 ${number}`);
    const { request, outcome } = applyEvent(
      picked.request,
      saidBy(context, 'join', { claimant }),
      context,
    );
    return together(outcome, sendDetails(request, context));
  },
  undo: undoEntry,
});
