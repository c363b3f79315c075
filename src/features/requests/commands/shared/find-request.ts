import type { CommandContext } from '../../../../core/command.ts';
import { type Ignored, ignore } from '../../../../core/ignored.ts';
import { fold } from '../../../../core/line.ts';
import { type Outcome, refuse } from '../../../../core/outcome.ts';
import type { Text } from '../../../../core/text.ts';
import { theNumbered } from '../../../../core/the-one-meant.ts';
import type { Request, RequestEvent } from '../../records/index.ts';
import { isAsker, mayKnowOf, worksOn } from '../../rules/permits.ts';
import { requestNumbered } from '../../rules/reading.ts';
import { allows, mayHappen, OF_OTHERS } from '../../rules/transitions.ts';
import { refusals } from '../../texts/refusals.ts';
import { useTexts } from '../../texts/uses.ts';
import { nextWords } from '../../views/index.ts';
import { claimantsText, claimantText } from '../../views/words.ts';

/** `完成 12 个任务`, `认领 1 号楼的快递` are talk about a count or a place; `转交 12 人社局` is not. */
const COUNTED =
  /^[个名位天点月日次岁元块斤万百千份场家条批%号单层楼队分半杯会项件本页期组轮步年周星小瓶箱包袋米里公碗盒只张台辆篇章题节门趟遍圈套栋幢户间棵]|^人(?![民社大武])/;

/**
 * The request that somebody means, if the event may happen to it now.
 * @returns what to answer where it may not: nothing where it was perhaps not meant for the bot.
 */
export function findRequest(
  number: number,
  context: CommandContext,
  event: RequestEvent | undefined,
  what: string,
  said?: string,
): { readonly request: Request } | { readonly answer: Outcome | Ignored | undefined } {
  const found = requestNumbered(context.records, number);
  if (found?.kept === true && context.place.kind === 'group')
    return { answer: unlessGuess(context, refusals.notInGroups(number)) };
  const request = found !== undefined && mayKnowOf(found, context.person) ? found : undefined;
  // 「完成 2 了吗」 asks.
  if (context.trigger !== 'command' && ASKS.test(fold(said ?? '')))
    return { answer: ignore('question') };
  if (
    context.trigger !== 'command' &&
    COUNTED.test(fold(said ?? '')) &&
    !isMeant(request, event, context)
  )
    return { answer: ignore('counted') };
  const meant = theNumbered(number, {
    find: () => request,
    fits: (one) => event === undefined || mayHappen(event, one),
    noSuch: () => unlessGuess(context, refusals.noSuch(number), '/需求列表'),
    unfit: (one) =>
      event && (refuseUse(one, event, context) ?? refuseNow(one, event, what, context)),
  });
  return 'one' in meant ? { request: meant.one } : meant;
}

/**
 * Whoever has a part in it, and says what they may say of it now, means it whatever their words
 * begin with.
 */
function isMeant(
  request: Request | undefined,
  event: RequestEvent | undefined,
  { person }: CommandContext,
): boolean {
  if (request === undefined || event === undefined || !allows(event, request)) return false;
  return CHECKING.includes(event) ? isAsker(request, person) : worksOn(request, person);
}

/** A refusal, but silence where it is not certain that the bot was meant. */
export function unlessGuess(
  context: CommandContext,
  text: Text,
  ...choices: readonly string[]
): Outcome | undefined {
  return context.trigger === 'guess' ? undefined : refuse(text, ...choices);
}

const ASKS = /(?:[?？]|[吗呢]|了没有?)[\s。.!！~…]*$/;
const CHECKING: readonly RequestEvent[] = ['accept', 'reopen'];
const DOING: readonly RequestEvent[] = ['join', 'release', 'promise', 'progress', 'done'];

/** The use of an offer is between who asked and its owner. */
function refuseUse(
  { number, use }: Request,
  event: RequestEvent,
  context: CommandContext,
): Outcome | undefined {
  if (use === undefined || !OF_OTHERS.includes(event)) return undefined;
  const owner = claimantText(use.owner, context.records);
  return unlessGuess(context, useTexts.ownersWord(number, owner));
}

function refuseNow(
  request: Request,
  event: RequestEvent,
  what: string,
  context: CommandContext,
): Outcome | undefined {
  const { number, state, claimants } = request;
  const taken = state === 'claimed' || state === 'underway';
  if (event === 'claim' && taken) {
    const own = claimants.some(({ person }) => person === context.person.id);
    if (own) return unlessGuess(context, refusals.yours(number), `完成 ${number}`);
    return unlessGuess(
      context,
      refusals.claimedBy(number, claimantsText(claimants, context.records)),
      `加入 ${number}`,
    );
  }
  if (CHECKING.includes(event) && taken) {
    const checker = isAsker(request, context.person) ? refusals.you : refusals.whoAsked;
    return unlessGuess(
      context,
      refusals.stillInHand(number, claimantsText(claimants, context.records), checker),
    );
  }
  if (DOING.includes(event) && state === 'open')
    return unlessGuess(context, refusals.claimFirst(number), `认领 ${number}`);
  if (event === 'accept' && state === 'resolved' && isAsker(request, context.person))
    return unlessGuess(context, refusals.resolvedThanks(number));
  const next = nextWords(request, context.records)?.text ?? refusals.look(number);
  return unlessGuess(context, refusals.notNow(number, state, what, next));
}
