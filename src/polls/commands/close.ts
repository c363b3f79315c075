import { put } from '../../core/collection.ts';
import { command, type Situation, type Spoken } from '../../core/command.ts';
import { broadcast, type Outcome, refresh, refuse, remember, say, together } from '../../core/outcome.ts';
import { mayActAs } from '../../core/roles.ts';
import { DAY, MINUTE } from '../../core/time.ts';
import { type Poll, polls } from '../records.ts';
import { broadcastOf, closed, forgotten, groupsOfPoll, isMoot } from '../rules.ts';
import { texts } from '../texts.ts';
import { pollText } from '../views.ts';
import { pollCard, pollNumber, whichPoll } from './which.ts';

export const close = command({
  latin: 'close',
  zh: '结束投票',
  also: ['截止投票'],
  who: 'guest',
  where: 'anywhere',
  summary: { zh: '发起人或联络员提前结束投票', en: 'end a poll early' },
  examples: ['/结束投票 P3', '/结束投票'],
  args: { poll: pollNumber.optional() },
  short: ['结束投票 {poll!}'],
  run: ({ poll: number }, spoken) => {
    const which = whichOwn(spoken, number, (one) => `/结束投票 P${one}`);
    if ('answer' in which) return which.answer;
    const ended = closed(which.poll, spoken.records, spoken.now);
    return together(end(ended, 'result', spoken, spoken), say(pollText(ended, spoken)));
  },
});

export const cancelPoll = command({
  latin: 'cancelpoll',
  zh: '取消投票',
  who: 'guest',
  where: 'anywhere',
  summary: { zh: '发起人或联络员取消投票', en: 'call a poll off' },
  examples: ['/取消投票 P3', '/取消投票'],
  args: { poll: pollNumber.optional() },
  short: ['取消投票 {poll!}'],
  run: ({ poll: number }, spoken) => {
    const which = whichOwn(spoken, number, (one) => `/取消投票 P${one}`);
    if ('answer' in which) return which.answer;
    const cancelled: Poll = { ...which.poll, state: 'cancelled', closedAt: spoken.now };
    return together(end(cancelled, 'cancelled', spoken, spoken), say(pollText(cancelled, spoken)));
  },
});

/** The open poll that is meant, when the speaker may end it. */
function whichOwn(spoken: Spoken, number: number | undefined, example: (number: number) => string) {
  const which = whichPoll(spoken, number, example);
  if ('answer' in which) return which;
  const may = which.poll.by === spoken.person.id || mayActAs(spoken.person.role, 'liaison');
  return may ? which : { answer: refuse(texts.notYours(which.poll.number)) };
}

/** Its deadline has come, perhaps while nobody was there to see. What was called off is nobody's question any more. */
export function endByDeadline(poll: Poll, situation: Situation): Outcome {
  if (isMoot(poll, situation.records)) {
    const over: Poll = { ...poll, state: 'cancelled', closedAt: poll.deadline };
    return together(remember(put(polls, over), ...forgotten(over, situation.records)), refresh(pollCard(over)));
  }
  return end(closed(poll, situation.records, situation.now), 'result', situation);
}

/** The groups are told at once, at the promised time also in quiet hours; the one where it was `said` is answered. */
function end(over: Poll, what: 'result' | 'cancelled', situation: Situation, said?: Spoken): Outcome {
  const { records, now } = situation;
  const here = said?.place.kind === 'group' ? said.place.group : undefined;
  const planned = Math.min(now, over.deadline);
  return together(
    remember(put(polls, over), ...forgotten(over, records)),
    refresh(pollCard(over)),
    broadcast({
      id: broadcastOf(over, what),
      groups: groupsOfPoll(over, records).filter((group) => group !== here),
      text: pollText(over, situation),
      choices: [],
      planned,
      deadline: planned + 7 * DAY,
      atAnyHour: now - planned < 5 * MINUTE,
    }),
  );
}
