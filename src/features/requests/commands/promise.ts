import { command } from '../../../core/command.ts';
import { refuse } from '../../../core/outcome.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { readPromise } from '../rules/promises.ts';
import { refusals } from '../texts/refusals.ts';
import { promiseWording } from '../texts/wording-doing.ts';
import { requestNumber, words } from './shared/arguments.ts';
import { findInHand } from './shared/in-hand.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const promise = command({
  name: 'promise',
  zhName: '改约',
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '改答应办好的时间', en: 'promise another time' },
  examples: ['改期 12 周六上午', '改期 12 12月5日', '/改约 12 后天'],
  args: { number: requestNumber, when: words.optional() },
  shortForms: ['改期 {number} {when!}', '改期 {number}'],
  wording: promiseWording,
  run: ({ number, when }, context) => {
    const read = readPromise((when ?? '').replace(/^\s*(到|至)\s*/, ''), context);
    const isTime = 'refused' in read || read.promised !== undefined;
    const mine = findInHand(number, context, 'promise', '改期', isTime ? undefined : when);
    if ('answer' in mine) return mine.answer;
    const example = `改期 ${number} 周六上午`;
    if ('refused' in read) return refuse(refusals.time[read.refused](example));
    const { promised, rest } = read;
    if (promised === undefined) return refuse(refusals.needsTime(example));
    const note = rest === '' ? {} : { note: rest };
    return applyEvent(mine.request, saidBy(context, 'promise', { promised, ...note }), context)
      .outcome;
  },
  undo: undoEntry,
});
