import { put } from '../../core/collection.ts';
import type { DecisionContext } from '../../core/command.ts';
import { dueRule, feature } from '../../core/feature.ts';
import { broadcast, type Outcome, remember, tell, together } from '../../core/outcome.ts';
import { accounts } from '../../identity/people/index.ts';
import { endByDeadline } from './commands/close.ts';
import { commands } from './commands/index.ts';
import { ballots, type Poll, pollKeys, polls } from './records.ts';
import {
  broadcastOf,
  groupsOfPoll,
  isMoot,
  joinedVotes,
  missingVoters,
  reopened,
  votesOf,
} from './rules.ts';
import { texts } from './texts/index.ts';
import { changesText, choicesFor, deadlineText, pollText, titleOf } from './views.ts';

export { readQuestion, takeEnd } from './commands/plan.ts';
export { type PollPlan, pollPlan } from './records.ts';
export { newPoll } from './rules.ts';
export { choicesFor, planText, pollText, refusalText } from './views.ts';

/** More than this are not written to one by one: platforms take it for spam. */
const MOST_IN_PRIVATE = 30;

export const pollsFeature = feature({
  name: 'polls',
  collections: [polls, ballots, pollKeys],
  commands,
  merge: (from, to, { records }) => remember(...joinedVotes(from, to, records)),
  onClockCorrected: ({ records, now }) =>
    records.all(polls).flatMap((poll) => reopened(poll, records, now)),
  dueRules: [
    dueRule({
      name: 'those who have not voted are reminded',
      collection: polls,
      at: (poll) => (poll.state === 'open' ? poll.remindAt : undefined),
      fire: remind,
    }),
    dueRule({
      name: 'a poll ends',
      collection: polls,
      at: (poll) => (poll.state === 'open' ? poll.deadline : undefined),
      fire: endByDeadline,
    }),
  ],
  cards: [
    {
      name: 'poll',
      view: (id, changes, context) => {
        const poll = context.records.get(polls, id);
        if (poll === undefined) return undefined;
        const text =
          changes.length > 0 ? changesText(poll, changes, context) : pollText(poll, context);
        return { text, choices: choicesFor(poll) };
      },
    },
  ],
});

/**
 * In private those who have written to the bot before; the others, or so many, are a number in the
 * groups. A reminder that comes when the poll is over is none.
 */
function remind(poll: Poll, context: DecisionContext): Outcome {
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
    ...inPrivate.map((id) => tell(id, texts.reminder(poll.number, titleOf(poll, context), when))),
    broadcast({
      id: broadcastOf(poll, 'reminder'),
      groups: missing.length > inPrivate.length ? groupsOfPoll(poll, records) : [],
      text: texts.reminderInGroup(
        poll.number,
        titleOf(poll, context),
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
