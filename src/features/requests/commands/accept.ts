import { command } from '../../../core/command.ts';
import { mayActAs } from '../../../core/roles.ts';
import { acceptLetter, undoSettled } from '../../letters/index.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { claimOf, isAsker } from '../rules/permits.ts';
import { isSilent } from '../rules/timetable.ts';
import { refusals } from '../texts/refusals.ts';
import { acceptWording } from '../texts/wording-checking.ts';
import { askerText } from '../views/words.ts';
import { requestNumber, words } from './shared/arguments.ts';
import { findRequest, unlessGuess } from './shared/find-request.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const accept = command({
  name: 'accept',
  zhName: '满意',
  aliases: ['通过'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '事情解决了', en: 'it is resolved' },
  examples: ['满意 12', '/满意 12 谢谢', '/通过 #12'],
  daily: true,
  args: { number: requestNumber, note: words.optional() },
  shortForms: ['满意 {number} {note}', '满意 {number}'],
  wording: acceptWording,
  run: ({ number, note }, context) => {
    const ofLetter = acceptLetter(number, context);
    if (ofLetter !== undefined) return ofLetter;
    const picked = findRequest(number, context, 'accept', '满意', note);
    if ('answer' in picked) return picked.answer;
    const { request } = picked;
    const { person, now } = context;
    const own = isAsker(request, person);
    if (!own && claimOf(request, person) !== undefined)
      return unlessGuess(context, refusals.ownWork(number));
    if (!own && !(mayActAs(person.role, 'liaison') && isSilent(request, now)))
      return unlessGuess(context, refusals.notAsker(number, askerText(request, context.records)));
    const silent = own ? {} : { silent: true };
    return applyEvent(request, saidBy(context, 'accept', { note, ...silent }), context).outcome;
  },
  undo: (change, context) => undoSettled(change, context) ?? undoEntry(change, context),
});
