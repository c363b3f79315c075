import type { AnyCommand } from '../../core/command.ts';
import type { Offered, Subject } from '../../core/wording.ts';
import type { Clause } from './clauses.ts';
import type { Worded } from './index.ts';
import { type Clarity, type Meaning, Message } from './message.ts';
import type { WordingSituation } from './situation.ts';
import { isLoud, surenessOf, type Way } from './strength.ts';

/*
 * What is said about a thing with the words of whoever says it kept: taken on, finished, good, not
 * good. Such words need not be read to the last one where it is clear what they are about; what
 * would turn them around is asked about.
 */

/** Reads a message for all commands that keep a note; undefined where none of them is meant. */
export function readNoted(
  clauses: readonly Clause[],
  ways: readonly Way[],
  situation: WordingSituation,
): Worded | undefined {
  // A list has numbers of its own.
  if (clauses.some(({ folded, stop }) => folded.includes('接龙') || stop === '\n'))
    return undefined;
  const message = new Message(clauses, situation);
  const meanings = ways
    .flatMap((way) => message.meaning(way) ?? [])
    .sort((a, b) => surenessOf(b.strength) - surenessOf(a.strength));
  const [best] = meanings;
  if (best === undefined) return message.isQuestion ? undefined : unread(message, ways);
  if (message.isQuestion && best.wording.inquires === undefined) {
    const state = meanings.find(({ wording }) => wording.inquires === 'only');
    return state && settle(state, message, false);
  }
  const rival = meanings.find(
    (one) =>
      one !== best &&
      one.wording.inquires !== 'only' &&
      surenessOf(one.strength) > (isLoud(best.strength) ? surenessOf('weak') : 0),
  );
  if (best.wording.inquires === 'only' || rival === undefined)
    return settle(best, message, best.isTurned);
  // Two of them cannot both be meant; the one that has a question for it asks.
  const careful = [best, rival].find(({ wording }) => wording.doubt !== undefined);
  return settle(careful ?? best, message, careful !== undefined || best.isTurned);
}

/** Carries out, asks, or lets it be talk. */
function settle(best: Meaning, message: Message, isDoubtful: boolean): Worded | undefined {
  const { command, wording, subjects } = best;
  const [only, ...others] = subjects;
  const read = howSurely(best, message);
  if (only === undefined || read === 'talk') return undefined;
  if (best.isTurned && wording.denied === 'talk') return undefined;
  if (others.length > 0 && !message.names(subjects)) return message.which(best);
  if (wording.careful && message.answersSeveral && !message.names(subjects))
    return asked(command, isItThis(wording.typed(only, message.said(only, command)), only));
  const isHedged = wording.sureOnly === true && best.strength !== 'sure';
  if ((isDoubtful || isHedged || read === 'nearly') && wording.doubt !== undefined)
    return asked(command, wording.doubt(only, message.said(only, command)));
  return {
    kind: 'acts',
    acts: subjects.map((subject) => ({
      command,
      args: wording.args(message.said(subject, command)),
    })),
  };
}

/** Whether a meaning is sure enough where the message stands, nearly so, or talk. */
function howSurely(best: Meaning, message: Message): 'surely' | 'nearly' | 'talk' {
  const { command, wording, strength, subjects, isWhole } = best;
  const clarity = message.clarityOf(subjects);
  if (!message.isMeantBy(command, clarity) || lacksSpeaker(best, message)) return 'talk';
  if (clarity === 'explicit') return message.isBare(best) ? 'talk' : 'surely';
  if (isTooFaint(best, clarity) || message.isElsewhere) return 'talk';
  if (isWhole || (message.names(subjects) && isLoud(strength))) return 'surely';
  if (!isLoud(strength)) return 'talk';
  if (clarity === 'told' || clarity === 'topic') return 'surely';
  return clarity === 'fresh' && wording.doubt !== undefined ? 'nearly' : 'talk';
}

/** A word for answers, or one that may mean anything, where nothing tells what it is about. */
function isTooFaint(best: Meaning, clarity: Clarity): boolean {
  return (
    (clarity !== 'told' && isForOthers(best)) || (best.strength === 'weak' && clarity === 'none')
  );
}

/** 送一个 alone does not say who does it. */
function lacksSpeaker({ wording, strength }: Meaning, { isMine }: Message): boolean {
  return wording.needs?.includes('me') === true && !isLoud(strength) && !isMine;
}

/** Words for who answers, and questions of others than those whose thing it is. */
function isForOthers({ wording, strength, subjects, isWhole }: Meaning): boolean {
  if (strength === 'faint') return true;
  return wording.inquires === 'only' && !(isWhole && subjects.every(({ isOwn }) => isOwn));
}

/** An answer to its card in which none of its words stands: whoever has it in hand is asked. */
function unread(message: Message, ways: readonly Way[]): Worded | undefined {
  if (message.isAllFiller || message.isOfOthers(ways)) return undefined;
  if (ways.some(({ wording }) => message.isTalkOf(wording))) return undefined;
  for (const way of ways) {
    const { command, wording } = way;
    const subject = message.answered(way);
    if (wording.doubt !== undefined && subject !== undefined)
      return asked(command, wording.doubt(subject, message.said(subject, command)));
  }
  return undefined;
}

function isItThis(typed: string, { label }: Subject): Offered {
  const text = {
    zh: `您是想说「${typed}」吗？是就回「是」`,
    en: `Did you mean “${typed}”? Answer “yes” if so`,
  };
  return { text, choices: [{ label, typed }] };
}

function asked(command: AnyCommand, { text, choices }: Offered): Worded {
  return { kind: 'offers', command, text, choices };
}
