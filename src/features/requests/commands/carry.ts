import { type CommandContext, command } from '../../../core/command.ts';
import { nothing, refuse, together } from '../../../core/outcome.ts';
import type { Request, RequestEvent } from '../records.ts';
import { claimOf, claimToFree, mayAct, worksOn } from '../rules/permits.ts';
import { type Picture, workOf } from '../rules/pictures.ts';
import { readPromise } from '../rules/promises.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { shownPictures } from '../views/index.ts';
import { sentence } from '../views/sentence.ts';
import { claimantsText } from '../views/words.ts';
import { doersOf, happen, saidBy, tellAll, tellAskers, undoEntry } from './happen.ts';
import { photosAfter } from './photos.ts';
import { pick, requestNumber, unlessGuess, words } from './pick.ts';

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
  run: ({ number, note }, context) => {
    const mine = inMyHands(number, context, 'progress', '进度', note);
    const isEmpty = note === undefined && context.photos.length === 0;
    // `进度 50` may be anybody's; only who has it in hand is asked what they mean.
    if ('answer' in mine) return isEmpty && context.trigger === 'short' ? undefined : mine.answer;
    if (isEmpty) return refuse(refusals.needsNote(number));
    return happen(
      mine.request,
      saidBy(context, 'progress', { note, ...photosOf(context) }),
      context,
    ).outcome;
  },
  undo: undoEntry,
});

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
  allowTypo: true,
  run: ({ number, note }, context) => {
    const mine = inMyHands(number, context, 'done', '完成', note);
    if ('answer' in mine) return mine.answer;
    const event = saidBy(context, 'done', { note, ...photosOf(context) });
    const { request, outcome } = happen(mine.request, event, context);
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

export const release = command({
  name: 'release',
  zhName: '放弃',
  aliases: ['退回'],
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '办不了，把认领的退回来', en: 'give back what you took on' },
  examples: ['放弃 12', '/退回 12 人手不够'],
  args: { number: requestNumber, note: words.optional() },
  shortForms: ['放弃 {number}', '放弃 {number} {note}'],
  run: ({ number, note }, context) => {
    const mine = inMyHands(number, context, 'release', '放弃', note);
    if ('answer' in mine) return mine.answer;
    const { person, records } = context;
    const own = claimOf(mine.request, person);
    const claimant = own ?? claimToFree(mine.request, person, records);
    const { request, outcome } = happen(
      mine.request,
      saidBy(context, 'release', { note, claimant }),
      context,
    );
    const freed = own === undefined && claimant !== undefined ? doersOf([claimant], context) : [];
    return together(
      outcome,
      tellAll(freed, notices.freed(number, person.name), person.id),
      request.state === 'open'
        ? tellAskers(request, context, (yours) => notices.openAgain(yours, number), person.id)
        : nothing,
    );
  },
  undo: undoEntry,
});

export const promise = command({
  name: 'promise',
  zhName: '改约',
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '改答应办好的时间', en: 'promise another time' },
  examples: ['改期 12 周六上午', '改期 12 12月5日', '/改约 12 后天'],
  args: { number: requestNumber, when: words.optional() },
  shortForms: ['改期 {number} {when!}', '改期 {number}'],
  run: ({ number, when }, context) => {
    const read = readPromise((when ?? '').replace(/^\s*(到|至)\s*/, ''), context);
    const isTime = 'refused' in read || read.promised !== undefined;
    const mine = inMyHands(number, context, 'promise', '改期', isTime ? undefined : when);
    if ('answer' in mine) return mine.answer;
    const example = `改期 ${number} 周六上午`;
    if ('refused' in read)
      return refuse(
        read.refused === 'past' ? refusals.timePast(example) : refusals.timeUnclear(example),
      );
    const { promised, rest } = read;
    if (promised === undefined) return refuse(refusals.needsTime(example));
    const note = rest === '' ? {} : { note: rest };
    return happen(mine.request, saidBy(context, 'promise', { promised, ...note }), context).outcome;
  },
  undo: undoEntry,
});

/** A request that the speaker has taken on, or their unit has. */
function inMyHands(
  number: number,
  context: CommandContext,
  event: RequestEvent,
  what: string,
  said?: string,
): ReturnType<typeof pick> {
  const picked = pick(number, context, event, what, said);
  if ('answer' in picked || mayDo(event, picked.request, context)) return picked;
  const text = refusals.notClaimant(
    number,
    claimantsText(picked.request.claimants, context.records),
  );
  return { answer: unlessGuess(context, text, `加入 ${number}`) };
}

function mayDo(
  event: RequestEvent,
  request: Request,
  { person, records }: CommandContext,
): boolean {
  if (mayAct(request, person)) return true;
  return event === 'release'
    ? claimToFree(request, person, records) !== undefined
    : worksOn(request, person);
}

function photosOf({ photos }: CommandContext): { photos?: string[] } {
  return photos.length === 0 ? {} : { photos: [...photos] };
}
