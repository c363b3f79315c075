import { command, type Spoken } from '../../core/command.ts';
import { nothing, type Outcome, say, tell, together } from '../../core/outcome.ts';
import { mayActAs } from '../../core/roles.ts';
import { nameOf } from '../../people/index.ts';
import type { Claimant, Request } from '../records.ts';
import { askersOf } from '../rules/permits.ts';
import { picturesOf } from '../rules/pictures.ts';
import { readPromise } from '../rules/reading.ts';
import { notices } from '../texts/notices.ts';
import { refusals } from '../texts/refusals.ts';
import { claimantsText, hidesSomething, promiseText, shownPictures } from '../views.ts';
import { happen, saidBy, tellAll, undoEntry } from './happen.ts';
import { pick, requestNumber, unlessGuess, words } from './pick.ts';

export const claim = command({
  latin: 'claim',
  zh: '认领',
  also: ['我来'],
  who: 'member',
  where: 'anywhere',
  summary: { zh: '认领一件需求，说好什么时候办', en: 'take a request on, with a time' },
  examples: ['认领 12 周六上午', '认领 12', '/我来 #12'],
  daily: true,
  args: { number: requestNumber, when: words.optional() },
  short: ['认领 {number} {when}', '认领 {number}'],
  forgiving: true,
  run: ({ number, when }, spoken) => {
    const picked = pick(number, spoken, 'claim', '认领', when);
    if ('answer' in picked) return picked.answer;
    const read = readPromise(when ?? '', spoken);
    const example = `认领 ${number} 周六上午`;
    if ('refused' in read)
      return unlessGuess(spoken, read.refused === 'past' ? refusals.timePast(example) : refusals.timeUnclear(example));
    const { promised, rest } = read;
    if (spoken.manner === 'guess' && (promised === undefined || rest !== '')) return undefined;
    const claimant = claimantFor(spoken);
    const note = rest === '' ? {} : { note: rest };
    const { request, outcome } = happen(
      picked.request,
      saidBy(spoken, 'claim', { claimant, promised, ...note }),
      spoken,
    );
    return together(outcome, details(request, spoken), taken(request, spoken));
  },
  undo: undoEntry,
});

export const join = command({
  latin: 'join',
  zh: '加入',
  also: ['一起'],
  who: 'member',
  where: 'anywhere',
  summary: { zh: '和认领的人一起办', en: 'join who took it on' },
  examples: ['加入 12', '/一起 #12'],
  args: { number: requestNumber },
  short: ['加入 {number}'],
  run: ({ number }, spoken) => {
    const picked = pick(number, spoken, 'join', '加入');
    if ('answer' in picked) return picked.answer;
    const claimant = claimantFor(spoken);
    const same = picked.request.claimants.some((one) => one.person === claimant.person);
    if (same) return unlessGuess(spoken, refusals.yours(number), `完成 ${number}`);
    const { request, outcome } = happen(picked.request, saidBy(spoken, 'join', { claimant }), spoken);
    return together(outcome, details(request, spoken));
  },
  undo: undoEntry,
});

/** A liaison takes it on for the unit, a member for themselves. */
function claimantFor({ person }: Spoken): Claimant {
  const forUnit = person.unit !== undefined && mayActAs(person.role, 'liaison');
  return forUnit ? { person: person.id, unit: person.unit } : { person: person.id };
}

/** What groups do not get goes to who does it, in private; where that cannot be, they are told how to get it. */
function details(request: Request, spoken: Spoken): Outcome {
  const { records, person } = spoken;
  const hidden = hidesSomething(request);
  const photos = shownPictures(request, picturesOf(request, records), spoken.zone);
  if (!hidden && photos.length === 0) return nothing;
  const { number, text } = request;
  if (!spoken.reaches(person.id)) return say(hidden ? notices.howToReach(number) : notices.howToSee(number));
  const told = hidden ? notices.details(number, text, nameOf(records, request.asker)) : notices.pictures(number, text);
  return tell(person.id, told, { urgent: true, photos });
}

/** Whoever asked in private does not have to look for it in the group. */
function taken(request: Request, spoken: Spoken): Outcome {
  const { records } = spoken;
  if (!request.discreet) return nothing;
  const promise = promiseText(request.promised, spoken);
  const text = notices.taken(request.number, claimantsText(request.claimants, records), promise);
  return tellAll(askersOf(request, records), text, spoken.person.id);
}
