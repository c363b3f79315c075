import { between, type Records } from '../../../core/collection.ts';
import type { Counted, Figure, Period, ReportPart } from '../../../core/reporting.ts';
import type { ViewContext } from '../../../core/view-context.ts';
import { type Poll, polls } from '../records.ts';
import { tallyOf } from '../rules/tally.ts';
import { figureTexts } from '../texts/figures.ts';
import { questionText } from './index.ts';

const ended: Figure = {
  name: 'polls',
  words: ['投票'],
  ...figureTexts.polls,
  rows: (period, context) =>
    votedIn(period, context.records).map((poll) => ({ ...rowOf(poll, context), amount: 1 })),
};

const voters: Figure = {
  name: 'voters',
  words: ['票数'],
  ...figureTexts.voters,
  rows: (period, context) =>
    votedIn(period, context.records).map((poll) => ({
      ...rowOf(poll, context),
      amount: tallyOf(poll, context.records).voters,
    })),
};

/** The numbers of polls in a report. */
export const pollReport: ReportPart = {
  figures: () => [ended, voters],
  lines: (amountOf) => {
    const count = amountOf('polls').value;
    return count === 0 ? [] : [figureTexts.line(count, amountOf('voters').value)];
  },
};

/** Polls that end in a period, cancelled ones too. */
export function pollsIn(period: Period, records: Records): readonly Poll[] {
  return between(period, records, polls, 'byDeadline', 'all');
}

function votedIn(period: Period, records: Records): readonly Poll[] {
  return pollsIn(period, records).filter(
    (poll) => poll.state === 'closed' && tallyOf(poll, records).voters > 0,
  );
}

function rowOf(poll: Poll, context: ViewContext): Omit<Counted, 'amount'> {
  const line = () => figureTexts.row(poll.number, questionText(poll, context));
  return { thing: `poll ${poll.id}`, units: [], line };
}
