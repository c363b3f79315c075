import { command } from '../../../core/command.ts';
import { refuse, together } from '../../../core/outcome.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { askersOf, doersOf } from '../rules/permits.ts';
import { readUntil } from '../rules/promises.ts';
import { notices } from '../texts/notices.ts';
import { holdPhrases } from '../texts/phrases.ts';
import { refusals } from '../texts/refusals.ts';
import { shown, untilText } from '../views/words.ts';
import { requestNumber, words } from './shared/arguments.ts';
import { findRequest } from './shared/find-request.ts';
import { mayPause, notInHand } from './shared/pausing.ts';
import { tellAll } from './shared/tell.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const hold = command({
  name: 'hold',
  zhName: '暂缓',
  aliases: ['先放'],
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '先放一放，到时间接着办', en: 'put a request on hold until a time' },
  examples: ['暂缓 12 到 12月', '/暂缓 12 等物业换届'],
  args: { number: requestNumber, note: words.optional() },
  phrases: holdPhrases,
  shortForms: ['暂缓 {number} {note}', '暂缓 {number}'],
  run: ({ number, note }, context) => {
    const picked = findRequest(number, context, 'hold', '暂缓', note);
    if ('answer' in picked) return picked.answer;
    if (!mayPause(picked.request, context)) return refuse(notInHand(picked.request, context));
    const example = `暂缓 ${number} 到 12月`;
    const read = readUntil(note ?? '', context);
    if ('refused' in read) return refuse(refusals.time[read.refused](example));
    const { until, rest } = read;
    const why = rest.trim() === '' ? undefined : rest.trim();
    const { request, outcome } = applyEvent(
      picked.request,
      saidBy(context, 'hold', { until, note: why }),
      context,
    );
    const told = why === undefined ? undefined : shown(why, request, context.records);
    const text = notices.held(
      number,
      until === undefined ? undefined : untilText(until, context),
      told,
    );
    const people = [...askersOf(request, context.records), ...doersOf(request.claimants, context)];
    return together(outcome, tellAll([...new Set(people)], text, context.person.id));
  },
  undo: undoEntry,
});
