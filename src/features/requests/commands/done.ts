import { command } from '../../../core/command.ts';
import { together } from '../../../core/outcome.ts';
import { applyEvent, saidBy } from '../rules/apply-event.ts';
import { type Picture, workOf } from '../rules/pictures.ts';
import { notices } from '../texts/notices.ts';
import { doneWording } from '../texts/wording-doing.ts';
import { shownPictures } from '../views/index.ts';
import { sentence } from '../views/sentence.ts';
import { photosAfter } from './shared/add-photos.ts';
import { requestNumber, words } from './shared/arguments.ts';
import { findInHand, photosOfMessage } from './shared/in-hand.ts';
import { tellAskers } from './shared/tell.ts';
import { undoEntry } from './shared/undo-entry.ts';

export const done = command({
  name: 'done',
  zhName: '完成',
  aliases: ['办结'],
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '办完了，请提出人看看', en: 'finished; who asked is asked to look' },
  examples: ['完成 12 灯换好了', '完成 12', '/办结 #12'],
  daily: true,
  args: { number: requestNumber, note: words.optional() },
  shortForms: ['完成 {number} {note}', '完成 {number}'],
  runsOn: true,
  wording: doneWording,
  run: ({ number, note }, context) => {
    const mine = findInHand(number, context, 'done', '完成', note);
    if ('answer' in mine) return mine.answer;
    const event = saidBy(context, 'done', { note, ...photosOfMessage(context) });
    const { request, outcome } = applyEvent(mine.request, event, context);
    const what = sentence(
      { id: '', request: request.id, at: context.now, ...event },
      request,
      context,
    );
    const last = (event.photos ?? []).map(
      (photo): Picture => ({ photo, step: 'after', at: context.now }),
    );
    const photos = shownPictures(
      request,
      [...workOf(mine.request, context.records), ...last],
      context.zone,
    );
    return together(
      outcome,
      tellAskers(
        request,
        context,
        (yours) => notices.done(yours, number, what),
        context.person.id,
        photos,
      ),
    );
  },
  undo: undoEntry,
  photosAfter,
});
