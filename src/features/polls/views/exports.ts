import type { Records } from '../../../core/collection.ts';
import { tableExport } from '../../../core/reporting.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { ballots, type Poll } from '../records.ts';
import { choicesOf } from '../rules/ballots.ts';
import { tallyOf } from '../rules/tally.ts';
import { figureTexts } from '../texts/figures.ts';
import { texts } from '../texts/polls.ts';
import { pollsIn } from './figures.ts';
import { letterOf, questionText } from './index.ts';

/** An option of a poll. */
interface OptionRow {
  readonly poll: Poll;
  readonly option: number;
}

const { columns } = figureTexts;

/** Polls, a row for each option. Who voted for it is told of open votes only. */
export const pollExport = tableExport<OptionRow>({
  name: 'polls',
  title: figureTexts.export,
  columns: [
    { title: columns.number, width: 8, cell: ({ poll }) => `P${poll.number}` },
    {
      title: columns.question,
      width: 32,
      cell: ({ poll }, context) => questionText(poll, context),
    },
    {
      title: columns.option,
      width: 24,
      cell: ({ poll, option }) => `${letterOf(option)} ${poll.options[option] ?? ''}`,
    },
    {
      title: columns.count,
      width: 8,
      cell: ({ poll, option }, { records }) =>
        isCountHidden(poll) ? undefined : tallyOf(poll, records).counts[option],
    },
    {
      title: columns.voters,
      width: 10,
      cell: ({ poll }, { records }) => tallyOf(poll, records).voters,
    },
    {
      title: columns.who,
      width: 32,
      personal: true,
      cell: (row, { records }) => (row.poll.secret ? undefined : votersOf(row, records)),
    },
    { title: columns.kind, width: 14, cell: ({ poll }) => texts.kind(poll) },
    {
      title: columns.end,
      width: 18,
      cell: ({ poll }) => ({ date: poll.closedAt ?? poll.deadline }),
    },
    { title: columns.state, width: 10, cell: ({ poll }) => figureTexts.states[poll.state] },
  ],
  rows: (period, { records }) =>
    pollsIn(period, records).flatMap((poll) => poll.options.map((_, option) => ({ poll, option }))),
});

/** While it goes on, the counts of a secret poll are nobody's business. */
function isCountHidden({ state, secret, hidden }: Poll): boolean {
  return state === 'open' && (secret || hidden);
}

function votersOf({ poll, option }: OptionRow, records: Records): string {
  const names = records
    .where(ballots, poll.id)
    .filter((ballot) => choicesOf(ballot, records).includes(option))
    .map(({ voter }) => unitOf(records, voter)?.name ?? nameOf(records, voter));
  return names.join('、');
}
