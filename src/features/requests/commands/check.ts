import { command } from '../../../core/command.ts';
import { together } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { asked, claimOf } from '../rules/permits.ts';
import { isSilent } from '../rules/timetable.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { askerText, shown } from '../views/words.ts';
import { doersOf, happen, saidBy, tellAll, undoEntry } from './happen.ts';
import { pick, requestNumber, unlessGuess, words } from './pick.ts';

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
  run: ({ number, note }, context) => {
    const picked = pick(number, context, 'accept', '满意', note);
    if ('answer' in picked) return picked.answer;
    const { request } = picked;
    const { person, now } = context;
    const own = asked(request, person);
    if (!own && claimOf(request, person) !== undefined)
      return unlessGuess(context, refusals.ownWork(number));
    if (!own && !(mayActAs(person.role, 'liaison') && isSilent(request, now)))
      return unlessGuess(context, refusals.notAsker(number, askerText(request, context.records)));
    const silent = own ? {} : { silent: true };
    return happen(request, saidBy(context, 'accept', { note, ...silent }), context).outcome;
  },
  undo: undoEntry,
});

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
  allowTypo: true,
  run: ({ number, note }, context) => {
    const picked = pick(number, context, 'reopen', '未解决', note);
    if ('answer' in picked) return picked.answer;
    const { person, records } = context;
    const who = askerText(picked.request, records);
    if (!asked(picked.request, person) && !mayActAs(person.role, 'liaison'))
      return unlessGuess(context, refusals.notAsker(number, who));
    const { request, outcome } = happen(
      picked.request,
      saidBy(context, 'reopen', { note }),
      context,
    );
    const said = note === undefined ? undefined : shown(note, request, records);
    const by = asked(request, person) ? who : { zh: person.name, en: person.name };
    return together(
      outcome,
      tellAll(doersOf(request.claimants, context), notices.reopened(number, by, said), person.id),
    );
  },
  undo: undoEntry,
});
