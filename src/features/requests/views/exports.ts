import type { Records } from '../../../core/collection.ts';
import { tableExport } from '../../../core/reporting.ts';
import { unitOf } from '../../../identity/alliance/index.ts';
import { nameOf, unitOfPerson } from '../../../identity/people/index.ts';
import type { Request } from '../records/index.ts';
import { askedIn } from '../rules/in-period.ts';
import { exportTexts } from '../texts/exports.ts';
import { stateName } from '../texts/history.ts';
import { shown } from './words.ts';

/**
 * Requests, wishes and opinions. What a group may not read is in it in private only: who asked, and
 * what was said for the community alone.
 */
export const requestExport = tableExport<Request>({
  name: 'requests',
  title: exportTexts.title,
  columns: [
    { title: exportTexts.number, width: 8, cell: ({ number }) => `#${number}` },
    { title: exportTexts.kind, width: 8, cell: ({ kind }) => exportTexts.kinds[kind] },
    { title: exportTexts.category, width: 12, cell: ({ category }) => category },
    {
      title: exportTexts.text,
      width: 40,
      cell: (request, { records }) => shown(request.text, request, records, 200),
    },
    { title: exportTexts.at, width: 18, cell: ({ at }) => ({ date: at }) },
    {
      title: exportTexts.asker,
      width: 12,
      personal: true,
      cell: ({ asker, discreet }, { records }) => (discreet ? undefined : nameOf(records, asker)),
    },
    { title: exportTexts.state, width: 10, cell: ({ state }) => stateName[state] },
    { title: exportTexts.since, width: 18, cell: ({ since }) => ({ date: since }) },
    {
      title: exportTexts.units,
      width: 20,
      cell: ({ claimants }, { records }) => unitsOf(claimants, records),
    },
    {
      title: exportTexts.people,
      width: 14,
      personal: true,
      cell: ({ claimants }, { records }) =>
        claimants.flatMap(({ person }) => (person ? [nameOf(records, person)] : [])).join('、'),
    },
    {
      title: exportTexts.promised,
      width: 18,
      cell: ({ promised }) => (promised === undefined ? undefined : { date: promised.start }),
    },
    { title: exportTexts.reopened, width: 10, cell: ({ reopened }) => reopened },
    { title: exportTexts.seconds, width: 14, cell: ({ seconds }) => seconds.length },
  ],
  rows: (period, { records }, { inPrivate }) =>
    (['asked', 'voice'] as const)
      .flatMap((kind) => askedIn(period, kind, records))
      .filter(({ kept }) => inPrivate || !kept)
      .toSorted((a, b) => a.number - b.number),
});

function unitsOf(claimants: Request['claimants'], records: Records): string {
  const names = claimants.flatMap(({ unit, person }) => {
    const known = unitOf(records, unit ?? (person && unitOfPerson(records, person)));
    return known === undefined ? [] : [known.name];
  });
  return [...new Set(names)].join('、');
}
