import { fold } from '../../../core/line.ts';
import { DAY } from '../../../core/time.ts';
import type { Subject, SubjectContext } from '../../../core/wording.ts';
import { ballots, type Poll, polls } from '../records.ts';
import { voterFor } from './ballots.ts';
import { tookVotes } from './life.ts';

/** More of them at once are told apart by their numbers only. */
const MOST_OPEN = 50;

/** What can be said of a poll now by this speaker: nothing where it is over, or asked elsewhere. */
export function pollSubjects(
  { records, now, group, person }: SubjectContext,
  labelOf: (poll: Poll) => Subject['label'],
): readonly Subject[] {
  return votedNow(records, now).flatMap((poll) => {
    const isHere = group === undefined || poll.groups.length === 0 || poll.groups.includes(group);
    if (!isHere || !tookVotes(poll, now)) return [];
    const hasVoted = records.get(ballots, `${poll.id}/${voterFor(poll, person)}`) !== undefined;
    return [
      {
        letter: 'p',
        number: poll.number,
        label: labelOf(poll),
        called: [fold(poll.question)],
        invites: ['vote', ...(hasVoted ? ['unvote'] : [])],
        options: poll.options.map(fold),
        most: poll.most,
      },
    ];
  });
}

/** Those that are open, and those that ended within a day: votes may be entered late. */
function votedNow(records: SubjectContext['records'], now: number): readonly Poll[] {
  const from = records.countBefore(polls, 'byState', 'closed', now - DAY);
  return [
    ...records.slice(polls, 'byState', 'open', 0, MOST_OPEN),
    ...records.slice(polls, 'byState', 'closed', from, from + MOST_OPEN),
  ].sort((a, b) => a.number - b.number);
}
