import { command } from '../../../core/command.ts';
import { together } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { reopenLetter, undoReopened } from '../../letters/index.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { doersOf, isAsker } from '../rules/permits.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { reopenWording } from '../texts/wording-checking.ts';
import { askerText, shown } from '../views/words.ts';
import { requestNumber, words } from './shared/arguments.ts';
import { findRequest, unlessGuess } from './shared/find-request.ts';
import { tellAll } from './shared/tell.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const reopen = command({
  name: 'reopen',
  zhName: '未解决',
  aliases: ['不满意'],
  minRole: 'guest',
  scope: 'anywhere',
  summary: { zh: '还没解决，请接着办', en: 'not resolved yet; goes on' },
  examples: ['未解决 12 晚上还是不亮', '/不满意 12'],
  daily: true,
  args: { number: requestNumber, note: words.optional() },
  shortForms: ['未解决 {number} {note}', '未解决 {number}'],
  runsOn: true,
  wording: reopenWording,
  run: ({ number, note }, context) => {
    const ofLetter = reopenLetter(number, note, context);
    if (ofLetter !== undefined) return ofLetter;
    const picked = findRequest(number, context, 'reopen', '未解决', note);
    if ('answer' in picked) return picked.answer;
    const { person, records } = context;
    const who = askerText(picked.request, records);
    if (!isAsker(picked.request, person) && !mayActAs(person.role, 'liaison'))
      return unlessGuess(context, refusals.notAsker(number, who));
    const { request, outcome } = applyEvent(
      picked.request,
      saidBy(context, 'reopen', { note }),
      context,
    );
    const said = note === undefined ? undefined : shown(note, request, records);
    const by = isAsker(request, person) ? who : { zh: person.name, en: person.name };
    return together(
      outcome,
      tellAll(doersOf(request.claimants, context), notices.reopened(number, by, said), person.id),
    );
  },
  undo: (change, context) => undoReopened(change, context) ?? undoEntry(change, context),
});
