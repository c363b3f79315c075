import { put } from '../../../../core/collection.ts';
import type { DecisionContext } from '../../../../core/command.ts';
import { broadcast, type Outcome, remember, tell, together } from '../../../../core/outcome.ts';
import { accounts } from '../../../../identity/people/index.ts';
import { type Poll, polls } from '../../records.ts';
import { missingVoters, votesOf } from '../../rules/ballots.ts';
import { broadcastOf, groupsOfPoll, isMoot } from '../../rules/life.ts';
import { texts } from '../../texts/polls.ts';
import { deadlineText, questionText } from '../../views/index.ts';

/** More than this are not written to one by one: platforms take it for spam. */
const MOST_IN_PRIVATE = 30;

/**
 * In private those who have written to the bot before; the others, or so many, are a number in the
 * groups. A reminder that comes when the poll is over is none.
 */
export function remind(poll: Poll, context: DecisionContext): Outcome {
  const { records, now } = context;
  const { remindAt = now, ...reminded } = poll;
  const done = remember(put(polls, reminded));
  const missing = missingVoters(poll, records);
  if (now >= poll.deadline || missing.length === 0 || isMoot(poll, records)) return done;
  const when = deadlineText(poll, context);
  const met = missing.filter((id) => records.where(accounts, id).some((account) => account.met));
  const inPrivate = met.length > MOST_IN_PRIVATE ? [] : met;
  return together(
    done,
    ...inPrivate.map((id) =>
      tell(id, texts.reminder(poll.number, questionText(poll, context), when)),
    ),
    broadcast({
      id: broadcastOf(poll, 'reminder'),
      groups: missing.length > inPrivate.length ? groupsOfPoll(poll, records) : [],
      text: texts.reminderInGroup(
        poll.number,
        questionText(poll, context),
        when,
        votesOf(poll, missing, records),
        poll.per === 'unit',
      ),
      choices: [],
      planned: remindAt,
      deadline: poll.deadline,
      atAnyHour: false,
    }),
  );
}
