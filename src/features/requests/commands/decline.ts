import { command } from '../../../core/command.ts';
import { notices } from '../texts/notices.ts';
import { declinePhrases } from '../texts/phrases.ts';
import { requestNumber, words } from './shared/arguments.ts';
import { closeRequest } from './shared/closing.ts';
import { undoEntry } from './shared/undo-entry.ts';

/* The ways out of the loop: each reads differently to who asked, and who had it in hand may put it down. */

export const decline = command({
  name: 'decline',
  zhName: '不受理',
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '不受理，说明原因', en: 'decline a request, and why' },
  examples: ['/不受理 12 归物业管'],
  phrases: declinePhrases,
  shortForms: ['不受理 {number} {note}'],
  args: { number: requestNumber, note: words },
  run: ({ number, note }, context) =>
    closeRequest('decline', '不受理', number, note, context, notices.declined),
  undo: undoEntry,
});
