import { command } from '../../../core/command.ts';
import { notices } from '../texts/notices.ts';
import { referPhrases } from '../texts/phrases.ts';
import { requestNumber, words } from './shared/arguments.ts';
import { closeRequest } from './shared/closing.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const refer = command({
  name: 'refer',
  zhName: '转交',
  aliases: ['移交'],
  minRole: 'liaison',
  scope: 'anywhere',
  summary: { zh: '转交给联盟以外的单位', en: 'hand a request over to somebody outside' },
  examples: ['转交 12 街道', '/转交 12 街道综合执法队'],
  phrases: referPhrases,
  args: { number: requestNumber, note: words },
  shortForms: ['转交 {number} {note}'],
  run: ({ number, note }, context) =>
    closeRequest('hand', '转交', number, note.replace(/^(给|到)\s*/, ''), context, notices.handed),
  undo: undoEntry,
});
