import { type CommandContext, command } from '../../../core/command.ts';
import type { Ignored } from '../../../core/ignored.ts';
import { numberSource, readNumber } from '../../../core/numerals.ts';
import { nothing, type Outcome, refuse, together } from '../../../core/outcome.ts';
import { partyFor } from '../../../identity/people/index.ts';
import type { Promised, Request } from '../records/index.ts';
import { applyEvent, type NewEntry, saidBy } from '../rules/apply-event.ts';
import { claimOf } from '../rules/permits.ts';
import { readPromise } from '../rules/promises.ts';
import { requestNumbered } from '../rules/reading.ts';
import { notices } from '../texts/notices.ts';
import { claimPhrases } from '../texts/phrases.ts';
import { refusals } from '../texts/refusals.ts';
import { claimWording } from '../texts/wording-doing.ts';
import { claimantsText, promiseText } from '../views/words.ts';
import { requestNumber, words } from './shared/arguments.ts';
import { sendDetails } from './shared/claimant.ts';
import { findRequest, unlessGuess } from './shared/find-request.ts';
import { tellAskers } from './shared/tell.ts';
import { undoEntry } from './shared/undo-entry.ts';

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
  runsOn: true,
  parseWhole: ({ folded }) => readWholeLine(folded),
  phrases: claimPhrases,
  wording: claimWording,
  run: ({ number, when }, context) => {
    const said = when === WITHOUT_TIME ? '' : (when ?? '');
    const { promised, rest, refused } = readTime(said, context);
    const note = rest === '' ? {} : { note: rest };
    const known = requestNumbered(context.records, number);
    if (promised !== undefined && known !== undefined && claimOf(known, context.person))
      return promiseAgain(number, { promised, ...note }, context);
    // Words that are a time, if only half, are no talk about a count: 周末.
    const isTime = promised !== undefined || refused !== undefined;
    const picked = findRequest(number, context, 'claim', '认领', isTime ? '' : said);
    if ('answer' in picked) return picked.answer;
    const example = `认领 ${number} 周六上午`;
    if (promised === undefined && MORE_NUMBERS.test(said))
      return refuse(refusals.oneAtATime(number));
    if (refused !== undefined) return unlessGuess(context, refusals.time[refused](example));
    const isClear = when === WITHOUT_TIME || (promised !== undefined && rest === '');
    if (context.trigger === 'guess' && !isClear) return undefined;
    const claimant = partyFor(context.person);
    const { request, outcome } = applyEvent(
      picked.request,
      saidBy(context, 'claim', { claimant, promised, ...note }),
      context,
    );
    return together(outcome, sendDetails(request, context), tellTaken(request, context));
  },
  undo: undoEntry,
});

/** The promised time in what is said beside the number, and the rest; or why it is no time. */
function readTime(
  said: string,
  context: CommandContext,
): { promised?: Promised; rest: string; refused?: 'unclear' | 'past' } {
  const read = readPromise(said, context);
  return 'refused' in read ? { ...read, rest: said } : read;
}

/** A time for what is the speaker's own already is a new promise. */
function promiseAgain(
  number: number,
  what: Pick<NewEntry, 'promised' | 'note'>,
  context: CommandContext,
): Outcome | Ignored | undefined {
  const found = findRequest(number, context, 'promise', '认领');
  if ('answer' in found) return found.answer;
  return applyEvent(found.request, saidBy(context, 'promise', what), context).outcome;
}

/** `认领 4 5`, `认领 4，5` */
const MORE_NUMBERS =
  /^\s*(?:[,，、和]\s*)?#?\d{1,6}号?(?:(?:\s+|\s*[,，、和]\s*)#?\d{1,6}号?)*\s*$/;

/** What people say beside the number who leave the time open. */
const WITHOUT_TIME = '我来';

const MINE = new RegExp(
  `^(?:我来\\s*#?(\\d{1,6})号?|认领\\s*(?!\\d)(${numberSource(1)}))[!.。~]*$`,
);

/**
 * `我来 3`, `认领 三`, `认领 周六上午 3`, `认领 4，5`: it is meant if there is such a request, and it is open.
 */
function readWholeLine(line: string): { number: number; when: string } | undefined {
  const [, mine, numeral] = MINE.exec(line) ?? [];
  const said = mine ?? numeral;
  if (said !== undefined) return { number: readNumber(said), when: WITHOUT_TIME };
  const [, first, others] = /^认领\s*#?(\d{1,6})(\s*[,、和]\s*#?\d[\d\s,、和#]*)$/.exec(line) ?? [];
  if (first !== undefined && others !== undefined) return { number: Number(first), when: others };
  const [, when, last] = /^认领\s+(\S(?:.*\S)?)\s+#?(\d{1,6})号?$/.exec(line) ?? [];
  return when === undefined ? undefined : { number: Number(last), when };
}

/** Whoever asked in private does not have to look for it in the group. */
function tellTaken(request: Request, context: CommandContext): Outcome {
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
