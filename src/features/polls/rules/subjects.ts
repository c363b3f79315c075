import { fold } from '../../../core/line.ts';
import type { Subject, SubjectContext } from '../../../core/wording.ts';
import { ballots, type Poll, polls } from '../records.ts';
import { voterFor } from './ballots.ts';
import { tookVotes } from './life.ts';

/** What can be said of a poll now by this speaker: nothing where it is over, or asked elsewhere. */
export function pollSubjects(
  { records, now, group, person }: SubjectContext,
  labelOf: (poll: Poll) => Subject['label'],
): readonly Subject[] {
  return records.all(polls).flatMap((poll) => {
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
      },
    ];
  });
}
