import { between } from '../../../core/collection.ts';
import { tableExport } from '../../../core/reporting.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import { nameOf } from '../../../identity/people/index.ts';
import { type Count, counts } from '../records.ts';
import { figureTexts } from '../texts.ts';

const { columns } = figureTexts;

/** Everything that was counted by hand; what was struck is there with its reason. */
export const countExport = tableExport<Count>({
  name: 'counts',
  title: figureTexts.export,
  columns: [
    { title: columns.day, width: 12, cell: ({ day }) => ({ date: day }) },
    { title: columns.name, width: 20, cell: ({ name }) => name },
    { title: columns.amount, width: 10, cell: ({ amount }) => amount },
    { title: columns.whole, width: 10, cell: ({ whole }) => whole },
    { title: columns.measure, width: 8, cell: ({ measure }) => measure },
    {
      title: columns.unit,
      width: 18,
      cell: ({ unit }, { records }) => unitOf(records, unit)?.name,
    },
    {
      title: columns.by,
      width: 12,
      personal: true,
      cell: ({ by }, { records }) => nameOf(records, by),
    },
    { title: columns.from, width: 10, cell: ({ corrected }) => corrected?.from },
    {
      title: columns.why,
      width: 24,
      cell: ({ corrected, struck }) => struck?.why ?? corrected?.why,
    },
    {
      title: columns.state,
      width: 8,
      cell: ({ struck }) => (struck === undefined ? figureTexts.counts : figureTexts.struck),
    },
  ],
  rows: (period, { records }) => between(period, records, counts, 'byDay', 'all'),
});
