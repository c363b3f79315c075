import { tableExport } from '../../../core/reporting.ts';
import { dateOf } from '../../../core/time.ts';
import { nameOf, partyText } from '../../../identity/people/index.ts';
import { type Project, type ProjectState, projects } from '../records.ts';
import { doneIn } from '../rules/numbers.ts';
import { exportTexts } from '../texts/exports.ts';
import { stateName } from '../texts/projects.ts';
import { titleOf } from './index.ts';

const STATES = Object.keys(stateName) as ProjectState[];

/** The claim table 项目认领表, as it stands: it is of a year, not of a month. */
export const projectExport = tableExport<Project>({
  name: 'projects',
  title: exportTexts.title,
  columns: [
    { title: exportTexts.number, width: 8, cell: ({ number }) => `J${number}` },
    { title: exportTexts.project, width: 28, cell: titleOf },
    { title: exportTexts.category, width: 12, cell: ({ category }) => category },
    { title: exportTexts.state, width: 10, cell: ({ state }) => stateName[state] },
    {
      title: exportTexts.claimants,
      width: 24,
      cell: ({ claims }, { records }) =>
        claims.map((claim) => partyText(claim, records).zh).join('、'),
    },
    {
      title: exportTexts.parts,
      width: 32,
      cell: ({ claims }) => parts(claims, ({ part }) => part),
    },
    {
      title: exportTexts.gives,
      width: 20,
      cell: ({ claims }) => parts(claims, ({ gives }) => gives),
    },
    { title: exportTexts.gets, width: 20, cell: ({ claims }) => parts(claims, ({ gets }) => gets) },
    {
      title: exportTexts.target,
      width: 10,
      cell: ({ target }) => target && `${target.amount}${target.measure}`,
    },
    { title: exportTexts.month, width: 10, cell: ({ month }) => month },
    {
      title: exportTexts.held,
      width: 8,
      cell: (project, context) => doneThisYear(project, context).held,
    },
    {
      title: exportTexts.served,
      width: 10,
      cell: (project, context) => doneThisYear(project, context).served,
    },
    {
      title: exportTexts.solved,
      width: 10,
      cell: (project, context) => doneThisYear(project, context).solved,
    },
    { title: exportTexts.reason, width: 24, cell: ({ reason }) => reason },
    {
      title: exportTexts.by,
      width: 12,
      personal: true,
      cell: ({ by }, { records }) => nameOf(records, by),
    },
  ],
  rows: (_, { records }) =>
    STATES.flatMap((state) => records.slice(projects, 'byState', state)).sort(
      (a, b) => a.number - b.number,
    ),
});

function parts<C>(claims: readonly C[], of: (claim: C) => string | undefined): string {
  return claims.flatMap((claim) => of(claim) ?? []).join('；');
}

function doneThisYear(project: Project, context: Parameters<typeof doneIn>[2] & { now: number }) {
  return doneIn(dateOf(context.now, context.zone).slice(0, 4), project, context);
}
