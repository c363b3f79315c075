import { put } from '../../core/collection.ts';
import { command, type Situation } from '../../core/command.ts';
import { broadcast, type Outcome, refresh, refuse, remember, say, together } from '../../core/outcome.ts';
import { mayActAs } from '../../core/roles.ts';
import { DAY, MINUTE } from '../../core/time.ts';
import { type Poll, polls } from '../records.ts';
import { closed, groupsOfPoll } from '../rules.ts';
import { texts } from '../texts.ts';
import { resultText } from '../views.ts';
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
    const which = whichPoll(spoken, number, (one) => `/结束投票 P${one}`);
    if ('answer' in which) return which.answer;
    const { poll } = which;
    if (poll.by !== spoken.person.id && !mayActAs(spoken.person.role, 'liaison'))
      return refuse(texts.notYours(poll.number));
    const here = spoken.place.kind === 'group' ? spoken.place.group : undefined;
    const groups = groupsOfPoll(poll, spoken.records).filter((group) => group !== here);
    const { outcome, ended } = end(poll, groups, spoken);
    return together(outcome, say(resultText(ended, spoken)));
  },
});

/** Its deadline has come, perhaps while nobody was there to see. */
export function endByDeadline(poll: Poll, situation: Situation): Outcome {
  return end(poll, groupsOfPoll(poll, situation.records), situation).outcome;
}

/** The result goes to the groups at once, at the promised time also in quiet hours. */
function end(
  poll: Poll,
  groups: readonly string[],
  situation: Situation,
): { readonly outcome: Outcome; readonly ended: Poll } {
  const { records, now } = situation;
  const { poll: ended, forget } = closed(poll, records, now);
  const planned = Math.min(now, poll.deadline);
  const outcome = together(
    remember(put(polls, ended), ...forget),
    refresh(pollCard(poll)),
    broadcast({
      id: `poll:${poll.id}:result`,
      groups,
      text: resultText(ended, situation),
      choices: [],
      planned,
      deadline: planned + 7 * DAY,
      atAnyHour: now - planned < 5 * MINUTE,
    }),
  );
  return { outcome, ended };
}
