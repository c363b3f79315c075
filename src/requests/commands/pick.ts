import { rest, ticket } from '../../core/arguments.ts';
import type { Spoken } from '../../core/command.ts';
import { fold } from '../../core/line.ts';
import { type Outcome, refuse } from '../../core/outcome.ts';
import { plain, type Text } from '../../core/text.ts';
import type { Request, RequestEvent } from '../records.ts';
import { allows } from '../rules/chart.ts';
import { requestNumbered } from '../rules/reading.ts';
import { stateName } from '../texts/history.ts';
import { refusals } from '../texts/refusals.ts';
import { claimantsText, nextWords } from '../views.ts';

/** `#12` in a command. */
export const requestNumber = ticket({ zh: '编号', en: 'number' });

/** What somebody says about it. */
export const words = rest({ zh: '说明', en: 'words' });

/** `完成 12 个任务` is talk about a count. */
const COUNTED = /^[个人名位天点月日次岁元块斤万份场家条批%]/;

/**
 * The request that somebody means, if the event may happen to it now.
 * @returns what to answer where it may not: nothing where it was perhaps not meant for the bot.
 */
export function pick(
  number: number,
  spoken: Spoken,
  event: RequestEvent | undefined,
  what: string,
  said?: string,
): { readonly request: Request } | { readonly answer: Outcome | undefined } {
  if (spoken.manner !== 'command' && said !== undefined && COUNTED.test(fold(said))) return { answer: undefined };
  const request = requestNumbered(spoken.records, number);
  if (request === undefined) return { answer: unlessGuess(spoken, refusals.noSuch(number), '/需求列表') };
  if (event === undefined || allows(event, request)) return { request };
  return { answer: notNow(request, event, what, spoken) };
}

/** A refusal, but silence where it is not certain that the bot was meant. */
export function unlessGuess(spoken: Spoken, text: Text, ...choices: readonly string[]): Outcome | undefined {
  return spoken.manner === 'guess' ? undefined : refuse(text, ...choices);
}

const TAKING: readonly RequestEvent[] = ['claim', 'assign'];
const CHECKING: readonly RequestEvent[] = ['accept', 'reopen'];
const DOING: readonly RequestEvent[] = ['join', 'release', 'promise', 'progress', 'done'];

function notNow(request: Request, event: RequestEvent, what: string, spoken: Spoken): Outcome | undefined {
  const { number, state, claimants } = request;
  const taken = state === 'claimed' || state === 'underway';
  if (TAKING.includes(event) && taken) {
    const own = claimants.some(({ person }) => person === spoken.person.id);
    if (own) return unlessGuess(spoken, refusals.yours(number), `完成 ${number}`);
    return unlessGuess(spoken, refusals.claimedBy(number, claimantsText(claimants, spoken.records)), `加入 ${number}`);
  }
  if (CHECKING.includes(event) && taken)
    return unlessGuess(spoken, refusals.stillInHand(number, claimantsText(claimants, spoken.records)));
  if (DOING.includes(event) && state === 'open')
    return unlessGuess(spoken, refusals.claimFirst(number), `认领 ${number}`);
  const next = nextWords(request, spoken.records)?.text ?? refusals.look(number);
  return unlessGuess(spoken, refusals.notNow(number, stateName[state], plain(what).zh, next));
}
