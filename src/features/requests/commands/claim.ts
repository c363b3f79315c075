import { type CommandContext, command } from '../../../core/command.ts';
import { nothing, type Outcome, refuse, say, tell, together } from '../../../core/outcome.ts';
import { mayActAs } from '../../../core/roles.ts';
import { nameOf } from '../../../identity/people/index.ts';
import type { Claimant, Request } from '../records.ts';
import { claimOf } from '../rules/permits.ts';
import { picturesOf } from '../rules/pictures.ts';
import { readPromise } from '../rules/promises.ts';
import { requestNumbered } from '../rules/reading.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { shownPictures } from '../views/index.ts';
import { claimantsText, hidesSomething, promiseText } from '../views/words.ts';
import { happen, saidBy, tellAskers, undoEntry } from './happen.ts';
import { pick, requestNumber, unlessGuess, words } from './pick.ts';

export const claim = command({
  name: 'claim',
  zhName: '认领',
  aliases: ['我来'],
  minRole: 'member',
  scope: 'anywhere',
  summary: { zh: '认领一件需求，说好什么时候办', en: 'take a request on, with a time' },
  examples: ['认领 12 周六上午', '认领 12', '/我来 #12'],
  daily: true,
  args: { number: requestNumber, when: words.optional() },
  shortForms: ['认领 {number} {when}', '认领 {number}'],
  allowTypo: true,
  parseWhole: ({ folded }) => otherwise(folded),
  run: ({ number, when }, context) => {
    const said = when === SURE ? '' : (when ?? '');
    const read = readPromise(said, context);
    const { promised, rest } = 'refused' in read ? { promised: undefined, rest: said } : read;
    const note = rest === '' ? {} : { note: rest };
    const known = requestNumbered(context.records, number);
    // A time for what is one's own already is a new promise.
    if (promised !== undefined && known !== undefined && claimOf(known, context.person)) {
      const again = pick(number, context, 'promise', '认领');
      if ('answer' in again) return again.answer;
      return happen(again.request, saidBy(context, 'promise', { promised, ...note }), context)
        .outcome;
    }
    // Words that are a time, if only half, are no talk about a count: 周末.
    const isTime = promised !== undefined || 'refused' in read;
    const picked = pick(number, context, 'claim', '认领', isTime ? '' : said);
    if ('answer' in picked) return picked.answer;
    const example = `认领 ${number} 周六上午`;
    if (promised === undefined && MORE_NUMBERS.test(said))
      return refuse(refusals.oneAtATime(number));
    if ('refused' in read)
      return unlessGuess(
        context,
        read.refused === 'past' ? refusals.timePast(example) : refusals.timeUnclear(example),
      );
    if (context.trigger === 'guess' && when !== SURE && (promised === undefined || rest !== ''))
      return undefined;
    const claimant = claimantFor(context);
    const { request, outcome } = happen(
      picked.request,
      saidBy(context, 'claim', { claimant, promised, ...note }),
      context,
    );
    return together(outcome, details(request, context), taken(request, context));
  },
  undo: undoEntry,
});

/** `认领 4 5`, `认领 4，5` */
const MORE_NUMBERS =
  /^\s*(?:[,，、和]\s*)?#?\d{1,6}号?(?:(?:\s+|\s*[,，、和]\s*)#?\d{1,6}号?)*\s*$/;

/** What people say beside the number who leave the time open. */
const SURE = '我来';

/**
 * `我来 3`, `认领 三`, `认领 周六上午 3`, `认领 4，5`: it is meant if there is such a request, and it is open.
 */
function otherwise(line: string): { number: number; when: string } | undefined {
  const [, mine, chinese] =
    /^(?:我来\s*#?(\d{1,6})号?|认领\s*([一二三四五六七八九十]))[!.。~]*$/.exec(line) ?? [];
  if (mine !== undefined) return { number: Number(mine), when: SURE };
  if (chinese !== undefined)
    return { number: '一二三四五六七八九十'.indexOf(chinese) + 1, when: SURE };
  const [, first, others] = /^认领\s*#?(\d{1,6})(\s*[,、和]\s*#?\d[\d\s,、和#]*)$/.exec(line) ?? [];
  if (first !== undefined && others !== undefined) return { number: Number(first), when: others };
  const [, when, last] = /^认领\s+(\S(?:.*\S)?)\s+#?(\d{1,6})号?$/.exec(line) ?? [];
  return when === undefined ? undefined : { number: Number(last), when };
}

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
  run: ({ number }, context) => {
    const picked = pick(number, context, 'join', '加入');
    if ('answer' in picked) return picked.answer;
    const claimant = claimantFor(context);
    const same = picked.request.claimants.some((one) => one.person === claimant.person);
    if (same) return unlessGuess(context, refusals.yours(number), `完成 ${number}`);
    const { request, outcome } = happen(
      picked.request,
      saidBy(context, 'join', { claimant }),
      context,
    );
    return together(outcome, details(request, context));
  },
  undo: undoEntry,
});

/** A liaison takes it on for the unit, a member for themselves. */
function claimantFor({ person }: CommandContext): Claimant {
  const forUnit = person.unit !== undefined && mayActAs(person.role, 'liaison');
  return forUnit ? { person: person.id, unit: person.unit } : { person: person.id };
}

/**
 * What groups do not get goes to who does it, in private; where that cannot be, they are told how
 * to get it.
 */
function details(request: Request, context: CommandContext): Outcome {
  const { records, person } = context;
  const hidden = hidesSomething(request);
  const photos = shownPictures(request, picturesOf(request, records), context.zone);
  if (!hidden && photos.length === 0) return nothing;
  const { number, text } = request;
  if (!context.reaches(person.id))
    return say(hidden ? notices.howToReach(number) : notices.howToSee(number));
  const told = hidden
    ? notices.details(number, text, nameOf(records, request.asker))
    : notices.pictures(number, text);
  return tell(person.id, told, { urgent: true, photos });
}

/** Whoever asked in private does not have to look for it in the group. */
function taken(request: Request, context: CommandContext): Outcome {
  const { records } = context;
  if (!request.discreet) return nothing;
  const promise = promiseText(request.promised, context);
  const who = claimantsText(request.claimants, records);
  return tellAskers(
    request,
    context,
    (yours) => notices.taken(yours, request.number, who, promise),
    context.person.id,
  );
}
