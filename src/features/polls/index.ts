import { dueRule, feature } from '../../core/feature.ts';
import { keeps, stays } from '../../core/keeping.ts';
import { remember } from '../../core/outcome.ts';
import { endByDeadline } from './commands/due/end-by-deadline.ts';
import { remind } from './commands/due/remind.ts';
import { commands } from './commands/index.ts';
import { ballots, pollKeys, polls } from './records.ts';
import { mergedVotes } from './rules/ballots.ts';
import { reopenedPoll } from './rules/life.ts';
import { pollSubjects, pollsSpokenOf } from './rules/subjects.ts';
import { texts } from './texts/polls.ts';
import { pollExport } from './views/exports.ts';
import { pollReport } from './views/figures.ts';
import { changesText, choicesFor, pollCardText, questionText } from './views/index.ts';

export { type Poll, type PollPlan, pollPlan, polls } from './records.ts';
export { newPoll, pollCard } from './rules/life.ts';
export { readQuestion } from './rules/plan.ts';
export { takeEnd } from './rules/plan-deadline.ts';
export { choicesFor, planText, pollText, refusalText } from './views/index.ts';

export const pollsFeature = feature({
  name: 'polls',
  collections: [polls, ballots, pollKeys],
  commands,
  spokenOf: pollsSpokenOf,
  report: pollReport,
  exports: [pollExport],
  subjects: (context) =>
    pollSubjects(context, (poll) => texts.headline(poll.number, questionText(poll, context))),
  keeps: [keeps({ collection: ballots, as: 'votes', since: ({ at }) => at })],
  stays: [stays('history', polls), stays('passing', pollKeys)],
  merge: (from, to, { records }) => remember(...mergedVotes(from, to, records)),
  onClockCorrected: ({ records, now }) =>
    records.all(polls).flatMap((poll) => reopenedPoll(poll, records, now)),
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
          changes.length > 0 ? changesText(poll, changes, context) : pollCardText(poll, context);
        return { text, choices: choicesFor(poll) };
      },
    },
  ],
});
